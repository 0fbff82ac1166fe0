import { Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { NoteFormView, NoteTimelinessView } from '@trellis/contracts';
import { Announcer, Button, Card, Chip, Field } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { NoteFormEditor } from './note-form-editor';
import { NoteFormsApi } from './note-forms-api';

/** For the office: how many notes are owed, when one is late, and the forms of the clinic. No note is here. */
@Component({
  selector: 'tr-note-forms-page',
  imports: [Button, Card, Chip, Field, NoteFormEditor, ProblemNote, TranslocoPipe],
  templateUrl: './note-forms-page.html',
  styleUrl: './note-forms-page.css',
})
export class NoteFormsPage {
  readonly #api = inject(NoteFormsApi);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  protected readonly attempt = new Attempt();
  protected readonly forms = signal<readonly NoteFormView[] | null>(null);
  protected readonly standing = signal<NoteTimelinessView | null>(null);
  protected readonly days = signal(0);
  /** The form that is changed, 'new' for one that is drawn up; null while nothing is. */
  protected readonly editing = signal<NoteFormView | 'new' | null>(null);

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    await this.attempt.run(async () => {
      const [{ forms }, standing] = await Promise.all([this.#api.list(), this.#api.timeliness()]);
      this.forms.set(forms);
      this.#show(standing);
    });
  }

  protected async setDays(): Promise<void> {
    const standing = this.standing();
    if (standing === null) return;
    await this.attempt.run(async () => {
      this.#show(await this.#api.setLateness(standing.version, this.days()));
      this.#announcer.say(this.#words.say('progressNotes.office.set'));
    });
  }

  protected async retire(form: NoteFormView): Promise<void> {
    const done = await this.attempt.run(async () => {
      await this.#api.retire(form);
    });
    if (done) await this.load();
  }

  protected async kept(): Promise<void> {
    this.editing.set(null);
    this.#announcer.say(this.#words.say('progressNotes.office.kept'));
    await this.load();
  }

  protected headings({ parts }: NoteFormView): string {
    return this.#words.list(parts.map(({ heading }) => heading));
  }

  #show(standing: NoteTimelinessView): void {
    this.standing.set(standing);
    this.days.set(standing.lateAfterDays);
  }
}
