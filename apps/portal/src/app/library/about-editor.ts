import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { clinicTemplateLimits, type PredictorCode, type Stage } from '@trellis/domain';
import { ChoiceList, Field, MultiChips, type Option } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { ExerciseDraft } from './exercise-draft';
import { Findings } from './findings';
import { NumberField } from './number-field';
import { SaidField } from './said-field';

/** What an exercise is called, what it is for, who reads it and what it belongs to. */
@Component({
  selector: 'tr-about-editor',
  imports: [ChoiceList, Field, MultiChips, NumberField, SaidField, TranslocoPipe],
  templateUrl: './about-editor.html',
  styleUrl: './question-parts.css',
})
export class AboutEditor {
  readonly #words = inject(Words);
  protected readonly draft = inject(ExerciseDraft);
  protected readonly findings = inject(Findings);
  protected readonly limits = clinicTemplateLimits;
  protected readonly minuteBounds = [1, clinicTemplateLimits.minutes] as const;

  protected readonly stages = this.#options([1, 2, 3] as readonly Stage[], 'stages');
  protected readonly predictors = this.#options(
    ['CT', 'PI', 'ED', 'CG', 'TS'] as readonly PredictorCode[],
    'predictors',
  );
  protected readonly privacies = this.#options(['P1', 'P0'] as const, 'privacy');
  /** The questions whose answers may be released; none chosen means all. */
  protected readonly shareable = computed((): readonly Option[] =>
    this.draft
      .content()
      .fields.filter(({ privacy }) => privacy !== 'P0')
      .map(({ key, label }) => ({
        value: key,
        label: label[this.#words.language()] || label.en || this.#words.say('library.build.unnamed'),
      })),
  );
  protected readonly shared = computed(() => {
    const { sharing } = this.draft.content();
    return sharing.kind === 'partner' ? (sharing.fields ?? []) : [];
  });

  protected share(kind: string): void {
    this.draft.set('sharing', kind === 'partner' ? { kind } : { kind: 'none' });
  }

  protected shareOnly(fields: readonly string[]): void {
    this.draft.set('sharing', { kind: 'partner', ...(fields.length === 0 ? {} : { fields }) });
  }

  #options<T extends string | number>(values: readonly T[], words: string) {
    return computed((): readonly Option<T>[] =>
      values.map((value) => ({ value, label: this.#words.say(`library.${words}.${value.toString()}`) })),
    );
  }
}
