import { Component, computed, inject, input, model } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReadyPlanItemView, ReadyPlanView, PlanWeekView } from '@trellis/contracts';
import { Card, CompartmentMark, Icon, compartmentOfSide } from '@trellis/ui';
import { CurrentCouple } from '../../core/couple/current-couple';
import { Words } from '../../core/i18n/words';
import { causeSentences } from './cause-words';
import { rhythmWords } from './rhythm-words';
import { SettleBoxes, type Settled } from './settle-boxes';

const SIDES = ['RP', 'BP', 'JOINT'] as const;

/** The exercises that are left out, and what was settled for those that ask for it. */
export interface PlanChoice {
  readonly leftOut: readonly string[];
  readonly settled: Readonly<Record<string, readonly Settled[]>>;
}

export const everything: PlanChoice = { leftOut: [], settled: {} };

/** One plan, exercise by exercise and week by week. What cannot be given stands there with its cause. */
@Component({
  selector: 'tr-ready-plan-items',
  imports: [Card, CompartmentMark, Icon, SettleBoxes, TranslocoPipe],
  templateUrl: './ready-plan-items.html',
  styleUrl: './ready-plan-items.css',
})
export class ReadyPlanItems {
  readonly plan = input.required<ReadyPlanView>();
  readonly weeks = input.required<readonly PlanWeekView[]>();
  readonly choice = model<PlanChoice>(everything);
  readonly #couple = inject(CurrentCouple);
  protected readonly words = inject(Words);

  protected readonly lanes = computed(() =>
    SIDES.map((side) => ({
      ...{ side, mark: compartmentOfSide[side], name: this.#nameOf(side) },
      rows: this.plan()
        .items.filter((item) => item.side === side)
        .map((item) => ({
          item,
          title: item.title[this.words.language()],
          rhythm: rhythmWords(this.words, item.cadence),
          chosen: isChosen(item, this.choice()),
          settled: this.choice().settled[item.templateCode] ?? [],
          why: this.#why(item),
        })),
    })).filter(({ rows }) => rows.length > 0),
  );

  protected choose({ templateCode }: ReadyPlanItemView, on: boolean): void {
    this.choice.update((choice) => ({
      ...choice,
      leftOut: on
        ? choice.leftOut.filter((code) => code !== templateCode)
        : [...choice.leftOut, templateCode],
    }));
  }

  protected settle({ templateCode }: ReadyPlanItemView, settled: readonly Settled[]): void {
    this.choice.update((choice) => ({
      ...choice,
      settled: { ...choice.settled, [templateCode]: settled },
    }));
  }

  #why({ state, causes, side }: ReadyPlanItemView): readonly string[] {
    if (state === 'open') return [];
    if (state === 'locked') return causeSentences(this.words, this.#couple, causes);
    if (state === 'other_side') {
      const names = this.words.list(this.#couple.therapists(side));
      return [this.words.say('plans.ready.other_side', { names })];
    }
    return [this.words.say(`plans.ready.${state}`)];
  }

  #nameOf(side: 'RP' | 'BP' | 'JOINT'): string {
    return side === 'JOINT' ? this.words.say('homework.joint') : (this.#couple.person(side)?.name ?? '');
  }
}

/** Open, not left out, and with everything settled that it asks for. */
export function isGiven(item: ReadyPlanItemView, choice: PlanChoice): boolean {
  const settled = choice.settled[item.templateCode] ?? [];
  return isChosen(item, choice) && item.settles.every((one) => settled.includes(one));
}

function isChosen({ state, templateCode }: ReadyPlanItemView, { leftOut }: PlanChoice): boolean {
  return state === 'open' && !leftOut.includes(templateCode);
}
