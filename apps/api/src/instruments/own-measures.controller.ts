import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { MeasureAnswersRequest, paths } from '@trellis/contracts';
import type { OwnMeasureSavedView, OwnMeasuresView, OwnMeasureView } from '@trellis/contracts';
import { ForInvited } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { OwnMeasuresService } from './own-measures.service.js';

/** Forms for the person they were given to. */
@Controller(paths.home.measures)
export class OwnMeasuresController {
  constructor(private readonly measures: OwnMeasuresService) {}

  @ForInvited('pin')
  @Get()
  waiting(): Promise<OwnMeasuresView> {
    return this.measures.waiting();
  }

  @ForInvited('pin')
  @Get(':sheetId')
  one(@Param('sheetId') sheetId: string): Promise<OwnMeasureView> {
    return this.measures.one(sheetId);
  }

  @ForInvited('pin')
  @Put(':sheetId/draft')
  saveDraft(
    @Param('sheetId') sheetId: string,
    @IfMatch() version: number,
    @Body() request: MeasureAnswersRequest,
  ): Promise<OwnMeasureSavedView> {
    return this.measures.saveDraft(sheetId, version, request.answers);
  }

  @ForInvited('pin')
  @Idempotent()
  @HttpCode(200)
  @Post(':sheetId/answers')
  handIn(
    @Param('sheetId') sheetId: string,
    @IfMatch() version: number,
    @Body() request: MeasureAnswersRequest,
  ): Promise<OwnMeasureSavedView> {
    return this.measures.handIn(sheetId, version, request.answers);
  }
}
