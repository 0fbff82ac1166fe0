import { Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReturnView } from '@trellis/contracts';
import { Button, Card } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { AuthenticatorCode } from '../core/account/authenticator-code';
import { RecoveryCodes } from '../core/account/recovery-codes';
import { TextField } from '../core/forms/text-field';
import { ProblemNote } from '../core/http/problem-note';
import { Entrance } from './entrance';
import { ToldHalf } from './told-half';
import { ToldLink } from './told-link';

/** A colleague who comes back: the code that was told, then a new password and authenticator. */
@Component({
  selector: 'tr-way-back-page',
  imports: [
    AuthenticatorCode,
    Button,
    Card,
    Entrance,
    ProblemNote,
    RecoveryCodes,
    TextField,
    ToldHalf,
    TranslocoPipe,
  ],
  providers: [ToldLink],
  templateUrl: './way-back-page.html',
  styleUrl: './enrolment.css',
})
export class WayBackPage {
  protected readonly link = inject(ToldLink);
  protected readonly returning = signal<ReturnView | null>(null);

  protected async open(): Promise<void> {
    this.returning.set(await this.link.open<ReturnView>(paths.clinic.wayBack));
  }

  protected async comeBack(event: Event): Promise<void> {
    event.preventDefault();
    await this.link.use(paths.clinic.wayBack);
  }
}
