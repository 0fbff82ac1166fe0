import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { EnterMeasureRequest, GiveMeasureRequest, paths } from '@trellis/contracts';
import type { CoupleMeasuresView, MeasureAnswersView } from '@trellis/contracts';
import type { FastifyReply } from 'fastify';
import { Allow, StepUp } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { MeasureExport } from './measure-export.service.js';
import { MeasuresService } from './measures.service.js';

/** Instruments of the people of a couple, for the therapists of each person's own side. */
@Controller(paths.clinic.measures)
export class MeasuresController {
  constructor(
    private readonly measures: MeasuresService,
    private readonly files: MeasureExport,
  ) {}

  @Allow('homework.review')
  @Get(':coupleId')
  ofCouple(@Param('coupleId') coupleId: string): Promise<CoupleMeasuresView> {
    return this.measures.ofCouple(coupleId);
  }

  @Allow('homework.review')
  @Get(':coupleId/sheets/:sheetId')
  answers(
    @Param('coupleId') coupleId: string,
    @Param('sheetId') sheetId: string,
  ): Promise<MeasureAnswersView> {
    return this.measures.answers(coupleId, sheetId);
  }

  @Allow('homework.assign')
  @Idempotent()
  @Post(':coupleId/sheets')
  give(
    @Param('coupleId') coupleId: string,
    @Body() request: GiveMeasureRequest,
  ): Promise<CoupleMeasuresView> {
    return this.measures.give(coupleId, request);
  }

  @Allow('homework.assign')
  @Idempotent()
  @Post(':coupleId/entries')
  enter(
    @Param('coupleId') coupleId: string,
    @Body() request: EnterMeasureRequest,
  ): Promise<CoupleMeasuresView> {
    return this.measures.enter(coupleId, request);
  }

  @Allow('homework.assign')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/sheets/:sheetId/withdrawal')
  withdraw(
    @Param('coupleId') coupleId: string,
    @Param('sheetId') sheetId: string,
    @IfMatch() version: number,
  ): Promise<CoupleMeasuresView> {
    return this.measures.withdraw(coupleId, sheetId, version);
  }

  /** The file name says nothing about clinic or people: it stays behind in download folders. */
  @Allow('homework.review')
  @StepUp()
  @Get(':coupleId/people/:personId/file')
  async file(
    @Param('coupleId') coupleId: string,
    @Param('personId') personId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const text = await this.files.file(coupleId, personId);
    // Set only now: a refusal is JSON.
    void reply
      .type('application/fhir+json; charset=utf-8')
      .header('content-disposition', 'attachment; filename="measures.json"');
    return Buffer.from(text, 'utf8');
  }
}
