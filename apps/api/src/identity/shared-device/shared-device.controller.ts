import { Body, Controller, HttpCode, Put, Req, Res } from '@nestjs/common';
import { paths, SharedDeviceRequest } from '@trellis/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ForInvited } from '../../access/declare-access.js';
import { CurrentSession } from '../../platform/session/current-session.js';
import type { LiveSession } from '../../platform/session/live-session.js';
import { SharedDevices } from './shared-devices.service.js';

/** Whether somebody else uses the phone of the person too. Whoever holds a PIN alone may say yes, and cannot take it back. */
@Controller(`${paths.home.devices}/shared`)
export class SharedDeviceController {
  constructor(private readonly devices: SharedDevices) {}

  @ForInvited('pin')
  @Put('here')
  @HttpCode(204)
  shared(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
  ): Promise<void> {
    return this.devices.say({ request, reply }, session, true);
  }

  @ForInvited()
  @Put()
  @HttpCode(204)
  say(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
    @Body() body: SharedDeviceRequest,
  ): Promise<void> {
    return this.devices.say({ request, reply }, session, body.shared);
  }
}
