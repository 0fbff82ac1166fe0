import { Component, computed, inject, input } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Note } from '@trellis/ui';
import { Languages } from '../i18n/languages';
import type { Problem } from './problem';

/** What happened, what is safe, what to do. A person never sees a code or an id here. */
@Component({
  selector: 'tr-problem-note',
  imports: [Note],
  template: `
    @if (problem()) {
      <tr-note role="alert">{{ sentence() }}</tr-note>
    }
  `,
})
export class ProblemNote {
  readonly problem = input.required<Problem | null>();
  readonly #transloco = inject(TranslocoService);
  readonly #languages = inject(Languages);

  protected readonly sentence = computed(() => {
    const problem = this.problem();
    this.#languages.active();
    return problem === null ? '' : problemSentence(this.#transloco, problem);
  });
}

/** The sentence of a problem in the active language; an unknown code gets the general sentence. */
export function problemSentence(transloco: TranslocoService, problem: Problem): string {
  const key = `errors.${problem.code}`;
  const known = transloco.translate<string>(key, { ...problem.facts });
  return known === key || known === '' ? transloco.translate('errors.unexpected') : known;
}
