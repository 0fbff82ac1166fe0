import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { clinicTemplateLimits, type FieldOption, type LocalizedText } from '@trellis/domain';
import { Button, Field, Icon } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { Findings } from './findings';
import { moved, newOption, removed, replaced } from './question-shapes';
import { SaidField } from './said-field';

/** The answers that a question offers, in their order, and which of them tell the own therapist. */
@Component({
  selector: 'tr-options-editor',
  imports: [Button, Field, Icon, SaidField, TranslocoPipe],
  templateUrl: './options-editor.html',
  styleUrl: './options-editor.css',
})
export class OptionsEditor {
  readonly path = input.required<string>();
  readonly options = input.required<readonly FieldOption[]>();
  /** Several answers at once tell nobody anything by themselves. */
  readonly withRisk = input.required<boolean>();
  readonly changed = output<readonly FieldOption[]>();
  readonly #words = inject(Words);
  protected readonly findings = inject(Findings);

  protected readonly longest = clinicTemplateLimits.label;
  protected readonly most = clinicTemplateLimits.options;
  protected readonly risks = ['look', 'alarm'] as const;
  protected readonly names = computed(() =>
    this.options().map((_, at) => this.#words.say('library.build.place.option', { number: at + 1 })),
  );

  protected say(at: number, label: LocalizedText): void {
    this.#put(at, (option) => ({ ...option, label }));
  }

  protected setRisk(at: number, chosen: string): void {
    const risk = this.risks.find((one) => one === chosen);
    this.#put(at, ({ value, label }) => ({ value, label, ...(risk === undefined ? {} : { risk }) }));
  }

  protected move(at: number, by: -1 | 1): void {
    this.changed.emit(moved(this.options(), at, by));
  }

  protected remove(at: number): void {
    this.changed.emit(removed(this.options(), at));
  }

  protected add(): void {
    this.changed.emit([...this.options(), newOption(this.options())]);
  }

  #put(at: number, change: (option: FieldOption) => FieldOption): void {
    const option = this.options()[at];
    if (option !== undefined) this.changed.emit(replaced(this.options(), at, change(option)));
  }
}
