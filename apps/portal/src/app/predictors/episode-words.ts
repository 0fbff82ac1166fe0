import { Injectable, inject } from '@angular/core';
import type { EpisodeView } from '@trellis/contracts';
import { Words } from '../core/i18n/words';

/** One thing that a rule found, ready to be read. */
export interface FoundWords {
  readonly key: string;
  readonly words: string;
  readonly when: string;
  /** That it was met earlier, in a turbulent time; empty where it was not. */
  readonly held: string;
}

/** Rules that wait while scores move more than they mean (ALERT-14). */
const heldRules: readonly string[] = ['OT-1', 'OT-2'];

/** What the rules found and how far therapists are with it, in words; no rule's number is shown. */
@Injectable({ providedIn: 'root' })
export class EpisodeWords {
  readonly #words = inject(Words);

  /** Who did what last, or until when somebody should look. */
  standing({ state, actedBy, actedOn, acknowledgeBy, overdue }: EpisodeView): string {
    const key = state === 'open' && overdue ? 'overdue' : state;
    return this.#words.say(`predictors.episodes.state.${key}`, {
      who: actedBy ?? '',
      day: this.#words.day(state === 'open' ? acknowledgeBy : (actedOn ?? acknowledgeBy)),
    });
  }

  found({ alerts }: Pick<EpisodeView, 'alerts'>): readonly FoundWords[] {
    return alerts.map(({ rule, predictor, metOn, on, note }) => {
      const about = predictor === null ? '' : `${this.#words.say(`couple.predictors.${predictor}`)}: `;
      const more = note === null ? '' : ` ${this.#words.say(`predictors.episodes.notes.${note}`)}`;
      const held = metOn !== on && heldRules.includes(rule);
      return {
        key: `${rule} ${predictor ?? ''} ${on} ${note ?? ''}`,
        words: `${about}${this.#words.say(`predictors.episodes.rules.${rule}`)}${more}`,
        when: this.#words.day(on),
        held: held ? this.#words.say('predictors.episodes.held', { day: this.#words.day(metOn) }) : '',
      };
    });
  }
}
