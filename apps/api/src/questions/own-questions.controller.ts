import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  ChangeQuestionRequest,
  InformationWishRequest,
  paths,
  WriteQuestionRequest,
} from '@trellis/contracts';
import type {
  InformationWishView,
  OwnQuestionsView,
  QuestionSavedView,
  QuestionsReleasedView,
  ReceivedQuestionsView,
} from '@trellis/contracts';
import { ForInvited, StepUp } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { OwnQuestionReadingService } from './own-question-reading.service.js';
import { OwnQuestionsService } from './own-questions.service.js';

/** The partner's questions, and what the recovering person was given of them. */
@Controller(paths.home.questions)
export class OwnQuestionsController {
  constructor(
    private readonly reading: OwnQuestionReadingService,
    private readonly questions: OwnQuestionsService,
  ) {}

  @ForInvited()
  @Get()
  own(): Promise<OwnQuestionsView> {
    return this.reading.own();
  }

  @ForInvited()
  @Get('received')
  received(): Promise<ReceivedQuestionsView> {
    return this.reading.received();
  }

  @ForInvited()
  @StepUp()
  @Idempotent()
  @HttpCode(200)
  @Post('release')
  release(): Promise<QuestionsReleasedView> {
    return this.questions.release();
  }

  @ForInvited()
  @Put('wishes/:category')
  wish(
    @Param('category') category: string,
    @IfMatch() version: number,
    @Body() request: InformationWishRequest,
  ): Promise<InformationWishView> {
    return this.questions.wish(category, version, request.wish);
  }

  @ForInvited()
  @Put(':questionId')
  change(
    @Param('questionId') questionId: string,
    @IfMatch() version: number,
    @Body() request: ChangeQuestionRequest,
  ): Promise<QuestionSavedView> {
    return this.questions.change(questionId, version, request);
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post(':questionId/withdrawal')
  withdraw(@Param('questionId') questionId: string, @IfMatch() version: number): Promise<QuestionSavedView> {
    return this.questions.withdraw(questionId, version);
  }

  @ForInvited()
  @Idempotent()
  @Post()
  write(@Body() request: WriteQuestionRequest): Promise<QuestionSavedView> {
    return this.questions.add(request);
  }
}
