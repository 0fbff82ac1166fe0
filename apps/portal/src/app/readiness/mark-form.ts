import { Component, computed, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MarkReadinessRequest, ReadinessRowView } from '@trellis/contracts';
import { Announcer, Button, ChoiceList, Field, type Option } from '@trellis/ui';
import { MeanwhileNote } from '../core/forms/meanwhile-note';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { ReadinessOfCouple } from './readiness-of-couple';

type Status = MarkReadinessRequest['status'];

/** How a criterion stands, with evidence; an exception with its reason, an override with the colleague who signs too. */
@Component({
  selector: 'tr-mark-form',
  imports: [Button, ChoiceList, Field, MeanwhileNote, ProblemNote, TranslocoPipe],
  templateUrl: './mark-form.html',
  styleUrl: './readiness-form.css',
})
export class MarkForm {
  readonly item = input.required<ReadinessRowView>();
  readonly closed = output();
  readonly #words = inject(Words);
  readonly #announcer = inject(Announcer);
  protected readonly readiness = inject(ReadinessOfCouple);

  readonly #chosen = signal<Status | null>(null);
  /** What was chosen here stays, also when a colleague marked it meanwhile. */
  protected readonly status = computed<Status | null>(
    () => this.#chosen() ?? (this.item().version === 0 ? null : this.item().status),
  );
  /** As it stood when this form was opened. */
  readonly #id = computed(() => this.item().id);
  readonly #began = linkedSignal<string, number>({
    source: this.#id,
    computation: () => untracked(() => this.item().version),
  });
  /** How a colleague marked it since, and who. */
  protected readonly meanwhile = computed(() => {
    const { version, status, markedByName } = this.item();
    if (version === this.#began()) return null;
    return [this.#words.say(`readiness.mark.${status}`), markedByName]
      .filter((part) => part !== null)
      .join(', ');
  });
  protected readonly evidence = signal('');
  protected readonly reason = signal('');
  protected readonly coSigner = signal('');

  protected readonly statuses = computed((): readonly Option<Status>[] => {
    const all: readonly Status[] = this.item().excusable
      ? ['met', 'not_met', 'not_applicable', 'clinician_override']
      : ['met', 'not_met'];
    return all.map((value) => ({ value, label: this.#words.say(`readiness.mark.${value}`) }));
  });
  /** Whoever holds only another side of this couple would read the reason through the wall, and is not offered. */
  protected readonly coSigners = computed(() =>
    (this.readiness.view()?.coSigners ?? []).filter(
      ({ sides }) => this.item().side === 'JOINT' || sides.length === 0 || sides.includes(this.item().side),
    ),
  );
  protected readonly excused = computed(
    () => this.status() === 'not_applicable' || this.status() === 'clinician_override',
  );
  protected readonly ready = computed(() => {
    if (this.status() === null) return false;
    if (this.excused() && this.reason().trim() === '') return false;
    return this.status() !== 'clinician_override' || this.coSigner() !== '';
  });

  protected choose(status: Status | null): void {
    this.#chosen.set(status);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const status = this.status();
    if (status === null || !this.ready()) return;
    const evidence = this.evidence().trim();
    const done = await this.readiness.mark(this.item().id, this.item().version, {
      status,
      ...(evidence === '' ? {} : { evidence }),
      ...(this.excused() ? { reason: this.reason().trim() } : {}),
      ...(status === 'clinician_override' ? { coSignerId: this.coSigner() } : {}),
    });
    if (!done) return;
    this.#announcer.say(this.#words.say('readiness.mark.done'));
    this.closed.emit();
  }
}
