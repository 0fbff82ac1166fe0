import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { MoveCorrectionRequest, paths, RecordContactRequest } from '@trellis/contracts';
import type {
  AftercareAnswerView,
  CaseAftercareView,
  CorrectionWordsView,
  CorrectionView,
} from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { CaseAftercareService } from './case-aftercare.service.js';
import { CaseCorrectionService } from './case-correction.service.js';

/** The time after a session, for the care team of the couple. */
@Controller(`${paths.clinic.aftercare}/:coupleId`)
export class CaseAftercareController {
  constructor(
    private readonly aftercare: CaseAftercareService,
    private readonly corrections: CaseCorrectionService,
  ) {}

  @Allow('disclosure.read')
  @Get()
  one(@Param('coupleId') coupleId: string): Promise<CaseAftercareView> {
    return this.aftercare.one(coupleId);
  }

  @Allow('disclosure.read')
  @Get('answers/:answerId')
  answer(
    @Param('coupleId') coupleId: string,
    @Param('answerId') answerId: string,
  ): Promise<AftercareAnswerView> {
    return this.aftercare.answer(coupleId, answerId);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(204)
  @Post('contacts')
  contact(@Param('coupleId') coupleId: string, @Body() request: RecordContactRequest): Promise<void> {
    return this.aftercare.contact(coupleId, request);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(204)
  @Post('tasks/:taskId/done')
  done(
    @Param('coupleId') coupleId: string,
    @Param('taskId') taskId: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.aftercare.done(coupleId, taskId, version);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(204)
  @Post('alerts/:alertId/acknowledgement')
  acknowledge(@Param('coupleId') coupleId: string, @Param('alertId') alertId: string): Promise<void> {
    return this.aftercare.acknowledge(coupleId, alertId);
  }

  @Allow('disclosure.record')
  @Get('corrections/:correctionId')
  words(
    @Param('coupleId') coupleId: string,
    @Param('correctionId') correctionId: string,
  ): Promise<CorrectionWordsView> {
    return this.corrections.words(coupleId, correctionId);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post('corrections/:correctionId/steps')
  move(
    @Param('coupleId') coupleId: string,
    @Param('correctionId') correctionId: string,
    @IfMatch() version: number,
    @Body() request: MoveCorrectionRequest,
  ): Promise<CorrectionView> {
    return this.corrections.move(coupleId, correctionId, version, request);
  }
}
