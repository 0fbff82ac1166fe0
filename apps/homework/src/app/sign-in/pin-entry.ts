import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Field } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import type { Problem } from '../core/http/problem';

/** The PIN of this device. */
@Component({
  selector: 'tr-pin-entry',
  imports: [Button, Field, ProblemNote, TranslocoPipe],
  template: `
    <form class="stack" (submit)="send($event, pin)">
      <tr-field [label]="'signIn.pin' | transloco" [hint]="'signIn.pinHint' | transloco" #f>
        <input
          #pin
          name="pin"
          type="password"
          inputmode="numeric"
          autocomplete="off"
          maxlength="12"
          [id]="f.id"
          [attr.aria-describedby]="f.describedBy"
          required
        />
      </tr-field>
      <tr-problem-note [problem]="problem()" />
      <button trButton look="main" wide type="submit" [busy]="busy()">
        {{ 'signIn.pinGo' | transloco }}
      </button>
    </form>
  `,
})
export class PinEntry {
  readonly problem = input.required<Problem | null>();
  readonly busy = input(false);
  readonly ready = output<string>();

  protected send(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    if (!/^[0-9]{6,12}$/.test(field.value)) {
      field.focus();
      return;
    }
    this.ready.emit(field.value);
    field.value = '';
  }
}
