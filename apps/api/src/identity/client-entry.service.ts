import { Injectable } from '@nestjs/common';
import type { NewPasskeyRequest, PasskeyOfferView } from '@trellis/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { SessionStore } from '../platform/session/session-store.js';
import type { AtTheDoor } from './attempt-limits.service.js';
import { ClientWaysService, type ChosenWay, type PreparedWay } from './client-ways.service.js';
import { SharedDevices } from './shared-device/shared-devices.service.js';

export type { AtTheDoor, ChosenWay, NewPasskeyRequest };

/** The moment in which an enrolment becomes a session of one's own. */
@Injectable()
export class ClientEntryService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ways: ClientWaysService,
    private readonly sessions: SessionStore,
    private readonly shared: SharedDevices,
  ) {}

  offer(session: LiveSession): Promise<PasskeyOfferView> {
    return this.ways.offer(session);
  }

  /** As ClientWaysService.prepare. */
  prepare(session: LiveSession, way: ChosenWay): Promise<PreparedWay> {
    return this.ways.prepare(session, way);
  }

  /**
   * Lets the person in by the way that was prepared, in place of every earlier one; earlier sessions end. What the
   * person said of the device is kept in the same transaction. Answers the new sign-in name where there is one.
   * @throws AppError passkey_refused for a passkey that is somebody's already.
   */
  async enter(
    door: AtTheDoor,
    session: LiveSession,
    way: PreparedWay,
    sharedDevice: boolean | undefined,
  ): Promise<string | null> {
    const steppedUp = way.level === 'full';
    const signInName = await this.work.runAsAuth(async () => {
      await this.sessions.rotate(door.reply, session, way.level, { endOthers: true, steppedUp });
      await this.shared.enrolled(session, sharedDevice);
      return this.ways.replaceAll(door.reply, session, way);
    });
    await this.shared.cameIn(door, session);
    return signInName;
  }
}
