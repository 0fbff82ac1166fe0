import { Injectable } from '@nestjs/common';
import type { PasskeyProofRequest, PasskeyQuestionView } from '@trellis/contracts';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError } from '../../platform/http/app-error.js';
import type { LiveSession } from '../../platform/session/live-session.js';
import { SessionStore } from '../../platform/session/session-store.js';
import { verifyWith } from '../../platform/session/verify-with.js';
import type { AtTheDoor } from '../attempt-limits.service.js';
import { PersonRecords } from '../person-records.js';
import { HomeAttempts } from '../shared-device/home-attempts.service.js';
import { ClientPasskeys } from './client-passkeys.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import type { PersonPasskeyFinding } from './person-passkey.strategy.js';
import type { PasskeyCredentials } from './staff-passkey.strategy.js';

/** Signs people of couples in with a passkey, and steps a session up with one. */
@Injectable()
export class PersonPasskeySessionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly challenges: PasskeyChallenges,
    private readonly passkeys: ClientPasskeys,
    private readonly attempts: HomeAttempts,
    private readonly sessions: SessionStore,
    private readonly records: PersonRecords,
  ) {}

  /** @throws AppError too_many_attempts. */
  async ask({ request, reply }: AtTheDoor): Promise<PasskeyQuestionView> {
    await this.attempts.countCall('passkey', request.ip);
    return this.passkeys.question(await this.challenges.askStranger(reply));
  }

  /** @throws AppError passkey_refused, the same for unknown and wrong; too_many_attempts. */
  async signIn(door: AtTheDoor, proof: PasskeyProofRequest): Promise<LiveSession> {
    const attempt = await this.attempts.begin(door, 'passkey', proof.credentialId);
    const challenge = await this.challenges.takeOfStranger(door.request, door.reply);
    const finding = await this.verify({ proof, challenge, mustWait: attempt.mustWait });
    if (finding?.verdict !== 'accepted' || proof.userHandle === '')
      return this.refuse('session.passkey', finding);
    await this.sessions.endPrevious('home', door.request);
    const { clinicId, personId: subjectId } = finding;
    const session = await this.work.runAsAuth(async () => {
      await this.records.add(finding, 'session.passkey', 'allowed');
      return this.sessions.issue(
        door.reply,
        { clinicId, surface: 'home', subjectId, role: 'client' },
        'full',
        true,
      );
    });
    await attempt.succeeded(session);
    return session;
  }

  /** The person's own passkeys may answer. */
  async askAgain(session: LiveSession): Promise<PasskeyQuestionView> {
    return this.passkeys.question(await this.challenges.ask(session.idHash, 'step_up'), session);
  }

  /** A fresh proof for the session, under a new id. @throws AppError passkey_refused; too_many_attempts. */
  async stepUp(door: AtTheDoor, session: LiveSession, proof: PasskeyProofRequest): Promise<LiveSession> {
    const attempt = await this.attempts.begin(door, 'passkey', session.subjectId);
    const challenge = await this.challenges.take(session.idHash, 'step_up');
    const finding = await this.verify({ proof, challenge, mustWait: attempt.mustWait });
    const own = finding?.clinicId === session.clinicId && finding.personId === session.subjectId;
    if (finding?.verdict !== 'accepted' || !own) return this.refuse('session.step_up', own ? finding : null);
    const rotated = await this.work.runAsAuth(async () => {
      await this.records.add(finding, 'session.step_up', 'allowed');
      return this.sessions.rotate(door.reply, session, 'full', { steppedUp: true });
    });
    await attempt.succeeded(rotated);
    return rotated;
  }

  private async refuse(action: string, finding: PersonPasskeyFinding | null): Promise<never> {
    const reason = finding?.verdict === 'counter_back' ? 'counter_back' : 'wrong_passkey';
    if (finding === null) await this.records.addNone();
    else await this.records.add(finding, action, 'refused', reason);
    throw new AppError('passkey_refused');
  }

  private verify(credentials: PasskeyCredentials): Promise<PersonPasskeyFinding | null> {
    return verifyWith<PersonPasskeyFinding>('person-passkey', credentials);
  }
}
