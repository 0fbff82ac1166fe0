import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { SessionStore } from '../platform/session/session-store.js';
import { verifyWith } from '../platform/session/verify-with.js';
import type { AtTheDoor } from './attempt-limits.service.js';
import { ClientAccountRepository } from './client-account.repository.js';
import type { PassphraseCredentials, PassphraseFinding } from './passphrase.strategy.js';
import { PersonRecords } from './person-records.js';
import { HomeAttempts } from './shared-device/home-attempts.service.js';

/** A person of a couple proves once more who is there, with the passphrase, before an act that needs it. */
@Injectable()
export class PassphraseStepUpService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: ClientAccountRepository,
    private readonly attempts: HomeAttempts,
    private readonly sessions: SessionStore,
    private readonly records: PersonRecords,
  ) {}

  /** The session goes on under a new id. @throws AppError sign_in_refused; too_many_attempts; busy. */
  async stepUp(door: AtTheDoor, session: LiveSession, passphrase: string): Promise<LiveSession> {
    const who = { clinicId: session.clinicId, personId: session.subjectId };
    const attempt = await this.attempts.begin(door, 'passphrase', who.personId);
    const own = await this.work.runAsAuth(async () => this.accounts.indexOf(who.clinicId, who.personId));
    // Somebody who comes in by a passkey has no passphrase: the same work, and no.
    const credentials: PassphraseCredentials = {
      ...{ signInIndex: own ?? Buffer.alloc(32), passphrase, mustWait: attempt.mustWait },
    };
    const finding = await verifyWith<PassphraseFinding>('person-passphrase', credentials);
    if (finding?.accepted !== true) {
      await this.records.add(who, 'session.step_up', 'refused', 'wrong_passphrase');
      throw new AppError('sign_in_refused');
    }
    const rotated = await this.work.runAsAuth(async () => {
      await this.records.add(who, 'session.step_up', 'allowed');
      return this.sessions.rotate(door.reply, session, 'full', { steppedUp: true });
    });
    await attempt.succeeded(rotated);
    return rotated;
  }
}
