import { Injectable } from '@nestjs/common';
import type { DeviceLinkView, NewPasskeyRequest, PasskeyOfferView } from '@trellis/contracts';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError } from '../../platform/http/app-error.js';
import type { LiveSession } from '../../platform/session/live-session.js';
import { SessionStore } from '../../platform/session/session-store.js';
import type { AtTheDoor } from '../attempt-limits.service.js';
import { ClientPasskeys } from '../passkeys/client-passkeys.js';
import { PersonRecords } from '../person-records.js';
import { HomeAttempts } from '../shared-device/home-attempts.service.js';
import { DeviceLinkCodes } from './device-link-codes.js';

/**
 * Further passkeys of a person of a couple: on the device they are signed in on, or on another one by a code that the
 * first shows. The code is about 58 random bits, lives ten minutes, works once, and lets nobody see anything: all it
 * opens is making one passkey.
 */
@Injectable()
export class DeviceLinkService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly codes: DeviceLinkCodes,
    private readonly passkeys: ClientPasskeys,
    private readonly sessions: SessionStore,
    private readonly records: PersonRecords,
    private readonly attempts: HomeAttempts,
  ) {}

  /** @throws AppError passkey_limit. */
  offer(session: LiveSession): Promise<PasskeyOfferView> {
    return this.passkeys.offerFurther(session);
  }

  /** Keeps a passkey of this device; the other ways stay. @throws AppError passkey_refused; passkey_limit. */
  async add(session: LiveSession, sent: NewPasskeyRequest): Promise<void> {
    const made = await this.passkeys.check(session, sent);
    await this.work.runAsAuth(async () => {
      await this.passkeys.keepFurther(session, made);
      await this.record(session, 'account.passkey_add');
    });
  }

  /** Ends the code before. @throws AppError passkey_limit. */
  async begin(session: LiveSession): Promise<DeviceLinkView> {
    return this.work.runAsAuth(async () => {
      await this.passkeys.requireRoom(session);
      const { code, expiresAt } = await this.codes.make(session);
      await this.record(session, 'account.device_code');
      return { code, expiresAt: expiresAt.toISOString() };
    });
  }

  /** On the other device. @throws AppError device_link_refused, the same for unknown, used and run out; too_many_attempts. */
  async open({ request, reply }: AtTheDoor, code: string): Promise<void> {
    await this.attempts.countCall('invitation', request.ip);
    const whose = await this.work.runAsAuth(async () => this.codes.use(code));
    if (whose === null) throw new AppError('device_link_refused');
    const { clinicId, personId: subjectId } = whose;
    await this.sessions.endPrevious('home', request);
    await this.work.runAsAuth(async () => {
      await this.records.add(whose, 'session.device_code', 'allowed');
      await this.sessions.issue(reply, { clinicId, surface: 'home', subjectId, role: 'client' }, 'adding');
    });
  }

  /** The passkey of the other device; it is signed in with it. @throws AppError passkey_refused; passkey_limit. */
  async finish(door: AtTheDoor, session: LiveSession, sent: NewPasskeyRequest): Promise<void> {
    const made = await this.passkeys.check(session, sent);
    await this.work.runAsAuth(async () => {
      await this.sessions.rotate(door.reply, session, 'full', { steppedUp: true });
      await this.passkeys.keepFurther(session, made);
      await this.record(session, 'account.passkey_add');
    });
    await this.attempts.entered(door, session);
  }

  private async record({ clinicId, subjectId: personId }: LiveSession, action: string): Promise<void> {
    await this.records.add({ clinicId, personId }, action, 'allowed');
  }
}
