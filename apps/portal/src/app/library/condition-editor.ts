import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Field as Question } from '@trellis/domain';
import { Field, MultiChips, type Option } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { Findings } from './findings';
import { isChoosing } from './question-shapes';

type Condition = NonNullable<Question['askedWhen']>;

/** Whether a question is always asked, or only after certain answers to an earlier one. */
@Component({
  selector: 'tr-condition-editor',
  imports: [Field, MultiChips, TranslocoPipe],
  template: `
    <tr-field #field [label]="'library.build.condition.label' | transloco" [error]="error()">
      <select
        #pick
        [attr.data-place]="path() + '.key'"
        [id]="field.id"
        [attr.aria-describedby]="field.describedBy"
        [value]="condition()?.key ?? ''"
        (change)="choose(pick.value)"
      >
        <option value="" [selected]="!condition()">{{ 'library.build.condition.always' | transloco }}</option>
        @for (one of sources(); track one.key) {
          <option [value]="one.key" [selected]="one.key === condition()?.key">{{ one.name }}</option>
        }
      </select>
    </tr-field>
    @if (condition(); as current) {
      <tr-multi-chips
        [attr.data-place]="path() + '.is'"
        [legend]="'library.build.condition.is' | transloco"
        [options]="answers()"
        [value]="chosen()"
        (valueChange)="pickAnswers(current.key, $event)"
      />
      @if (findings.at(path() + '.is'); as wrong) {
        <p class="wrong" role="alert">{{ wrong }}</p>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
    }
    .wrong {
      color: var(--note);
      font-size: var(--small-size);
    }
  `,
})
export class ConditionEditor {
  readonly path = input.required<string>();
  readonly condition = input.required<Condition | undefined>();
  /** Questions that come before this one. */
  readonly earlier = input.required<readonly Question[]>();
  readonly changed = output<Condition | undefined>();
  readonly #words = inject(Words);
  protected readonly findings = inject(Findings);

  protected readonly error = computed(() => this.findings.at(`${this.path()}.key`));
  protected readonly sources = computed(() => {
    const told = this.earlier()
      .map((field, at) => ({ field, name: `${(at + 1).toString()}. ${this.#label(field)}` }))
      .filter(({ field }) => field.kind === 'bool' || isChoosing(field.kind))
      .map(({ field, name }) => ({ key: field.key, name }));
    const current = this.condition()?.key;
    // A question that moved behind this one, or left, is still named until another choice is made.
    return current === undefined || told.some(({ key }) => key === current)
      ? told
      : [...told, { key: current, name: this.#words.say('library.build.condition.gone') }];
  });
  readonly #source = computed(() => this.earlier().find(({ key }) => key === this.condition()?.key));
  protected readonly answers = computed((): readonly Option[] => {
    const source = this.#source();
    if (source?.kind === 'bool')
      return ['true', 'false'].map((value) => ({
        value,
        label: this.#words.say(`library.build.is.${value}`),
      }));
    return (source?.options ?? []).map(({ value, label }) => ({ value, label: label.en || value }));
  });
  protected readonly chosen = computed(() => (this.condition()?.is ?? []).map(String));

  protected choose(key: string): void {
    this.changed.emit(key === '' ? undefined : { key, is: [] });
  }

  protected pickAnswers(key: string, values: readonly string[]): void {
    const bool = this.#source()?.kind === 'bool';
    this.changed.emit({ key, is: bool ? values.map((value) => value === 'true') : values });
  }

  #label({ label, key }: Question): string {
    return label[this.#words.language()] || label.en || key;
  }
}
