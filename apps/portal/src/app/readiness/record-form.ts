import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RecordReadinessRequest } from '@trellis/contracts';
import { localDateOf } from '@trellis/domain';
import { Announcer, Button, Card, ChoiceList, Field, type Option } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { ReadinessOfCouple } from './readiness-of-couple';

type Kind = RecordReadinessRequest['kind'];
type Outcome = NonNullable<RecordReadinessRequest['outcome']>;

const kindsOf: Readonly<Record<'RP' | 'BP' | 'JOINT', readonly Kind[]>> = {
  RP: ['risk_screen', 'treatment_start', 'counsel', 'timing_note', 'separation_purpose'],
  BP: ['risk_screen', 'counsel', 'timing_note', 'separation_purpose'],
  JOINT: ['consultation'],
};
const outcomesOf: Readonly<Partial<Record<Kind, readonly Outcome[]>>> = {
  counsel: ['consulted', 'not_consulted'],
  separation_purpose: ['health', 'safety', 'legal'],
};

/** A dated fact about one person, or the consultation of a solo practice. */
@Component({
  selector: 'tr-record-form',
  imports: [Button, Card, ChoiceList, Field, ProblemNote, TranslocoPipe],
  templateUrl: './record-form.html',
  styleUrl: './readiness-form.css',
})
export class RecordForm {
  readonly side = input.required<'RP' | 'BP' | 'JOINT'>();
  readonly name = input.required<string>();
  readonly zone = input.required<string>();
  readonly closed = output();
  readonly #words = inject(Words);
  readonly #announcer = inject(Announcer);
  protected readonly readiness = inject(ReadinessOfCouple);

  protected readonly kind = linkedSignal<Kind | null>(() =>
    this.side() === 'JOINT' ? 'consultation' : null,
  );
  protected readonly outcome = linkedSignal<Kind | null, Outcome | null>({
    source: this.kind,
    computation: () => null,
  });
  protected readonly on = signal('');
  protected readonly note = signal('');
  protected readonly today = computed(() => localDateOf(new Date(), this.zone()));
  protected readonly day = computed(() => (this.on() === '' ? this.today() : this.on()));
  protected readonly kinds = computed(() => this.#options('kinds', kindsOf[this.side()]));
  protected readonly outcomes = computed(() =>
    this.#options('outcomes', outcomesOf[this.kind() ?? 'risk_screen'] ?? []),
  );
  protected readonly ready = computed(
    () => this.kind() !== null && (this.outcomes().length === 0 || this.outcome() !== null),
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const [kind, outcome, note] = [this.kind(), this.outcome(), this.note().trim()];
    if (kind === null || !this.ready()) return;
    const done = await this.readiness.record({
      ...{ kind, side: this.side(), on: this.day() },
      ...(outcome === null ? {} : { outcome }),
      ...(note === '' ? {} : { note }),
    });
    if (!done) return;
    this.#announcer.say(this.#words.say('readiness.record.done'));
    this.closed.emit();
  }

  #options<T extends string>(group: string, values: readonly T[]): readonly Option<T>[] {
    return values.map((value) => ({ value, label: this.#words.say(`readiness.${group}.${value}`) }));
  }
}
