import { Component, computed, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PredictorChartView, ShownChangeView } from '@trellis/contracts';
import { canBeShownInWords, changeStatements, statementFor } from '@trellis/domain';
import { Announcer, Button, Card, MultiChips } from '@trellis/ui';
import { CurrentCouple } from '../core/couple/current-couple';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { CoupleShownChanges } from './couple-shown-changes';

type Side = ShownChangeView['to'];

/** Showing a change in session, in the words the people will read, and taking it back. */
@Component({
  selector: 'tr-shown-changes',
  imports: [Button, Card, MultiChips, ProblemNote, TranslocoPipe],
  providers: [CoupleShownChanges],
  templateUrl: './shown-changes.html',
  styles: `
    .parts {
      display: grid;
      gap: 12px;
      max-width: 44rem;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
      justify-content: space-between;
      padding: 8px 0;
      border-top: 1px solid var(--line);
    }
    blockquote {
      margin: 0;
    }
  `,
})
export class ShownChanges {
  readonly coupleId = input.required<string>();
  readonly chart = input.required<PredictorChartView>();
  readonly #couple = inject(CurrentCouple);
  readonly #words = inject(Words);
  readonly #announcer = inject(Announcer);
  protected readonly shown = inject(CoupleShownChanges);

  protected readonly inSession = computed(() => this.shown.view()?.inSession ?? []);
  /** Whom to show it to; chosen anew for each predictor. */
  protected readonly to = linkedSignal<string, readonly string[]>({
    source: () => this.chart().predictor,
    computation: () => [],
  });
  protected readonly people = computed(() =>
    this.inSession().map((value) => ({ value, label: this.#name(value) })),
  );
  /** The sentence as it will stand on the phone; empty while there is none. */
  protected readonly sentence = computed(() => {
    const statement = changeStatements.find((one) => one === this.chart().statement);
    if (statement === undefined || !canBeShownInWords(statement)) return '';
    return statementFor(statement, 'client')[this.#words.language()];
  });
  protected readonly standing = computed(() =>
    (this.shown.view()?.shown ?? []).map((change) => ({
      change,
      line: this.#words.say('predictors.shown.line', {
        name: this.#words.say(`couple.predictors.${change.predictor}`),
        who: this.#name(change.to),
        day: this.#words.fullDay(change.shownOn),
      }),
      words: statementFor(change.statement, 'client')[this.#words.language()],
    })),
  );

  constructor() {
    effect(() => {
      const coupleId = this.coupleId();
      untracked(() => {
        this.shown.show(coupleId);
      });
    });
  }

  protected async put(): Promise<void> {
    const to = this.inSession().filter((side) => this.to().includes(side));
    if (to.length === 0) return;
    if (!(await this.shown.put({ predictor: this.chart().predictor, to }))) return;
    this.to.set([]);
    this.#announcer.say(this.#words.say('predictors.shown.done'));
  }

  protected async takeBack(change: ShownChangeView): Promise<void> {
    if (await this.shown.takeBack(change)) this.#announcer.say(this.#words.say('predictors.shown.gone'));
  }

  #name(side: Side): string {
    return this.#couple.person(side)?.name ?? '';
  }
}
