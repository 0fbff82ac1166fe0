import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { GiveFeedbackRequest, paths } from '@trellis/contracts';
import type { TaskFeedbackView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { CaseFeedbackService } from './case-feedback.service.js';

/** What follows a handing in, for the therapists of its author's side. */
@Controller(`${paths.clinic.feedback}/:taskId`)
export class CaseFeedbackController {
  constructor(private readonly feedback: CaseFeedbackService) {}

  @Allow('homework.review')
  @Get()
  one(@Param('taskId') taskId: string): Promise<TaskFeedbackView> {
    return this.feedback.one(taskId);
  }

  @Allow('homework.review')
  @Idempotent()
  @HttpCode(200)
  @Post()
  give(
    @Param('taskId') taskId: string,
    @IfMatch() version: number,
    @Body() request: GiveFeedbackRequest,
  ): Promise<TaskFeedbackView> {
    return this.feedback.give(taskId, version, request);
  }

  @Allow('homework.review')
  @Idempotent()
  @HttpCode(200)
  @Post('talked')
  talked(@Param('taskId') taskId: string, @IfMatch() version: number): Promise<TaskFeedbackView> {
    return this.feedback.talked(taskId, version);
  }

  @Allow('homework.review')
  @Idempotent()
  @HttpCode(200)
  @Post('seen')
  seen(@Param('taskId') taskId: string, @IfMatch() version: number): Promise<TaskFeedbackView> {
    return this.feedback.seen(taskId, version);
  }
}
