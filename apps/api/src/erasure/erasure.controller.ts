import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  AskErasureRequest,
  ErasureListRequest,
  ErasureListView,
  ErasureView,
  paths,
} from '@trellis/contracts';
import { Allow, StepUp } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { ErasingService } from './erasing.service.js';
import { ErasureService } from './erasure.service.js';

/** Erasures for the office: owner and administrators. Carrying one out is the owner's. */
@Controller(paths.clinic.erasures)
export class ErasureController {
  constructor(
    private readonly erasures: ErasureService,
    private readonly erasing: ErasingService,
  ) {}

  @Allow('erasure.manage')
  @Get()
  list(@Query() query: ErasureListRequest): Promise<ErasureListView> {
    return this.erasures.list(query.cursor);
  }

  @Allow('erasure.manage')
  @StepUp()
  @Idempotent()
  @Post()
  ask(@Body() body: AskErasureRequest): Promise<ErasureView> {
    return this.erasures.ask(body.personId);
  }

  @Allow('erasure.manage')
  @StepUp()
  @Idempotent()
  @Post(':erasureId/approval')
  @HttpCode(200)
  approve(@Param('erasureId', ParseUUIDPipe) erasureId: string): Promise<ErasureView> {
    return this.erasures.approve(erasureId);
  }

  @Allow('erasure.manage')
  @StepUp()
  @Idempotent()
  @Post(':erasureId/withdrawal')
  @HttpCode(200)
  withdraw(@Param('erasureId', ParseUUIDPipe) erasureId: string): Promise<ErasureView> {
    return this.erasures.withdraw(erasureId);
  }

  @Allow('approvals.decide')
  @StepUp()
  @Idempotent()
  @Post(':erasureId/completion')
  @HttpCode(200)
  complete(@Param('erasureId', ParseUUIDPipe) erasureId: string): Promise<ErasureView> {
    return this.erasing.complete(erasureId);
  }
}
