import { Component, input, model, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button } from '@trellis/ui';
import { TextField } from '../core/forms/text-field';

/** E-mail and password. What is typed belongs to the page, so that a refusal loses nothing. */
@Component({
  selector: 'tr-password-step',
  imports: [Button, TextField, TranslocoPipe],
  template: `
    <form novalidate (submit)="send($event)">
      <tr-text-field
        name="email"
        type="email"
        autocomplete="username"
        [label]="'signIn.email' | transloco"
        [longest]="254"
        [error]="asked() && email().trim() === '' ? ('signIn.emailMissing' | transloco) : ''"
        [(value)]="email"
      />
      <tr-text-field
        name="password"
        type="password"
        autocomplete="current-password"
        [label]="'signIn.password' | transloco"
        [longest]="512"
        [error]="asked() && password() === '' ? ('signIn.passwordMissing' | transloco) : ''"
        [(value)]="password"
      />
      <button trButton look="main" wide type="submit" [busy]="busy()">
        {{ 'signIn.continue' | transloco }}
      </button>
      <p class="small">{{ 'signIn.secondStepFollows' | transloco }}</p>
    </form>
  `,
  styles: `
    form {
      --field-height: 44px;
      --control-height: 44px;
      --control-size: 15px;
      display: grid;
      gap: 16px;
    }
    tr-text-field {
      --control-size: 13px;
      font-size: 15px;
    }
  `,
})
export class PasswordStep {
  readonly email = model('');
  readonly password = model('');
  readonly busy = input(false);
  /** Both fields are filled and the person wants to go on. */
  readonly ready = output();
  protected readonly asked = signal(false);

  protected send(event: Event): void {
    event.preventDefault();
    this.asked.set(true);
    if (this.email().trim() !== '' && this.password() !== '') this.ready.emit();
  }
}
