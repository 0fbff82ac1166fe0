import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SupervisionCoupleView } from '@trellis/contracts';
import { predictorCodes } from '@trellis/domain';
import { Button, StatePanel } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { SupervisedCouples } from './supervised-couples';

/** The caseload as one brings it to supervision: statements and gaps by name, without a score or a rank. */
@Component({
  selector: 'tr-supervision-page',
  imports: [Button, ProblemNote, RouterLink, StatePanel, TranslocoPipe],
  providers: [SupervisedCouples],
  templateUrl: './supervision-page.html',
  styleUrl: './supervision-page.css',
})
export class SupervisionPage {
  readonly #words = inject(Words);
  protected readonly caseload = inject(SupervisedCouples);
  protected readonly columns = computed(() =>
    predictorCodes.map((code) => this.#words.say(`couple.predictors.short.${code}`)),
  );
  /** How many couples each of the first three statements is made of, for one predictor or more. */
  protected readonly sentence = computed(() => {
    const having = (statement: string): number =>
      this.caseload.couples().filter(({ changes }) => changes.some((one) => one.statement === statement))
        .length;
    return this.#words.say('supervision.sentence', {
      couples: this.caseload.couples().length,
      better: having('improved_beyond_noise'),
      lower: having('worse_beyond_noise'),
    });
  });
  protected readonly rows = computed(() =>
    this.caseload.couples().map((couple) => ({
      id: couple.coupleId,
      name: couple.coupleName,
      link: ['/couples', couple.coupleId, 'predictors'],
      cells: couple.changes.map(({ predictor, statement }) => ({
        statement,
        label: this.#words.say(`couple.predictors.short.${predictor}`),
        words: this.#words.say(couple.measured ? `predictors.short.${statement}` : 'supervision.hidden'),
      })),
      missing: this.#missing(couple),
      open: couple.openEpisodes,
    })),
  );

  constructor() {
    void this.caseload.load();
  }

  #missing({ measured, readings, selfMissing, partnerMissing }: SupervisionCoupleView): string {
    if (!measured) return this.#words.say('supervision.hidden');
    if (readings === 0) return this.#words.say('supervision.noReading');
    if (selfMissing + partnerMissing === 0) return this.#words.say('supervision.allThere', { readings });
    return this.#words.say('supervision.missing', { readings, self: selfMissing, partner: partnerMissing });
  }
}
