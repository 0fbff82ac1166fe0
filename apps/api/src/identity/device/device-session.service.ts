import { Injectable } from '@nestjs/common';
import type { DeviceView } from '@trellis/contracts';
import type { FastifyRequest } from 'fastify';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError } from '../../platform/http/app-error.js';
import type { LiveSession } from '../../platform/session/live-session.js';
import { SessionStore } from '../../platform/session/session-store.js';
import { verifyWith } from '../../platform/session/verify-with.js';
import { AttemptLimitsService, type AtTheDoor } from '../attempt-limits.service.js';
import { PersonRecords } from '../person-records.js';
import { SharedDevices } from '../shared-device/shared-devices.service.js';
import { deviceHashOf, forgetDevice } from './device-cookie.js';
import { DevicePinRepository } from './device-pin.repository.js';
import type { PinCredentials, PinFinding } from './device-pin.strategy.js';

/** Opens the homework app on a device that was set up with a PIN. */
@Injectable()
export class DeviceSessionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly devices: DevicePinRepository,
    private readonly limits: AttemptLimitsService,
    private readonly sessions: SessionStore,
    private readonly records: PersonRecords,
    private readonly shared: SharedDevices,
  ) {}

  /** Whether this browser opens with a PIN; whose it is, is not said. */
  async view(request: FastifyRequest): Promise<DeviceView> {
    const hash = deviceHashOf(request);
    if (hash === null) return { pin: false };
    return { pin: await this.work.runAsAuth(async () => this.devices.isGood(hash)) };
  }

  /**
   * A locked session of the same person goes on under a new id; otherwise a new one begins.
   * @throws AppError pin_refused, the same for wrong, dead and unknown; too_many_attempts; busy.
   */
  async open({ request, reply }: AtTheDoor, pin: string): Promise<LiveSession> {
    const tokenHash = deviceHashOf(request);
    if (tokenHash === null) {
      await this.limits.countCall('pin', request.ip);
      throw new AppError('pin_refused');
    }
    const finding = await this.verify(request, { tokenHash, pin });
    if (!finding.accepted) {
      await this.records.add(finding, 'session.pin', 'refused', finding.dead ? 'no_tries_left' : 'wrong_pin');
      if (finding.dead) {
        await this.sessions.endPrevious('home', request);
        forgetDevice(reply);
      }
      throw new AppError('pin_refused');
    }
    return this.enter({ request, reply }, finding);
  }

  /** The device counts its own tries, so that nobody in the same network can keep its owner out. */
  private async verify(request: FastifyRequest, credentials: PinCredentials): Promise<PinFinding> {
    const finding = await verifyWith<PinFinding>('device-pin', credentials);
    if (finding !== null) return finding;
    await this.limits.countCall('pin', request.ip);
    throw new AppError('pin_refused');
  }

  private async enter({ request, reply }: AtTheDoor, finding: PinFinding): Promise<LiveSession> {
    const { clinicId, personId: subjectId } = finding;
    const before = await this.sessions.find('home', request);
    const same = before?.level === 'pin' && before.clinicId === clinicId && before.subjectId === subjectId;
    if (!same) await this.sessions.endPrevious('home', request);
    const session = await this.work.runAsAuth(async () => {
      await this.records.add(finding, 'session.pin', 'allowed');
      return same
        ? this.sessions.rotate(reply, before, 'pin')
        : this.sessions.issue(reply, { clinicId, surface: 'home', subjectId, role: 'client' }, 'pin');
    });
    await this.shared.cameIn({ request, reply }, session);
    return session;
  }
}
