import { Injectable } from '@nestjs/common';
import type { OwnDevicesView } from '@trellis/contracts';
import { isUuid } from '@trellis/domain';
import type { FastifyReply } from 'fastify';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import type { LiveSession } from '../../platform/session/live-session.js';
import { SessionStore } from '../../platform/session/session-store.js';
import type { AtTheDoor } from '../attempt-limits.service.js';
import { deviceHashOf, forgetDevice } from '../device/device-cookie.js';
import { OwnProfileService } from '../own-profile.service.js';
import { PersonRecords } from '../person-records.js';
import { SharedDevices } from '../shared-device/shared-devices.service.js';
import { toOwnDevicesView } from './own-ways.mapper.js';
import { OwnWaysRepository } from './own-ways.repository.js';

/** Where a person of a couple is signed in and by what they come in. All of it is read by the session's own person. */
@Injectable()
export class OwnWaysService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionStore,
    private readonly ways: OwnWaysRepository,
    private readonly profiles: OwnProfileService,
    private readonly records: PersonRecords,
    private readonly shared: SharedDevices,
  ) {}

  async view(request: AtTheDoor['request'], session: LiveSession): Promise<OwnDevicesView> {
    const { time_zone: zone } = await this.profiles.of(session);
    const devices = await this.sessions.devicesOf(session);
    const ways = await this.work.runAsAuth(async () => this.ways.of(session.clinicId, session.subjectId));
    const shared = await this.shared.said(session);
    return toOwnDevicesView({ devices, ways, deviceHash: deviceHashOf(request), zone, shared });
  }

  /** Ends one of the person's sessions. @throws AppError not_found for a name that is none of them. */
  async end(session: LiveSession, ref: string): Promise<void> {
    await this.work.runAsAuth(async () => {
      if (!(await this.sessions.endDevice(session, ref))) throw notFound();
      await this.record(session, 'session.end_device');
    });
  }

  /** Only the asking browser stays signed in, under a new session id. */
  async endOthers(reply: FastifyReply, session: LiveSession): Promise<void> {
    await this.work.runAsAuth(async () => {
      await this.record(session, 'session.end_others');
      await this.sessions.rotate(reply, session, session.level, { endOthers: true });
    });
  }

  /**
   * Also ends every other session. The last one goes only where a passphrase is left.
   * @throws AppError not_found for what is none of the person's passkeys; last_way_in.
   */
  async removePasskey(reply: FastifyReply, session: LiveSession, id: string): Promise<void> {
    const { clinicId, subjectId } = session;
    await this.remove(reply, session, 'account.passkey_remove', async () => {
      const ways = await this.ways.realWays(clinicId, subjectId);
      if (!isUuid(id) || !(await this.ways.removePasskey(clinicId, subjectId, id))) return false;
      if (ways === 1) throw new AppError('last_way_in');
      return true;
    });
  }

  /** Also ends every other session. @throws AppError not_found for what is none of the person's devices. */
  async removePin(reply: FastifyReply, session: LiveSession, id: string): Promise<void> {
    await this.remove(reply, session, 'account.pin_remove', async () =>
      isUuid(id) ? this.ways.removePin(session.clinicId, session.subjectId, id) : false,
    );
  }

  /**
   * The asking browser forgets its PIN, and the person is signed out everywhere. No stronger proof is asked for: who
   * holds the browser can empty it all the same, and this leaves less open than before, never more.
   * @throws AppError not_found where this browser opens with no PIN of the person.
   */
  async forgetHere({ request, reply }: AtTheDoor, session: LiveSession): Promise<void> {
    const { clinicId, subjectId } = session;
    const hash = deviceHashOf(request);
    await this.work.runAsAuth(async () => {
      if (hash === null || !(await this.ways.removePinOf(clinicId, subjectId, hash))) throw notFound();
      await this.record(session, 'account.pin_remove');
      await this.sessions.endAllOf(clinicId, subjectId);
    });
    forgetDevice(reply);
    await this.sessions.end(reply, session);
  }

  private async remove(
    reply: FastifyReply,
    session: LiveSession,
    action: string,
    take: () => Promise<boolean>,
  ): Promise<void> {
    await this.work.runAsAuth(async () => {
      if (!(await take())) throw notFound();
      await this.record(session, action);
      await this.sessions.rotate(reply, session, session.level, { endOthers: true });
    });
  }

  private async record({ clinicId, subjectId: personId }: LiveSession, action: string): Promise<void> {
    await this.records.add({ clinicId, personId }, action, 'allowed');
  }
}
