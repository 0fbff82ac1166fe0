import { Injectable } from '@nestjs/common';
import type { PasskeyProofRequest, PasskeyQuestionView } from '@trellis/contracts';
import { asClinicId } from '@trellis/domain';
import { AppError } from '../../platform/http/app-error.js';
import type { LiveSession } from '../../platform/session/live-session.js';
import { SessionStore } from '../../platform/session/session-store.js';
import { verifyWith } from '../../platform/session/verify-with.js';
import { AttemptLimitsService, type AtTheDoor } from '../attempt-limits.service.js';
import { OwnPasskeyRecords } from './own-passkey-records.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import { PasskeySites } from './passkey-site.js';
import { toPasskeyQuestion } from './passkey-wire.js';
import type { PasskeyCredentials, StaffPasskeyFinding } from './staff-passkey.strategy.js';

/** Signs staff in with a passkey, which is both factors at once, and steps a session up with one. */
@Injectable()
export class StaffPasskeySessionService {
  constructor(
    private readonly challenges: PasskeyChallenges,
    private readonly sites: PasskeySites,
    private readonly limits: AttemptLimitsService,
    private readonly sessions: SessionStore,
    private readonly records: OwnPasskeyRecords,
  ) {}

  /** @throws AppError too_many_attempts. */
  async ask({ request, reply }: AtTheDoor): Promise<PasskeyQuestionView> {
    await this.limits.countCall('passkey', request.ip);
    return toPasskeyQuestion(await this.challenges.askStranger(reply), this.sites.of('clinic'));
  }

  /** @throws AppError passkey_refused, the same for unknown, ended and wrong; too_many_attempts. */
  async signIn(door: AtTheDoor, proof: PasskeyProofRequest): Promise<LiveSession> {
    const attempt = await this.limits.beginAt(door, 'passkey', proof.credentialId);
    const challenge = await this.challenges.takeOfStranger(door.request, door.reply);
    const finding = await this.verify({ proof, challenge, mustWait: attempt.mustWait });
    // A sign-in has to name its owner: the passkey was found by the authenticator and not by us.
    if (finding?.verdict !== 'accepted' || proof.userHandle === '') {
      await this.records.refused('session.passkey', finding);
      throw new AppError('passkey_refused');
    }
    await this.sessions.endPrevious('clinic', door.request);
    const { clinicId, staffId: subjectId, role } = finding.identity;
    const session = await this.records.accepted('session.passkey', finding, async () =>
      this.sessions.issue(door.reply, { clinicId, surface: 'clinic', subjectId, role }, 'full', true),
    );
    await attempt.succeeded();
    return session;
  }

  /** The account's own passkeys may answer. */
  async askAgain(session: LiveSession): Promise<PasskeyQuestionView> {
    const { passkeys } = await this.records.of(session);
    const challenge = await this.challenges.ask(session.idHash, 'step_up');
    return toPasskeyQuestion(challenge, this.sites.of('clinic'), passkeys);
  }

  /** A fresh second factor for the session, under a new id. @throws AppError passkey_refused; too_many_attempts. */
  async stepUp(door: AtTheDoor, session: LiveSession, proof: PasskeyProofRequest): Promise<LiveSession> {
    const attempt = await this.limits.beginAt(door, 'passkey', session.subjectId);
    const challenge = await this.challenges.take(session.idHash, 'step_up');
    const finding = await this.verify({ proof, challenge, mustWait: attempt.mustWait });
    const { accountId } = await this.records.of(session);
    if (finding?.verdict !== 'accepted' || finding.identity.accountId !== accountId) {
      // Somebody else's passkey is none here, and their clinic learns nothing of it.
      const own = finding?.identity.accountId === accountId ? finding : null;
      await this.records.refused('session.step_up', own, actorOf(session));
      throw new AppError('passkey_refused');
    }
    const rotated = await this.records.accepted(
      'session.step_up',
      finding,
      async () => this.sessions.rotate(door.reply, session, 'full', { steppedUp: true }),
      actorOf(session),
    );
    await attempt.succeeded();
    return rotated;
  }

  private verify(credentials: PasskeyCredentials): Promise<StaffPasskeyFinding | null> {
    return verifyWith<StaffPasskeyFinding>('staff-passkey', credentials);
  }
}

function actorOf({ clinicId, subjectId: id, role }: LiveSession) {
  return { clinicId: asClinicId(clinicId), id, role };
}
