import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { BeginProgressNoteRequest, NotableSessionView, NoteFormView } from '@trellis/contracts';
import { Button, Card, Field } from '@trellis/ui';
import { CurrentCouple, type Side } from '../core/couple/current-couple';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { CoupleNotes } from './couple-notes';
import { ProgressNotesApi } from './progress-notes-api';

/** Which session, whose record, which form. Nothing else is asked before one can write. */
@Component({
  selector: 'tr-begin-note',
  imports: [Button, Card, Field, ProblemNote, TranslocoPipe],
  templateUrl: './begin-note.html',
  styles: `
    form {
      display: grid;
      gap: 10px;
    }
    button {
      justify-self: start;
    }
  `,
})
export class BeginNote {
  readonly coupleId = input.required<string>();
  /** The session that one came from; '' where the choice is open. */
  readonly from = input('');
  readonly begun = output<string>();
  readonly #api = inject(ProgressNotesApi);
  readonly #words = inject(Words);
  readonly #couple = inject(CurrentCouple);
  protected readonly notes = inject(CoupleNotes);
  protected readonly attempt = new Attempt();
  readonly #forms = signal<readonly NoteFormView[]>([]);
  protected readonly own = computed(() => this.#forms().filter(({ retiredAt }) => retiredAt === null));
  protected readonly form = signal('SOAP');
  protected readonly sessions = computed(() =>
    (this.notes.page()?.sessions ?? []).map((session) => ({ session, label: this.#label(session) })),
  );
  protected readonly chosen = linkedSignal(() => {
    const all = this.notes.page()?.sessions ?? [];
    return (all.find(({ appointmentId }) => appointmentId === this.from()) ?? all[0])?.appointmentId ?? '';
  });
  protected readonly sides = computed((): readonly Side[] => {
    const session = this.#session();
    if (session === undefined) return [];
    if (session.side !== 'JOINT') return [session.side];
    return ['JOINT', ...(['RP', 'BP'] as const).filter((side) => this.notes.page()?.mySides.includes(side))];
  });
  protected readonly side = linkedSignal(() => this.sides()[0] ?? 'JOINT');

  constructor() {
    void this.attempt.run(async () => {
      this.#forms.set((await this.#api.forms()).forms);
    });
  }

  protected sideName(side: Side): string {
    if (side === 'JOINT') return this.#words.say('progressNotes.begin.both');
    const person = this.#couple.person(side);
    return person === null
      ? this.#words.say(`couple.sides.${side}`)
      : this.#words.say('progressNotes.begin.of', { name: person.name });
  }

  protected async begin(): Promise<void> {
    const id = crypto.randomUUID();
    const request = { id, appointmentId: this.chosen(), side: this.side(), form: this.form() };
    if (await this.attempt.run(async () => this.#begin(request))) this.begun.emit(id);
  }

  async #begin(request: BeginProgressNoteRequest): Promise<void> {
    await this.#api.begin(this.coupleId(), request);
  }

  #session(): NotableSessionView | undefined {
    return this.notes.page()?.sessions.find(({ appointmentId }) => appointmentId === this.chosen());
  }

  #label({ kind, startsAt }: NotableSessionView): string {
    const when = this.#words.moment(startsAt, this.notes.zone());
    return `${when}, ${this.#words.say(`calendar.kinds.${kind}`)}`;
  }
}
