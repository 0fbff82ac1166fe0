import { Component, computed, inject, input } from '@angular/core';
import { Note } from '@trellis/ui';
import type { Problem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';

interface TakenHour {
  readonly startsAt: string;
  readonly taken: readonly string[];
}

/** What went wrong; of taken hours, which they are and as much as may be known of whose they are. */
@Component({
  selector: 'tr-taken-note',
  imports: [Note, ProblemNote],
  host: { '[hidden]': 'problem() === null' },
  template: `
    <tr-problem-note [problem]="problem()" />
    @if (lines().length > 0) {
      <tr-note>
        <ul>
          @for (line of lines(); track line) {
            <li>{{ line }}</li>
          }
        </ul>
      </tr-note>
    }
  `,
  styles: `
    :host:not([hidden]) {
      display: grid;
      gap: 8px;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
  `,
})
export class TakenNote {
  readonly problem = input.required<Problem | null>();
  readonly zone = input.required<string>();
  readonly #words = inject(Words);

  protected readonly lines = computed(() => {
    const problem = this.problem();
    if (problem?.code !== 'appointment_conflict') return [];
    const hours = (problem.facts['hours'] ?? []) as readonly TakenHour[];
    return hours.map(({ startsAt, taken }) =>
      this.#words.say('calendar.taken', {
        when: this.#words.moment(startsAt, this.zone()),
        who: this.#words.list(taken.map((one) => this.#words.say(`calendar.takenBy.${one}`))),
      }),
    );
  });
}
