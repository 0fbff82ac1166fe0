import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { KeepPackRequest, paths, RetirePackRequest } from '@trellis/contracts';
import type { PacksView, PackView } from '@trellis/contracts';
import { Allow } from '../../access/declare-access.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { PacksService } from './packs.service.js';

/** The clinic's own packs. Default plans and packs of the program come with it. */
@Controller(paths.clinic.packs)
export class PacksController {
  constructor(private readonly packs: PacksService) {}

  @Allow('library.read')
  @Get()
  list(): Promise<PacksView> {
    return this.packs.list();
  }

  @Allow('library.read')
  @Get(':packId')
  one(@Param('packId') packId: string): Promise<PackView> {
    return this.packs.one(packId);
  }

  @Allow('library.keep')
  @Idempotent()
  @Post()
  create(@Body() request: KeepPackRequest): Promise<PackView> {
    return this.packs.create(request);
  }

  @Allow('library.keep')
  @Put(':packId')
  save(
    @Param('packId') packId: string,
    @IfMatch() version: number,
    @Body() request: KeepPackRequest,
  ): Promise<PackView> {
    return this.packs.save(packId, version, request);
  }

  @Allow('library.keep')
  @Idempotent()
  @HttpCode(200)
  @Post(':packId/retire')
  retire(
    @Param('packId') packId: string,
    @IfMatch() version: number,
    @Body() request: RetirePackRequest,
  ): Promise<PackView> {
    return this.packs.retire(packId, version, request.reason);
  }
}
