import { Injectable } from '@nestjs/common';
import type { StrongerWayView } from '@trellis/contracts';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { LiveSession } from '../../platform/session/live-session.js';
import type { AtTheDoor } from '../attempt-limits.service.js';
import { PersonRecords } from '../person-records.js';
import { DeviceSignRepository } from '../shared-device/device-sign.repository.js';
import { deviceHashOf } from './device-cookie.js';
import { DevicePinRepository, type StrongerWayFacts } from './device-pin.repository.js';
import { strongerWayOf } from './stronger-way-rules.js';

/**
 * Brings up, on a device with a PIN, that a passkey or passphrase opens more. Getting one takes a new link of the
 * therapist: whoever saw the PIN must not be able to make themself a passkey. The wish for one is shown to
 * therapists of the person's own side.
 */
@Injectable()
export class StrongerWayService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly devices: DevicePinRepository,
    private readonly signs: DeviceSignRepository,
    private readonly records: PersonRecords,
  ) {}

  async view(request: AtTheDoor['request'], session: LiveSession): Promise<StrongerWayView> {
    return this.work.runAsAuth(async () => {
      const { clinicId, subjectId } = session;
      const linkWanted = await this.signs.has(clinicId, subjectId, 'link_wanted');
      return { ...strongerWayOf(await this.facts(request, session)), linkWanted };
    });
  }

  /** Pressed twice in a row it counts once. */
  async putOff(request: AtTheDoor['request'], session: LiveSession): Promise<void> {
    const hash = deviceHashOf(request);
    await this.work.runAsAuth(async () => {
      const facts = await this.facts(request, session);
      if (hash === null || facts === null) return;
      const days = strongerWayOf(facts).putOffFor === 'week' ? 7 : 1;
      await this.devices.putOff(session.clinicId, session.subjectId, hash, days);
    });
  }

  async wantLink({ clinicId, subjectId: personId }: LiveSession): Promise<void> {
    await this.work.runAsAuth(async () => {
      await this.signs.put(clinicId, [personId], 'link_wanted');
      await this.records.add({ clinicId, personId }, 'account.link_wanted', 'allowed');
    });
  }

  private async facts(
    request: AtTheDoor['request'],
    { clinicId, subjectId, level }: LiveSession,
  ): Promise<StrongerWayFacts | null> {
    const hash = deviceHashOf(request);
    if (hash === null || level !== 'pin') return null;
    return this.devices.strongerWay(clinicId, subjectId, hash);
  }
}
