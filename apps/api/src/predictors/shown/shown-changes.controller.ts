import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { paths, ShowChangeRequest } from '@trellis/contracts';
import type { ShownChangesView } from '@trellis/contracts';
import { Allow } from '../../access/declare-access.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { CaseShownChangesService } from './case-shown-changes.service.js';

/** Changes in words, shown in session by therapists. */
@Controller(paths.clinic.shownChanges)
export class ShownChangesController {
  constructor(private readonly shown: CaseShownChangesService) {}

  @Allow('predictors.read')
  @Get(':coupleId')
  ofCouple(@Param('coupleId') coupleId: string): Promise<ShownChangesView> {
    return this.shown.ofCouple(coupleId);
  }

  @Allow('releases.decide')
  @Idempotent()
  @Post(':coupleId')
  show(@Param('coupleId') coupleId: string, @Body() request: ShowChangeRequest): Promise<ShownChangesView> {
    return this.shown.show(coupleId, request);
  }

  @Allow('releases.decide')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/:changeId/taking-back')
  takeBack(
    @Param('coupleId') coupleId: string,
    @Param('changeId') changeId: string,
    @IfMatch() version: number,
  ): Promise<ShownChangesView> {
    return this.shown.takeBack(coupleId, changeId, version);
  }
}
