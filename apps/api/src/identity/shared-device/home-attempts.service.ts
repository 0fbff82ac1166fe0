import { Injectable } from '@nestjs/common';
import type { LiveSession } from '../../platform/session/live-session.js';
import {
  AttemptLimitsService,
  deviceNameOf,
  type AtTheDoor,
  type AttemptKind,
} from '../attempt-limits.service.js';
import { SharedDevices } from './shared-devices.service.js';

/** One try at the homework app's door. Say whose session it became; a try nobody reports counts as failed. */
export interface HomeAttempt {
  readonly mustWait: boolean;
  succeeded(session: LiveSession): Promise<void>;
}

/** Limits on guessing at the homework app's door, where the browser is remembered only for those whose own it is. */
@Injectable()
export class HomeAttempts {
  constructor(
    private readonly limits: AttemptLimitsService,
    private readonly shared: SharedDevices,
  ) {}

  /** @throws AppError too_many_attempts. */
  async begin(door: AtTheDoor, kind: AttemptKind, account: string): Promise<HomeAttempt> {
    const attempt = await this.limits.beginAtHome(door, kind, account);
    return {
      mustWait: attempt.mustWait,
      succeeded: async (session) => {
        await attempt.succeeded();
        await this.shared.cameIn(door, session, [deviceNameOf(kind, account)]);
      },
    };
  }

  /** Somebody came in by something that no try was counted for. */
  async entered(door: AtTheDoor, session: LiveSession): Promise<void> {
    await this.shared.cameIn(door, session);
  }

  /** Counts one call that tries no account. @throws AppError too_many_attempts. */
  async countCall(kind: AttemptKind, ip: string): Promise<void> {
    await this.limits.countCall(kind, ip);
  }
}
