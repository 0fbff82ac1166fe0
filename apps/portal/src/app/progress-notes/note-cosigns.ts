import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { NoteCoSignRowView, NoteCoSignView } from '@trellis/contracts';
import { Announcer, Button, Card, Field } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { StepUp } from '../core/step-up/step-up';
import { StepUpDialog } from '../core/step-up/step-up-dialog';
import { headingsOf } from './note-headings';
import { ProgressNotesApi } from './progress-notes-api';

/** Notes that wait for one's second signature. Each is read first; nothing is signed from the list. */
@Component({
  selector: 'tr-note-cosigns',
  imports: [Button, Card, Field, ProblemNote, StepUpDialog, TranslocoPipe],
  providers: [StepUp],
  templateUrl: './note-cosigns.html',
  styleUrl: './note-reader.css',
})
export class NoteCoSigns {
  readonly #api = inject(ProgressNotesApi);
  readonly #stepUp = inject(StepUp);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  readonly #zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  protected readonly attempt = new Attempt();
  readonly #requests = signal<readonly NoteCoSignRowView[]>([]);
  protected readonly open = signal<NoteCoSignView | null>(null);
  protected readonly remark = signal('');
  protected readonly rows = computed(() =>
    this.#requests().map((row) => ({
      ...row,
      line: this.#words.say('progressNotes.cosign.line', {
        name: row.byName,
        kind: this.#words.say(`calendar.kinds.${row.sessionKind}`),
        session: this.#words.moment(row.sessionAt, this.#zone),
        when: this.#words.moment(row.at, this.#zone),
      }),
    })),
  );
  protected readonly parts = computed(() => {
    const note = this.open();
    if (note === null) return [];
    return headingsOf(note.form, this.#words)
      .map((heading, at) => ({ heading, text: note.texts[at] ?? '' }))
      .filter(({ text }) => text.trim() !== '');
  });

  constructor() {
    void this.attempt.run(async () => {
      this.#requests.set((await this.#api.cosigns()).requests);
    });
  }

  protected async read(id: string): Promise<void> {
    await this.attempt.run(async () => {
      this.open.set(await this.#api.cosign(id));
      this.remark.set('');
    });
  }

  protected async answer(agreed: boolean): Promise<void> {
    const note = this.open();
    const remark = this.remark().trim();
    if (note === null || (!agreed && remark === '')) return;
    await this.attempt.run(async () => {
      const done = await this.#stepUp.run(async () => {
        this.#requests.set((await this.#api.answer(note.id, note.version, agreed, remark)).requests);
      });
      if (!done) return;
      this.open.set(null);
      this.#announcer.say(this.#words.say(`progressNotes.cosign.${agreed ? 'signed' : 'returned'}`));
    });
  }
}
