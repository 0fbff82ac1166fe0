import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { JoinView } from '@trellis/contracts';
import { Button, Card, Note } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { AuthenticatorCode } from '../core/account/authenticator-code';
import { RecoveryCodes } from '../core/account/recovery-codes';
import { TextField } from '../core/forms/text-field';
import { ProblemNote } from '../core/http/problem-note';
import { Entrance } from './entrance';
import { ToldHalf } from './told-half';
import { ToldLink } from './told-link';

/** An invited colleague: the code first, then the account, new or the one they have. */
@Component({
  selector: 'tr-join-page',
  imports: [
    AuthenticatorCode,
    Button,
    Card,
    Entrance,
    Note,
    ProblemNote,
    RecoveryCodes,
    TextField,
    ToldHalf,
    TranslocoPipe,
  ],
  providers: [ToldLink],
  templateUrl: './join-page.html',
  styleUrl: './enrolment.css',
})
export class JoinPage {
  protected readonly link = inject(ToldLink);
  protected readonly invitation = signal<JoinView | null>(null);
  protected readonly isNew = computed(() => this.invitation()?.authenticator !== null);

  protected async open(): Promise<void> {
    this.invitation.set(await this.link.open<JoinView>(paths.clinic.join));
  }

  protected async join(event: Event): Promise<void> {
    event.preventDefault();
    await this.link.use(paths.clinic.join);
  }
}
