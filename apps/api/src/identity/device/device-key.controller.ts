import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { DeviceKeyRequest, DeviceKeyView, paths } from '@trellis/contracts';
import { ForInvited } from '../../access/declare-access.js';
import { CurrentSession } from '../../platform/session/current-session.js';
import type { LiveSession } from '../../platform/session/live-session.js';
import { DeviceKeyService } from './device-key.service.js';

/** The key of the sealed copies on one's own device. Asking changes nothing. */
@Controller(`${paths.home.devices}/key`)
export class DeviceKeyController {
  constructor(private readonly keys: DeviceKeyService) {}

  @ForInvited('pin')
  @Post()
  @HttpCode(200)
  key(@CurrentSession() session: LiveSession, @Body() body: DeviceKeyRequest): Promise<DeviceKeyView> {
    return this.keys.of(session, body.device);
  }
}
