import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Icon, type IconName, Note } from '@trellis/ui';
import { EmergencyBanner } from '../core/emergency/emergency-banner';
import { Languages } from '../core/i18n/languages';
import { Session } from '../core/session/session';
import { IdleLock } from '../core/session/idle-lock';
import { Keys } from '../core/keyboard/keys';
import { DemoTime } from './demo-time';
import { KeyFooter } from './key-footer';

interface Place {
  readonly path: string;
  readonly words: string;
  readonly icon: IconName;
  readonly needs: string;
  /** Left out for staff who hold this too: they have a quieter way there. */
  readonly unless?: string;
}

const PLACES: readonly Place[] = [
  { path: '/caseload', words: 'shell.areas.caseload', icon: 'list', needs: 'couples.list' },
  { path: '/calendar', words: 'shell.areas.calendar', icon: 'calendar', needs: 'appointments.read' },
  { path: '/follow-ups', words: 'shell.areas.followUps', icon: 'bell', needs: 'disclosure.record' },
  { path: '/review', words: 'shell.areas.review', icon: 'check-circle', needs: 'homework.review' },
  { path: '/off-track', words: 'shell.areas.offTrack', icon: 'pulse', needs: 'ratings.enter' },
  { path: '/supervision', words: 'shell.areas.supervision', icon: 'people', needs: 'ratings.enter' },
  {
    path: '/progress-notes',
    words: 'shell.areas.dueNotes',
    icon: 'document',
    needs: 'progress_notes.cosign',
  },
  {
    path: '/private-notes',
    words: 'shell.areas.privateNotes',
    icon: 'lock',
    needs: 'psychotherapy_notes.keep',
  },
  {
    path: '/second-signatures',
    words: 'shell.areas.secondSignatures',
    icon: 'pen',
    needs: 'disclosure.cosign',
  },
  { path: '/library', words: 'shell.areas.library', icon: 'book', needs: 'library.read' },
  { path: '/instruments', words: 'shell.areas.instruments', icon: 'document', needs: 'instruments.keep' },
  { path: '/cover', words: 'shell.areas.cover', icon: 'calendar', needs: 'cover.manage' },
  {
    path: '/emergency',
    words: 'shell.areas.emergency',
    icon: 'eye',
    needs: 'emergency.open',
    unless: 'couples.list',
  },
  {
    path: '/emergency/reviews',
    words: 'shell.areas.emergencyReviews',
    icon: 'eye',
    needs: 'approvals.decide',
  },
  { path: '/disclosures', words: 'shell.areas.disclosures', icon: 'door', needs: 'disclosure.schedule' },
  { path: '/note-forms', words: 'shell.areas.noteForms', icon: 'document', needs: 'progress_notes.arrange' },
  { path: '/reports', words: 'shell.areas.reports', icon: 'chart', needs: 'reports.export' },
  { path: '/off-track-limits', words: 'shell.areas.limits', icon: 'pulse', needs: 'settings.manage' },
  { path: '/outgoing-mail', words: 'shell.areas.outgoingMail', icon: 'envelope', needs: 'settings.manage' },
  { path: '/audit', words: 'shell.areas.audit', icon: 'shield', needs: 'audit.read' },
  { path: '/erasures', words: 'shell.areas.erasures', icon: 'door', needs: 'erasure.manage' },
  { path: '/staff', words: 'shell.areas.staff', icon: 'people', needs: 'staff.manage' },
];

/** Frame of the portal: rail, bar with the lock, the page, and the keys at the bottom. */
@Component({
  selector: 'tr-shell',
  imports: [
    Button,
    DemoTime,
    EmergencyBanner,
    Icon,
    KeyFooter,
    Note,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    TranslocoPipe,
  ],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
  providers: [Keys],
})
export class Shell {
  readonly #router = inject(Router);
  readonly #lock = inject(IdleLock);
  protected readonly session = inject(Session);
  protected readonly languages = inject(Languages);
  /** On a phone the places stand behind a button. */
  protected readonly menuOpen = signal(false);
  protected readonly places = computed(() =>
    PLACES.filter(
      ({ needs, unless }) => this.session.may(needs) && (unless === undefined || !this.session.may(unless)),
    ),
  );
  protected readonly initials = computed(() => initialsOf(this.session.staff()?.name ?? ''));
  protected readonly otherLanguage = computed(() => (this.languages.active() === 'en' ? 'es' : 'en'));

  constructor() {
    this.#lock.watch();
  }

  protected async lock(): Promise<void> {
    await this.#lock.lock();
  }

  protected async signOut(): Promise<void> {
    await this.session.signOut();
    await this.#router.navigate(['/sign-in']);
  }
}

/** First letters of the last two words of a name; titles such as "Dr." are left out. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '' && !word.endsWith('.'));
  return words
    .slice(-2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}
