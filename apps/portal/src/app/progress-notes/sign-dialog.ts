import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProgressNoteView } from '@trellis/contracts';
import { Announcer, Button, Dialog, Field } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { StepUp } from '../core/step-up/step-up';
import { StepUpDialog } from '../core/step-up/step-up-dialog';
import { ProgressNotesApi } from './progress-notes-api';

/** What a signature means, whether a colleague signs after, and the signature itself with a fresh second factor. */
@Component({
  selector: 'tr-sign-dialog',
  imports: [Button, Dialog, Field, ProblemNote, StepUpDialog, TranslocoPipe],
  providers: [StepUp],
  template: `
    <tr-dialog
      [heading]="'progressNotes.sign.heading' | transloco"
      [open]="true"
      (openChange)="$event ? undefined : closed.emit()"
    >
      <p>{{ 'progressNotes.sign.what' | transloco }}</p>
      @if (!alone()) {
        <p>{{ 'progressNotes.sign.again' | transloco }}</p>
      }
      @if (note().coSigners.length > 0) {
        <tr-field
          #field
          [label]="'progressNotes.sign.colleague' | transloco"
          [hint]="'progressNotes.sign.hint' | transloco"
        >
          <select
            #chosen
            [id]="field.id"
            [attr.aria-describedby]="field.describedBy"
            (change)="coSigner.set(chosen.value)"
          >
            <option value="">
              {{ (alone() ? 'progressNotes.sign.alone' : 'progressNotes.sign.choose') | transloco }}
            </option>
            @for (one of note().coSigners; track one.id) {
              <option [value]="one.id">{{ one.name }}</option>
            }
          </select>
        </tr-field>
      }
      <tr-problem-note [problem]="attempt.problem()" />
      <button trButton dialogEnd type="button" (click)="closed.emit()">
        {{ 'progressNotes.sign.back' | transloco }}
      </button>
      <button
        trButton
        dialogEnd
        look="main"
        type="button"
        [busy]="attempt.busy()"
        [off]="!alone() && coSigner() === ''"
        (click)="sign()"
      >
        {{ (coSigner() === '' ? 'progressNotes.sign.sign' : 'progressNotes.sign.submit') | transloco }}
      </button>
    </tr-dialog>
    <tr-step-up-dialog [why]="'progressNotes.sign.why' | transloco" />
  `,
})
export class SignDialog {
  readonly coupleId = input.required<string>();
  readonly note = input.required<ProgressNoteView>();
  /** Of the draft as it was saved last. */
  readonly version = input.required<number>();
  readonly closed = output();
  readonly signed = output();
  readonly #api = inject(ProgressNotesApi);
  readonly #stepUp = inject(StepUp);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  protected readonly attempt = new Attempt();
  protected readonly coSigner = signal('');
  /** What was sent to a colleague once is signed by two. */
  protected readonly alone = computed(() => this.note().state === 'draft');

  protected async sign(): Promise<void> {
    if (!this.alone() && this.coSigner() === '') return;
    const coSignerId = this.coSigner() === '' ? null : this.coSigner();
    await this.attempt.run(async () => {
      const done = await this.#stepUp.run(async () => {
        await this.#api.sign(this.coupleId(), this.note().id, this.version(), coSignerId);
      });
      if (!done) return;
      this.#announcer.say(
        this.#words.say(coSignerId === null ? 'progressNotes.sign.done' : 'progressNotes.sign.asked'),
      );
      this.signed.emit();
    });
  }
}
