import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { AddCoverRequest, paths, type CoverView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { CoverService } from './cover.service.js';

@Controller(paths.clinic.cover)
export class CoverController {
  constructor(private readonly cover: CoverService) {}

  @Allow('cover.manage')
  @Get()
  list(): Promise<CoverView> {
    return this.cover.list();
  }

  @Allow('cover.manage')
  @Idempotent()
  @HttpCode(204)
  @Post()
  add(@Body() request: AddCoverRequest): Promise<void> {
    return this.cover.add(request);
  }

  @Allow('cover.manage')
  @HttpCode(204)
  @Delete(':coverId')
  cancel(@Param('coverId', ParseUUIDPipe) coverId: string): Promise<void> {
    return this.cover.cancel(coverId);
  }
}
