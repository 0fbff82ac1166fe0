import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button } from '@trellis/ui';
import { OwnPage } from '../core/page/own-page';
import { InvitationLink } from '../core/invitation/invitation-link';
import { Session } from '../core/session/session';

/** A link was opened where somebody is signed in: that ends first. The page names neither of the two. */
@Component({
  selector: 'tr-somebody-signed-in',
  imports: [Button, OwnPage, RouterLink, TranslocoPipe],
  template: `
    <tr-own-page readers="none" [sentence]="'invite.code.strip' | transloco">
      <h1>{{ 'invite.occupied.heading' | transloco }}</h1>
      <p>{{ 'invite.occupied.sentence' | transloco }}</p>
      <p class="lede">{{ 'invite.occupied.apart' | transloco }}</p>
      <div class="stack push">
        <button trButton look="main" wide type="button" [busy]="busy()" (click)="signOut()">
          {{ 'invite.occupied.go' | transloco }}
        </button>
        <a trButton wide routerLink="/" (click)="link.forget()">{{ 'invite.occupied.leave' | transloco }}</a>
      </div>
    </tr-own-page>
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
    }
  `,
})
export class SomebodySignedIn {
  readonly #session = inject(Session);
  protected readonly link = inject(InvitationLink);
  protected readonly busy = signal(false);

  protected async signOut(): Promise<void> {
    this.busy.set(true);
    // Without an answer this page is signed out all the same; the exchange of the link ends the session there too.
    await this.#session.signOut().catch(() => undefined);
    this.busy.set(false);
  }
}
