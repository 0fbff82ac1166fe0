import { Component, computed, inject, input } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Note } from '@trellis/ui';
import { Languages } from '../i18n/languages';
import type { Problem } from './problem';

/** What happened, what is safe, what to do; with the support id in small print for staff. */
@Component({
  selector: 'tr-problem-note',
  imports: [Note],
  // Without a problem it takes no place, also where its page leaves a gap between things.
  host: { '[hidden]': 'problem() === null' },
  template: `
    @if (problem(); as current) {
      <tr-note role="alert">
        {{ sentence() }}
        @if (current.correlationId; as id) {
          <small class="small">{{ supportLine() }} {{ id }}</small>
        }
      </tr-note>
    }
  `,
  styles: `
    :host:not([hidden]) {
      display: block;
    }
    small {
      display: block;
      margin-top: 4px;
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

  protected readonly supportLine = computed(() => {
    this.#languages.active();
    return this.#transloco.translate('errors.supportId');
  });
}

/** The sentence of a problem in the active language; an unknown code gets the general sentence. */
export function problemSentence(transloco: TranslocoService, problem: Problem): string {
  const key = `errors.${problem.code}`;
  const known = transloco.translate<string>(key, { ...problem.facts });
  return known === key || known === '' ? transloco.translate('errors.unexpected') : known;
}
