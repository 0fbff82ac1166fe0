import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AssignHomeworkRequest, ListHomeworkRequest, paths } from '@trellis/contracts';
import type { CoupleHomeworkView, FollowUpView, SubmittedAnswerView, TaskRowView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { AssigningService } from './assigning.service.js';
import { CoupleHomeworkService } from './couple-homework.service.js';
import { FollowUps } from './follow-up.service.js';
import { ReadingService } from './reading.service.js';

/** Homework for therapists. */
@Controller(paths.clinic.homework)
export class CaseHomeworkController {
  constructor(
    private readonly assigning: AssigningService,
    private readonly couples: CoupleHomeworkService,
    private readonly reading: ReadingService,
    private readonly followUps: FollowUps,
  ) {}

  @Allow('homework.assign')
  @Idempotent()
  @Post()
  assign(@Body() request: AssignHomeworkRequest): Promise<TaskRowView[]> {
    return this.assigning.assign(request);
  }

  @Allow('homework.read')
  @Get()
  list(@Query() query: ListHomeworkRequest): Promise<CoupleHomeworkView> {
    return this.couples.list(query.coupleId, query.cursor);
  }

  @Allow('homework.read')
  @Get(':taskId')
  read(@Param('taskId') taskId: string): Promise<SubmittedAnswerView> {
    return this.reading.read(taskId);
  }

  @Allow('homework.assign')
  @Get(':taskId/follow-up')
  followUp(@Param('taskId') taskId: string): Promise<FollowUpView> {
    return this.followUps.of(taskId);
  }

  @Allow('homework.review')
  @Idempotent()
  @HttpCode(200)
  @Post(':taskId/review')
  review(@Param('taskId') taskId: string, @IfMatch() version: number): Promise<TaskRowView> {
    return this.reading.review(taskId, version);
  }

  @Allow('homework.assign')
  @Idempotent()
  @HttpCode(200)
  @Post(':taskId/skip')
  skip(@Param('taskId') taskId: string, @IfMatch() version: number): Promise<TaskRowView> {
    return this.reading.skip(taskId, version);
  }
}
