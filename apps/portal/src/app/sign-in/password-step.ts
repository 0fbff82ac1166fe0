import { Component, input, model, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Field, Icon } from '@trellis/ui';

/** E-mail and password. What is typed belongs to the page, so that a refusal loses nothing. */
@Component({
  selector: 'tr-password-step',
  imports: [Button, Field, Icon, TranslocoPipe],
  templateUrl: './password-step.html',
  styleUrl: './password-step.css',
})
export class PasswordStep {
  readonly email = model('');
  readonly password = model('');
  readonly busy = input(false);
  /** Both fields are filled and the person wants to go on. */
  readonly ready = output();
  protected readonly shown = signal(false);
  protected readonly asked = signal(false);

  protected send(event: Event): void {
    event.preventDefault();
    this.asked.set(true);
    if (this.email().trim() !== '' && this.password() !== '') this.ready.emit();
  }
}
