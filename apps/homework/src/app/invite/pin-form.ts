import { Component, computed, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Field } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import type { Problem } from '../core/http/problem';

/** Choosing a PIN for this device, typed twice. Whether it is a common one only the server knows. */
@Component({
  selector: 'tr-pin-form',
  imports: [Button, Field, ProblemNote, TranslocoPipe],
  template: `
    <form class="stack" (submit)="choose($event)">
      <tr-field
        [label]="'invite.pin.label' | transloco"
        [hint]="'invite.pin.hint' | transloco"
        [error]="asked() && tooShort() ? ('invite.pin.tooShort' | transloco) : ''"
        #a
      >
        <input
          #first
          name="pin"
          type="password"
          inputmode="numeric"
          autocomplete="off"
          maxlength="12"
          [id]="a.id"
          [attr.aria-describedby]="a.describedBy"
          (input)="pin.set(first.value)"
        />
      </tr-field>
      <tr-field
        [label]="'invite.pin.again' | transloco"
        [error]="asked() && !tooShort() && differs() ? ('invite.pin.differs' | transloco) : ''"
        #b
      >
        <input
          #second
          name="pin-again"
          type="password"
          inputmode="numeric"
          autocomplete="off"
          maxlength="12"
          [id]="b.id"
          [attr.aria-describedby]="b.describedBy"
          (input)="repeated.set(second.value)"
        />
      </tr-field>
      <tr-problem-note [problem]="problem()" />
      <button trButton look="main" wide type="submit" [busy]="busy()">
        {{ 'invite.pin.go' | transloco }}
      </button>
    </form>
  `,
})
export class PinForm {
  readonly problem = input.required<Problem | null>();
  readonly busy = input(false);
  readonly chosen = output<string>();
  protected readonly pin = signal('');
  protected readonly repeated = signal('');
  protected readonly asked = signal(false);
  protected readonly tooShort = computed(() => !/^[0-9]{6,12}$/.test(this.pin()));
  protected readonly differs = computed(() => this.pin() !== this.repeated());

  protected choose(event: Event): void {
    event.preventDefault();
    this.asked.set(true);
    if (!this.tooShort() && !this.differs()) this.chosen.emit(this.pin());
  }
}
