import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { paths, SetTickRequest } from '@trellis/contracts';
import type { OwnTicksView } from '@trellis/contracts';
import { ForInvited } from '../../access/declare-access.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { OwnTicksService } from './own-ticks.service.js';

/** Days that the recovering person ticks: an agreed update given, a recovery activity done. */
@Controller(paths.home.ticks)
export class OwnTicksController {
  constructor(private readonly ticks: OwnTicksService) {}

  @ForInvited('pin')
  @Get()
  own(): Promise<OwnTicksView> {
    return this.ticks.own();
  }

  @ForInvited('pin')
  @Idempotent()
  @HttpCode(200)
  @Post()
  set(@Body() request: SetTickRequest): Promise<OwnTicksView> {
    return this.ticks.set(request);
  }
}
