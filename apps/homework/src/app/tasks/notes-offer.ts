import { Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Announcer, Button } from '@trellis/ui';
import { LockedNotes } from '../core/device/locked-notes';
import type { Draft } from '../core/draft/kept-drafts';

/** Offers what was written while the device was locked, and puts it below the answer in the order it was written. */
@Component({
  selector: 'tr-notes-offer',
  imports: [Button, TranslocoPipe],
  template: `
    @if (notes.all().length > 0) {
      <button trButton wide type="button" [busy]="busy()" (click)="add()">
        {{ 'task.notes.add' | transloco }}
      </button>
    }
  `,
})
export class NotesOffer {
  readonly draft = input.required<Draft>();
  /** The question that gets the words. */
  readonly field = input.required<string>();
  protected readonly notes = inject(LockedNotes);
  protected readonly busy = signal(false);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(TranslocoService);

  constructor() {
    void this.notes.load();
  }

  /** A note leaves the device only when the answer that took it up is kept or sent. */
  protected async add(): Promise<void> {
    this.busy.set(true);
    const { engine } = this.draft();
    const key = this.field();
    const notes = this.notes.all();
    const before = engine.state.answers[key];
    const parts = typeof before === 'string' && before !== '' ? [before] : [];
    // After a page that was closed in between, the answer may hold a note already.
    const fresh = notes.map(({ text }) => text).filter((text) => !parts[0]?.includes(text));
    engine.change({ ...engine.state.answers, [key]: [...parts, ...fresh].join('\n\n') });
    if ((await engine.flush()) || engine.state.onDevice) {
      await this.notes.remove(notes);
      this.#announcer.say(this.#words.translate('task.notes.added'));
    }
    this.busy.set(false);
  }
}
