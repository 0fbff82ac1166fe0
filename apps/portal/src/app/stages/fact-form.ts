import { Component, computed, inject, linkedSignal, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { localDateOf } from '@trellis/domain';
import { Announcer, Button, Card, ChoiceList, Field, type Option } from '@trellis/ui';
import { gateFactKinds, gateFactNames, type GateFactKind, type GateFactKindName } from '@trellis/vocabulary';
import { CurrentCouple, type Side } from '../core/couple/current-couple';
import { Words } from '../core/i18n/words';
import { CoupleStages } from './couple-stages';

/** Puts one fact on record: which, about whom, what came of it, and on which day. */
@Component({
  selector: 'tr-fact-form',
  imports: [Button, Card, ChoiceList, Field, TranslocoPipe],
  templateUrl: './fact-form.html',
  styles: `
    form {
      display: grid;
      gap: 14px;
    }
    select,
    textarea {
      width: 100%;
    }
    .ends {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class FactForm {
  readonly closed = output();
  readonly #couple = inject(CurrentCouple);
  readonly #words = inject(Words);
  readonly #announcer = inject(Announcer);
  protected readonly stages = inject(CoupleStages);
  protected readonly kind = signal<GateFactKindName | null>(null);
  protected readonly form = computed((): GateFactKind | null => {
    const kind = this.kind();
    return kind === null ? null : gateFactKinds[kind];
  });
  protected readonly side = linkedSignal<GateFactKind | null, Side | null>({
    source: this.form,
    computation: (form) => (form === null ? null : (this.#open(form)[0] ?? null)),
  });
  protected readonly outcome = linkedSignal<GateFactKind | null, string | null>({
    source: this.form,
    computation: (form) => (form?.outcomes.length === 1 ? (form.outcomes[0] ?? null) : null),
  });
  protected readonly on = signal('');
  protected readonly before = signal('');
  protected readonly numbers = signal('');
  protected readonly note = signal('');
  protected readonly today = computed(() => localDateOf(new Date(), this.#couple.view()?.timeZone ?? 'UTC'));
  protected readonly day = computed(() => (this.on() === '' ? this.today() : this.on()));
  protected readonly choices = computed(() =>
    gateFactNames
      .filter((name) => this.#open(gateFactKinds[name]).length > 0)
      .map((value) => ({ value, label: this.#words.say(`stages.kinds.${value}`) })),
  );
  protected readonly sides = computed((): readonly Option<Side>[] => {
    const form = this.form();
    return form === null ? [] : this.#open(form).map((value) => ({ value, label: this.#name(value) }));
  });
  protected readonly outcomes = computed((): readonly Option<string>[] =>
    (this.form()?.outcomes ?? []).map((value) => ({
      value,
      label: this.#words.say(`stages.outcomes.${value}`),
    })),
  );
  protected readonly amounts = computed(() => {
    const found = this.numbers().match(/-?\d+/g) ?? [];
    return found.map(Number);
  });
  protected readonly ready = computed(() => {
    const form = this.form();
    if (form === null || this.side() === null || this.outcome() === null) return false;
    const counted = form.amounts;
    const [amounts, note] = [this.amounts(), this.note().trim()];
    return (
      (counted === undefined ||
        (amounts.length > 0 &&
          amounts.length <= counted.most &&
          amounts.every((one) => one >= counted.from && one <= counted.to))) &&
      (form.compared !== true || (this.before() !== '' && this.before() < this.day())) &&
      (form.noted !== true || note !== '')
    );
  });

  protected choose(value: string): void {
    this.kind.set(gateFactNames.find((name) => name === value) ?? null);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const [kind, side, outcome, form] = [this.kind(), this.side(), this.outcome(), this.form()];
    if (kind === null || side === null || outcome === null || form === null || !this.ready()) return;
    const note = this.note().trim();
    const done = await this.stages.record({
      ...{ kind, side, outcome, on: this.day() },
      ...(form.amounts === undefined ? {} : { amounts: this.amounts() }),
      ...(form.compared === true ? { comparedWith: this.before() } : {}),
      ...(note === '' ? {} : { note }),
    });
    if (!done) return;
    this.#announcer.say(this.#words.say('stages.fact.done'));
    this.closed.emit();
  }

  /** Sides of the kind on which this reader may record; joint facts belong to the whole team. */
  #open({ sides }: GateFactKind): readonly Side[] {
    return sides.filter((side) => side === 'JOINT' || this.#couple.holds(side));
  }

  #name(side: Side): string {
    const person = side === 'JOINT' ? null : this.#couple.person(side);
    return person?.name ?? this.#words.say(`stages.sides.${side}`);
  }
}
