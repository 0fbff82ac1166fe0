import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReadinessSideView } from '@trellis/contracts';
import { contraindications } from '@trellis/domain';
import { Card, Chip, Note } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { SideWords } from './side-words';

/** What is on record about one person: their answer, what was judged, dated facts, and what a finding asks for. */
@Component({
  selector: 'tr-side-panel',
  imports: [Card, Chip, Note, SideWords, TranslocoPipe],
  templateUrl: './side-panel.html',
  styleUrl: './side-panel.css',
})
export class SidePanel {
  readonly side = input.required<ReadinessSideView>();
  readonly name = input.required<string>();
  readonly timeZone = input.required<string>();
  protected readonly words = inject(Words);

  protected readonly consent = computed(() => {
    const { consent } = this.side();
    if (consent === null) return this.words.say('readiness.consent.none', { name: this.name() });
    if (consent.takenBackAt !== null)
      return this.words.say('readiness.consent.takenBack', { when: this.#date(consent.takenBackAt) });
    const key = consent.expired ? 'expired' : consent.answer;
    const until = consent.validUntil === null ? '' : this.words.fullDay(consent.validUntil);
    return this.words.say(`readiness.consent.${key}`, { when: this.#date(consent.at), until });
  });
  protected readonly judged = computed(() =>
    this.side().assessments.map((row) => ({
      ...row,
      label: this.label(row.condition),
      stands: row.present === null ? 'unknown' : row.expired ? 'expired' : row.present ? 'present' : 'absent',
      when: row.on === null ? '' : this.words.fullDay(row.on),
    })),
  );
  protected readonly facts = computed(() =>
    this.side().facts.map((fact) => ({
      ...{ kind: fact.kind, expired: fact.expired, byName: fact.byName },
      label: this.words.say(`readiness.kinds.${fact.kind}`),
      outcome: fact.outcome === null ? '' : this.words.say(`readiness.outcomes.${fact.outcome}`),
      when: this.words.fullDay(fact.on),
      until: fact.validUntil === null ? '' : this.words.fullDay(fact.validUntil),
    })),
  );
  protected readonly asks = computed(() =>
    this.side().asks.map(({ event, condition }) =>
      this.words.say(`readiness.asks.${event}`, { condition: this.label(condition) }),
    ),
  );
  protected readonly needs = computed(() =>
    this.side().needs.map(({ kind, condition }) =>
      this.words.say(`readiness.needs.${kind}`, { condition: this.label(condition) }),
    ),
  );

  protected label(condition: string): string {
    return contraindications.find(({ id }) => id === condition)?.label[this.words.language()] ?? condition;
  }

  #date(instant: string): string {
    return this.words.date(instant, this.timeZone());
  }
}
