import { Component, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Field } from '@trellis/ui';

/** A new passphrase for the same sign-in name. It is shown on wish, never kept here. */
@Component({
  selector: 'tr-own-passphrase',
  imports: [Button, Field, TranslocoPipe],
  template: `
    @if (open()) {
      <form class="stack-s" (submit)="send($event, passphrase)">
        <tr-field
          [label]="'record.devices.passphrase.label' | transloco"
          [hint]="'record.devices.passphrase.hint' | transloco"
          #f
        >
          <input
            #passphrase
            [id]="f.id"
            [attr.aria-describedby]="f.describedBy"
            [type]="shown() ? 'text' : 'password'"
            autocomplete="new-password"
            maxlength="200"
            required
          />
        </tr-field>
        <button class="text-link" type="button" [attr.aria-pressed]="shown()" (click)="shown.set(!shown())">
          {{ (shown() ? 'signIn.hide' : 'signIn.show') | transloco }}
        </button>
        <button trButton type="submit" [busy]="busy()">
          {{ 'record.devices.passphrase.go' | transloco }}
        </button>
      </form>
    } @else {
      <button trButton type="button" (click)="open.set(true)">
        {{ 'record.devices.passphrase.begin' | transloco }}
      </button>
    }
  `,
})
export class OwnPassphrase {
  readonly busy = input(false);
  readonly chosen = output<string>();
  protected readonly open = signal(false);
  protected readonly shown = signal(false);

  protected send(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    if (field.value === '') return;
    this.chosen.emit(field.value);
    field.value = '';
    this.open.set(false);
    this.shown.set(false);
  }
}
