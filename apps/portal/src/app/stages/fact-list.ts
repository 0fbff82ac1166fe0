import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { indexItems } from '@trellis/domain';
import { Button, Card } from '@trellis/ui';
import { CurrentCouple } from '../core/couple/current-couple';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { CoupleStages } from './couple-stages';

/** What is on record on one's own sides: facts and the weekly index. Words are opened one at a time, and on record. */
@Component({
  selector: 'tr-fact-list',
  imports: [Button, Card, ProblemNote, TranslocoPipe],
  templateUrl: './fact-list.html',
  styles: `
    ul {
      display: grid;
      gap: 6px;
      padding: 0;
      list-style: none;
    }
    h3 {
      margin: 12px 0 4px;
    }
    .text {
      font-family: var(--serif);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class FactList {
  readonly #couple = inject(CurrentCouple);
  readonly #words = inject(Words);
  readonly #stages = inject(CoupleStages);
  protected readonly attempt = new Attempt();
  protected readonly shown = signal<{ readonly id: string; readonly lines: readonly string[] } | null>(null);
  protected readonly facts = computed(() =>
    (this.#stages.view()?.facts ?? []).map((fact) => {
      const parts = [
        this.#words.say(`stages.kinds.${fact.kind}`),
        this.#words.say(`stages.outcomes.${fact.outcome}`),
        ...(fact.amounts.length > 0 ? [fact.amounts.join(', ')] : []),
        ...[this.#name(fact.side), this.#words.day(fact.on), fact.byName],
      ];
      return { id: fact.id, hasNote: fact.hasNote, line: parts.join(' · ') };
    }),
  );
  protected readonly weeks = computed(() =>
    (this.#stages.view()?.index ?? []).map((week) => ({
      id: week.id,
      line: this.#words.say(week.score === null ? 'stages.index.tooFew' : 'stages.index.week', {
        ...{ name: this.#name(week.side), when: this.#words.day(week.week), score: week.score ?? '' },
      }),
      alarm: week.alarm,
    })),
  );

  protected async note(id: string): Promise<void> {
    await this.attempt.run(async () => {
      this.shown.set({ id, lines: [(await this.#stages.words('facts', id)).words] });
    });
  }

  protected async answers(id: string): Promise<void> {
    await this.attempt.run(async () => {
      const { answers } = await this.#stages.indexAnswers(id);
      const language = this.#words.language();
      const lines = answers.map(({ item, value }) => {
        const words = indexItems.find(({ key }) => key === item)?.words[language] ?? item;
        return `${words} ${value === null ? '–' : String(value)} / 4`;
      });
      this.shown.set({ id, lines });
    });
  }

  #name(side: 'RP' | 'BP' | 'JOINT'): string {
    const person = side === 'JOINT' ? null : this.#couple.person(side);
    return person?.name ?? this.#words.say(`stages.sides.${side}`);
  }
}
