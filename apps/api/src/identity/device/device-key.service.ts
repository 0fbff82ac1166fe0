import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { DeviceKeyView } from '@trellis/contracts';
import type { LiveSession } from '../../platform/session/live-session.js';
import { MASTER_KEY, purposeKey } from '../../platform/sealing/master-key.js';
import { SharedDevices } from '../shared-device/shared-devices.service.js';

/**
 * The key under which a device keeps what its owner has written and not yet sent. It follows from the person and a
 * number that the device keeps, so that nothing is stored for it and the same device gets the same key after every
 * sign-in; another person gets another one for the same number.
 */
@Injectable()
export class DeviceKeyService {
  private readonly key: Buffer;

  constructor(
    @Inject(MASTER_KEY) masterKey: Buffer,
    private readonly shared: SharedDevices,
  ) {
    this.key = purposeKey(masterKey, 'device-copies');
  }

  /** No key for whoever said that others use the device: then nothing is kept on it. */
  async of(session: LiveSession, device: string): Promise<DeviceKeyView> {
    if (await this.shared.said(session)) return { key: null };
    const whose = `${session.clinicId}/${session.subjectId}/${device}`;
    return { key: createHmac('sha256', this.key).update(whose).digest('base64') };
  }
}
