import { Component, computed, inject, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Card, Field, Note, SaveLine } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { NoteDraft } from './note-draft';
import { longestNote } from './unsaved-note';

/**
 * A plain page to write on. The browser's spelling check is off: some browsers send what is checked to a service of
 * theirs.
 */
@Component({
  selector: 'tr-note-editor',
  imports: [Button, Card, Field, Note, ProblemNote, SaveLine, TranslocoPipe],
  templateUrl: './note-editor.html',
  styleUrl: './note-editor.css',
})
export class NoteEditor {
  readonly saved = output();
  readonly remove = output();
  protected readonly draft = inject(NoteDraft);
  readonly #words = inject(Words);

  protected readonly longest = longestNote;
  protected readonly tooLong = computed(() => this.draft.length() > longestNote);
  protected readonly count = computed(() =>
    this.#words.say('psychotherapyNotes.editor.count', {
      count: this.#number(this.draft.length()),
      most: this.#number(longestNote),
    }),
  );
  protected readonly error = computed(() =>
    this.tooLong()
      ? this.#words.say('psychotherapyNotes.editor.tooLong', { over: this.draft.length() - longestNote })
      : '',
  );
  protected readonly savedWhen = computed(() => {
    const at = this.draft.savedAt();
    if (at === null || this.draft.place() !== 'clinic') return '';
    return this.#words.moment(at, new Intl.DateTimeFormat().resolvedOptions().timeZone);
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (await this.draft.save()) this.saved.emit();
  }

  protected async keepMine(): Promise<void> {
    if (await this.draft.keepMine()) this.saved.emit();
  }

  #number(value: number): string {
    return new Intl.NumberFormat(this.#words.language()).format(value);
  }
}
