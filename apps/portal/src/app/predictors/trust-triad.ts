import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CoupleTrustView, TrustReviewView, TrustSideView } from '@trellis/contracts';
import { predictors, trustNames, trustSubscales } from '@trellis/domain';
import { Button, Card, Chip, Note } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { CurrentCouple } from '../core/couple/current-couple';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { TrackerTable, type TrackerRow } from './tracker-table';

/** Three sides of trust as both people rated them, once a review was opened in a session. For therapists alone. */
@Component({
  selector: 'tr-trust-triad',
  imports: [Button, Card, Chip, Note, ProblemNote, TrackerTable, TranslocoPipe],
  templateUrl: './trust-triad.html',
  styles: `
    .parts {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 12px;
    }
  `,
})
export class TrustTriad {
  readonly coupleId = input.required<string>();
  readonly #http = inject(HttpClient);
  readonly #couple = inject(CurrentCouple);
  readonly #words = inject(Words);
  protected readonly attempt = new Attempt();
  /** Null until it is opened, and again for another couple. */
  protected readonly opened = linkedSignal<string, CoupleTrustView | null>({
    source: this.coupleId,
    computation: () => null,
  });
  protected readonly days = computed(() =>
    (this.opened()?.reviews ?? []).map(({ on }) => this.#words.day(on)),
  );
  protected readonly sides = computed(() => {
    const view = this.opened();
    if (view === null || view.reviews.length === 0) return [];
    return trustSubscales.map((side) => ({
      side,
      name: trustNames[side][this.#words.language()],
      rows: this.#rows(view.reviews, side),
      newest: this.#newest(view.reviews.at(-1), side),
      beside: this.#beside(view, side),
    }));
  });

  protected async open(): Promise<void> {
    await this.attempt.run(async () => {
      const url = apiUrl(paths.clinic.trustReviews, this.coupleId());
      this.opened.set(await firstValueFrom(this.#http.get<CoupleTrustView>(url)));
    });
  }

  #rows(reviews: readonly TrustReviewView[], side: TrustSideView['side']): readonly TrackerRow[] {
    const of = (pick: (one: TrustSideView) => number | null, none: string): string[] =>
      reviews.map(({ sides }) => {
        const found = sides.find((one) => one.side === side);
        return this.#number(found === undefined ? null : pick(found), none);
      });
    const open = this.#words.say('predictors.trust.tooFew');
    return [
      { name: this.#name('RP'), cells: of(({ self }) => self, open) },
      { name: this.#name('BP'), cells: of(({ partner }) => partner, open) },
      { name: this.#words.say('predictors.trust.apart'), cells: of(({ gap }) => gap, '–') },
    ];
  }

  /** What the newest review says of one side, in words; a view that is missing is named as missing. */
  #newest(review: TrustReviewView | undefined, side: TrustSideView['side']): string {
    const found = review?.sides.find((one) => one.side === side);
    if (found === undefined) return '';
    const say = (key: string, params: object = {}): string =>
      this.#words.say(`predictors.trust.${key}`, { ...params });
    const missing = [
      found.self === null ? this.#name('RP') : '',
      found.partner === null ? this.#name('BP') : '',
    ];
    const names = missing.filter((name) => name !== '');
    if (names.length > 0) return say('missing', { names: this.#words.list(names) });
    return say('both', {
      ...{ self: this.#name('RP'), partner: this.#name('BP') },
      points: Math.round(Math.abs(found.gap ?? 0)),
    });
  }

  #beside({ evidence }: CoupleTrustView, side: TrustSideView['side']): string {
    const language = this.#words.language();
    const found = evidence.find((one) => one.side === side);
    const titles = (found?.exercises ?? []).map((title) => title[language]);
    const charts = (found?.predictors ?? []).flatMap((code) =>
      Object.values(predictors).flatMap((one) => (one.code === code ? [one.name[language]] : [])),
    );
    return this.#words.say('predictors.trust.beside', { what: this.#words.list([...charts, ...titles]) });
  }

  #name(side: 'RP' | 'BP'): string {
    return this.#couple.person(side)?.name ?? '';
  }

  #number(value: number | null, none: string): string {
    if (value === null) return none;
    return new Intl.NumberFormat(this.#words.language(), { maximumFractionDigits: 1 }).format(value);
  }
}
