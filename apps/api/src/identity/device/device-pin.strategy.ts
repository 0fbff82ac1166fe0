import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-custom';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PasswordHasher } from '../password-hasher.js';
import { DevicePinRepository } from './device-pin.repository.js';
import { pinTries } from './pin-rules.js';

export interface PinCredentials {
  /** SHA-256 of the browser's device token. */
  readonly tokenHash: Buffer;
  readonly pin: string;
}

/** A device that could still be tried. */
export interface PinFinding {
  readonly clinicId: string;
  readonly personId: string;
  readonly accepted: boolean;
  /** True when the try was wrong and the last. */
  readonly dead: boolean;
}

/**
 * Verifies the PIN of a device. The try is counted and committed before the PIN is compared, so that guesses sent at
 * once are never more than five. A device that opens nothing costs the same hash.
 */
@Injectable()
export class DevicePinStrategy extends PassportStrategy(Strategy, 'device-pin') {
  constructor(
    private readonly work: UnitOfWork,
    private readonly devices: DevicePinRepository,
    private readonly hasher: PasswordHasher,
  ) {
    super();
  }

  async validate({ body }: { readonly body: PinCredentials }): Promise<PinFinding | null> {
    const tried = await this.work.runAsAuth(async () => this.devices.countTry(body.tokenHash));
    const accepted = await this.hasher.verify(tried?.pin_hash ?? null, body.pin);
    if (tried === null) return null;
    const { clinic_id: clinicId, id, person_id: personId, attempts } = tried;
    if (accepted) await this.work.runAsAuth(async () => this.devices.open(clinicId, id));
    return { clinicId, personId, accepted, dead: !accepted && attempts >= pinTries };
  }
}
