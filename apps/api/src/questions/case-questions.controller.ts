import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { CloseQuestionRequest, LookThroughQuestionRequest, paths } from '@trellis/contracts';
import type { CaseQuestionSavedView, CaseQuestionsView, QuestionsPassedOnView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { CaseQuestionReadingService } from './case-question-reading.service.js';
import { CaseQuestionsService } from './case-questions.service.js';

/** The questions of a couple's partner, for the therapists. */
@Controller(paths.clinic.questions)
export class CaseQuestionsController {
  constructor(
    private readonly reading: CaseQuestionReadingService,
    private readonly questions: CaseQuestionsService,
  ) {}

  @Allow('disclosure.read')
  @Get(':coupleId')
  one(@Param('coupleId') coupleId: string): Promise<CaseQuestionsView> {
    return this.reading.one(coupleId);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/passing-on')
  passOn(@Param('coupleId') coupleId: string, @IfMatch() version: number): Promise<QuestionsPassedOnView> {
    return this.questions.passOn(coupleId, version);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/:questionId/look')
  lookThrough(
    @Param('coupleId') coupleId: string,
    @Param('questionId') questionId: string,
    @IfMatch() version: number,
    @Body() { advice }: LookThroughQuestionRequest,
  ): Promise<CaseQuestionSavedView> {
    return this.questions.lookThrough(coupleId, questionId, version, advice);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/:questionId/opening')
  open(
    @Param('coupleId') coupleId: string,
    @Param('questionId') questionId: string,
    @IfMatch() version: number,
  ): Promise<CaseQuestionSavedView> {
    return this.questions.openForChange(coupleId, questionId, version);
  }

  @Allow('disclosure.record')
  @Put(':coupleId/:questionId/answer')
  close(
    @Param('coupleId') coupleId: string,
    @Param('questionId') questionId: string,
    @IfMatch() version: number,
    @Body() request: CloseQuestionRequest,
  ): Promise<CaseQuestionSavedView> {
    return this.questions.close(coupleId, questionId, version, request);
  }
}
