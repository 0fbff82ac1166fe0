import { Component, computed, inject, signal } from '@angular/core';
import { InvitationLink } from '../core/invitation/invitation-link';
import { Session } from '../core/session/session';
import { CodeForm } from './code-form';
import { SomebodySignedIn } from './somebody-signed-in';
import { Welcome } from './welcome';

/**
 * From an invitation to an account of one's own. Until the code is right the page names nobody; afterwards the
 * clinic keeps the place for fifteen minutes, a reload included.
 */
@Component({
  selector: 'tr-invite-page',
  imports: [CodeForm, SomebodySignedIn, Welcome],
  template: `
    @if (welcome()) {
      <tr-welcome />
    } @else if (occupied()) {
      <tr-somebody-signed-in />
    } @else {
      <tr-code-form (opened)="welcome.set(true)" />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
    }
  `,
})
export class InvitePage {
  readonly #session = inject(Session);
  readonly #link = inject(InvitationLink);
  /**
   * Stays true to the end, past the moment when the enrolment becomes a full session. A new link comes first, also
   * before the place that somebody else has kept in this browser.
   */
  protected readonly welcome = signal(this.#session.level() === 'enrolment' && this.#link.token() === null);
  /** Somebody's own pages are open in this browser; a link of another person must not mix with them. */
  protected readonly occupied = computed(() => ['full', 'pin'].includes(this.#session.level() ?? ''));
}
