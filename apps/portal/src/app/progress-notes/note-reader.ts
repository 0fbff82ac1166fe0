import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProgressNoteView } from '@trellis/contracts';
import { Announcer, Button, Chip, Field, Note } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { StepUp } from '../core/step-up/step-up';
import { StepUpDialog } from '../core/step-up/step-up-dialog';
import { headingsOf, nameOf } from './note-headings';
import { ProgressNotesApi } from './progress-notes-api';
import { SignDialog } from './sign-dialog';

/** A note that nobody changes any more, with what was put right beside it. */
@Component({
  selector: 'tr-note-reader',
  imports: [Button, Chip, Field, Note, ProblemNote, SignDialog, StepUpDialog, TranslocoPipe],
  providers: [StepUp],
  templateUrl: './note-reader.html',
  styleUrl: './note-reader.css',
})
export class NoteReader {
  readonly coupleId = input.required<string>();
  readonly note = input.required<ProgressNoteView>();
  readonly zone = input.required<string>();
  readonly amended = output();
  /** Its author asked somebody else to sign. */
  readonly signed = output();
  readonly #api = inject(ProgressNotesApi);
  readonly #stepUp = inject(StepUp);
  readonly #words = inject(Words);
  readonly #announcer = inject(Announcer);
  protected readonly attempt = new Attempt();
  protected readonly amending = signal(false);
  protected readonly asking = signal(false);
  protected readonly reason = signal('');
  protected readonly text = signal('');

  protected readonly parts = computed(() =>
    headingsOf(this.note().form, this.#words)
      .map((heading, at) => ({ heading, text: this.note().texts[at] ?? '' }))
      .filter(({ text }) => text.trim() !== ''),
  );
  protected readonly line = computed(() => {
    const { signedAt, byName, coSignerName, form } = this.note();
    if (signedAt === null)
      return this.#words.say('progressNotes.reader.waits', { form: nameOf(form), name: coSignerName ?? '' });
    const when = this.#words.moment(signedAt, this.zone());
    const who = coSignerName === null ? byName : this.#words.list([byName, coSignerName]);
    return this.#words.say('progressNotes.reader.signed', { form: nameOf(form), who, when });
  });
  protected readonly amendments = computed(() =>
    this.note().amended.map((one) => ({
      ...one,
      line: this.#words.say('progressNotes.amend.line', {
        name: one.byName,
        when: this.#words.moment(one.at, this.zone()),
      }),
    })),
  );

  protected async amend(): Promise<void> {
    const request = { id: crypto.randomUUID(), reason: this.reason().trim(), text: this.text().trim() };
    if (request.reason === '' || request.text === '') return;
    await this.attempt.run(async () => {
      const done = await this.#stepUp.run(async () => {
        await this.#api.amend(this.coupleId(), this.note().id, request);
      });
      if (!done) return;
      this.reason.set('');
      this.text.set('');
      this.amending.set(false);
      this.#announcer.say(this.#words.say('progressNotes.amend.done'));
      this.amended.emit();
    });
  }
}
