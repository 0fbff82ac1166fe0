import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { paths, TakeRowBackRequest } from '@trellis/contracts';
import type { OwnMapView } from '@trellis/contracts';
import { ForInvited } from '../../access/declare-access.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { OwnMapService } from './own-map.service.js';

/** Maps of preferences, for the two whose maps they are. */
@Controller(paths.home.maps)
export class OwnMapsController {
  constructor(private readonly maps: OwnMapService) {}

  @ForInvited()
  @Get(':taskId')
  one(@Param('taskId') taskId: string): Promise<OwnMapView> {
    return this.maps.one(taskId);
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post(':taskId/taking-back')
  takeBack(@Param('taskId') taskId: string, @Body() { domain }: TakeRowBackRequest): Promise<OwnMapView> {
    return this.maps.takeBack(taskId, domain);
  }
}
