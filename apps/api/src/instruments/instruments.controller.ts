import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ImportInstrumentRequest, paths, SetThresholdsRequest } from '@trellis/contracts';
import type { ClinicInstrumentView, InstrumentFormWordsView, InstrumentsView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { InstrumentsService } from './instruments.service.js';

/** Which standard instruments the clinic may use. Nothing here is about any person. */
@Controller(paths.clinic.instruments)
export class InstrumentsController {
  constructor(private readonly instruments: InstrumentsService) {}

  @Allow('library.read')
  @Get()
  list(): Promise<InstrumentsView> {
    return this.instruments.list();
  }

  @Allow('library.read')
  @Get('forms/:formId')
  words(@Param('formId') formId: string): Promise<InstrumentFormWordsView> {
    return this.instruments.words(formId);
  }

  @Allow('instruments.keep')
  @Idempotent()
  @Post('imports')
  import(@Body() request: ImportInstrumentRequest): Promise<ClinicInstrumentView> {
    return this.instruments.import(request);
  }

  @Allow('instruments.keep')
  @Idempotent()
  @HttpCode(200)
  @Post('forms/:formId/retire')
  retire(@Param('formId') formId: string, @IfMatch() version: number): Promise<ClinicInstrumentView> {
    return this.instruments.retire(formId, version);
  }

  @Allow('instruments.keep')
  @Put(':code/thresholds')
  setThresholds(
    @Param('code') code: string,
    @IfMatch() version: number,
    @Body() request: SetThresholdsRequest,
  ): Promise<ClinicInstrumentView> {
    return this.instruments.setThresholds(code, version, request);
  }
}
