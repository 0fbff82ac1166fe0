import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Announcer, Button, Field, Note, SaveLine } from '@trellis/ui';
import { MeanwhileNote } from '../core/forms/meanwhile-note';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { CoupleNotes } from './couple-notes';
import { NoteDraft, longestPart } from './note-draft';
import { headingsOf, nameOf } from './note-headings';
import { ProgressNotesApi } from './progress-notes-api';
import { SignDialog } from './sign-dialog';

/**
 * The parts of a draft, each a field of its own. It saves itself. The browser's spelling check is off: some browsers
 * send what is checked to a service of theirs.
 */
@Component({
  selector: 'tr-note-writer',
  imports: [Button, Field, MeanwhileNote, Note, ProblemNote, SaveLine, SignDialog, TranslocoPipe],
  templateUrl: './note-writer.html',
  styleUrl: './note-writer.css',
})
export class NoteWriter {
  readonly coupleId = input.required<string>();
  readonly signed = output();
  readonly removed = output();
  readonly #api = inject(ProgressNotesApi);
  readonly #words = inject(Words);
  readonly #announcer = inject(Announcer);
  readonly #notes = inject(CoupleNotes);
  protected readonly draft = inject(NoteDraft);
  protected readonly attempt = new Attempt();
  protected readonly signing = signal(false);

  protected readonly formName = computed(() => {
    const note = this.draft.note();
    return note === null ? '' : nameOf(note.form);
  });
  protected readonly parts = computed(() => {
    const note = this.draft.note();
    if (note === null) return [];
    const other = this.draft.other();
    return headingsOf(note.form, this.#words).map((heading, at) => {
      const text = this.draft.texts()[at] ?? '';
      const there = other?.texts[at] ?? text;
      return { heading, text, there: there === text ? null : there, over: text.length - longestPart };
    });
  });
  /** The part into which the plan of the last note can be brought; null where there is none to bring. */
  protected readonly planPart = computed(() => {
    const note = this.draft.note();
    return note === null || this.#notes.lastBefore(note) === null ? null : note.form.planPart;
  });
  protected readonly savedWhen = computed(() => {
    const at = this.draft.savedAt();
    return at === null || this.draft.place() !== 'clinic' ? '' : this.#words.moment(at, this.#notes.zone());
  });

  /** Brings the plan of the last signed note of this record, under what is written here already. */
  protected async bringPlan(at: number): Promise<void> {
    const note = this.draft.note();
    const last = note === null ? null : this.#notes.lastBefore(note);
    if (last === null) return;
    await this.attempt.run(async () => {
      const { form, texts } = await this.#api.one(this.coupleId(), last.id);
      const plan = form.planPart === null ? '' : (texts[form.planPart] ?? '').trim();
      if (plan !== '')
        this.draft.type(at, [this.draft.texts()[at]?.trim() ?? '', plan].filter(Boolean).join('\n\n'));
      this.#announcer.say(
        this.#words.say(plan === '' ? 'progressNotes.plan.none' : 'progressNotes.plan.brought'),
      );
    });
  }

  protected async toSign(): Promise<void> {
    if (await this.draft.save()) this.signing.set(true);
  }

  protected async remove(): Promise<void> {
    const note = this.draft.note();
    if (note === null) return;
    const done = await this.attempt.run(async () => {
      await this.#api.remove(this.coupleId(), note.id, this.draft.version());
    });
    if (done) this.removed.emit();
  }
}
