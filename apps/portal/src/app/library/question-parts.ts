import { Component, computed, inject, input, output } from '@angular/core';
import {
  clinicFieldKinds,
  clinicTemplateLimits,
  type Field as Question,
  type LocalizedText,
} from '@trellis/domain';
import { Button, Field } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { ConditionEditor } from './condition-editor';
import { Findings } from './findings';
import { NumberField } from './number-field';
import { OptionsEditor } from './options-editor';
import { isChoosing, isNumber, isScale, withKind } from './question-shapes';
import { SaidField } from './said-field';
import { ScaleEditor } from './scale-editor';

/** Everything that one question is made of, except the questions of a list. */
@Component({
  selector: 'tr-question-parts',
  imports: [Button, ConditionEditor, Field, NumberField, OptionsEditor, SaidField, ScaleEditor],
  templateUrl: './question-parts.html',
  styleUrl: './question-parts.css',
})
export class QuestionParts {
  readonly question = input.required<Question>();
  readonly path = input.required<string>();
  readonly earlier = input.required<readonly Question[]>();
  /** A list holds no further list. */
  readonly withLists = input.required<boolean>();
  readonly changed = output<Question>();
  readonly #words = inject(Words);
  protected readonly findings = inject(Findings);

  protected readonly limits = clinicTemplateLimits;
  protected readonly furthest = [-1_000_000, 1_000_000] as const;
  protected readonly kinds = computed(() =>
    clinicFieldKinds.filter((kind) => this.withLists() || kind !== 'list'),
  );
  protected readonly chooses = computed(() => isChoosing(this.question().kind));
  protected readonly scale = computed(() => isScale(this.question().kind));
  protected readonly number = computed(() => isNumber(this.question().kind));
  protected readonly say = (key: string): string => this.#words.say(`library.build.${key}`);

  protected put(parts: Partial<Question>): void {
    this.changed.emit({ ...this.question(), ...parts });
  }

  /** Takes a part away where `value` is undefined. */
  protected set<K extends 'hint' | 'askedWhen' | 'privacy' | 'range'>(
    part: K,
    value: Question[K] | undefined,
  ): void {
    const { [part]: _, ...rest } = this.question();
    this.changed.emit({ ...(rest as Question), ...(value === undefined ? {} : { [part]: value }) });
  }

  protected setKind(chosen: string): void {
    const kind = this.kinds().find((one) => one === chosen);
    if (kind !== undefined) this.changed.emit(withKind(this.question(), kind));
  }

  protected setRange(at: 0 | 1, value: number | null): void {
    const [low, high] = this.question().range ?? [null, null];
    const next = at === 0 ? ([value, high] as const) : ([low, value] as const);
    if (next[0] === null && next[1] === null) this.set('range', undefined);
    else this.set('range', [next[0] ?? 0, next[1] ?? Math.max(0, next[0] ?? 0) + 100]);
  }

  protected readonly noHint: LocalizedText = { en: '', es: '' };
}
