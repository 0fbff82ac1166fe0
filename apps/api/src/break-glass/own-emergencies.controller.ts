import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { paths, type OwnEmergenciesView } from '@trellis/contracts';
import { ForInvited } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { OwnEmergenciesService } from './own-emergencies.service.js';

/** Who opened the couple's record in an emergency, as its people are told. */
@Controller(`${paths.home.record}/emergencies`)
export class OwnEmergenciesController {
  constructor(private readonly own: OwnEmergenciesService) {}

  @ForInvited()
  @Get()
  list(): Promise<OwnEmergenciesView> {
    return this.own.view();
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(204)
  @Post('seen')
  seen(): Promise<void> {
    return this.own.markSeen();
  }
}
