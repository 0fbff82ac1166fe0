import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { GateCriterionView, GateView } from '@trellis/contracts';
import { Announcer, Button, Card, Chip, CompartmentMark, Icon, compartmentOfSide } from '@trellis/ui';
import { CurrentCouple } from '../core/couple/current-couple';
import { Words } from '../core/i18n/words';
import { CoupleStages } from './couple-stages';

/** One gate: every criterion with what stands behind it, both answers, the signatures, and the one act of opening. */
@Component({
  selector: 'tr-gate-card',
  imports: [Button, Card, Chip, CompartmentMark, Icon, TranslocoPipe],
  templateUrl: './gate-card.html',
  styleUrl: './gate-card.css',
})
export class GateCard {
  readonly gate = input.required<GateView>();
  readonly #couple = inject(CurrentCouple);
  readonly #announcer = inject(Announcer);
  protected readonly words = inject(Words);
  protected readonly stages = inject(CoupleStages);
  protected readonly heading = computed(() => {
    const { to } = this.gate();
    return this.words.say('stages.gate.heading', { from: to - 1, to });
  });
  protected readonly groups = computed(() =>
    (['hard', 'soft'] as const).map((level) => {
      const rows = this.gate().criteria.filter((one) => one.level === level);
      return {
        ...{ level, rows: rows.map((row) => this.#row(row)) },
        met: rows.filter(({ met }) => met).length,
      };
    }),
  );
  protected readonly answers = computed(() =>
    this.gate().agreements.map((one) => ({
      ...one,
      name: this.#name(one.side),
      when: one.answeredAt === null ? '' : this.words.moment(one.answeredAt, this.#zone()),
    })),
  );
  protected readonly signatures = computed(() =>
    this.gate().signatures.map((one) => ({
      ...one,
      role: this.words.say(`stages.roles.${one.side}`, { name: this.#name(one.side) }),
      when: one.signedAt === null ? '' : this.words.moment(one.signedAt, this.#zone()),
    })),
  );

  protected async sign(side: string): Promise<void> {
    if (await this.stages.sign(this.gate().to, side)) this.#announcer.say(this.words.say('stages.signed'));
  }

  protected async open(): Promise<void> {
    if (await this.stages.open(this.gate().to)) this.#announcer.say(this.words.say('stages.opened'));
  }

  #row(row: GateCriterionView) {
    const evidence = row.evidence.map(({ name, value }) =>
      this.words.say(`stages.evidence.${name}`, { value: this.#shown(value) }),
    );
    return {
      ...row,
      text: row.title[this.words.language()],
      mark: compartmentOfSide[row.side],
      person: this.#name(row.side),
      behind: evidence.join(' · '),
      who: this.words.list(row.who.map((actor) => this.#actor(actor))),
    };
  }

  #shown(value: string): string {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return this.words.day(value);
    return /^[a-z_]+$/.test(value) ? this.words.sayOr(`stages.values.${value}`, value) : value;
  }

  #actor(actor: string): string {
    if (actor === 'T_C') return this.words.say('stages.roles.JOINT');
    if (actor === 'RP' || actor === 'BP') return this.#name(actor);
    return this.words.say(actor === 'T_RP' ? 'stages.roles.RP' : 'stages.roles.BP', {
      name: this.#name(actor === 'T_RP' ? 'RP' : 'BP'),
    });
  }

  #name(side: 'RP' | 'BP' | 'JOINT'): string {
    return side === 'JOINT'
      ? this.words.say('stages.sides.JOINT')
      : (this.#couple.person(side)?.name ?? this.words.say(`stages.sides.${side}`));
  }

  #zone(): string {
    return this.#couple.view()?.timeZone ?? 'UTC';
  }
}
