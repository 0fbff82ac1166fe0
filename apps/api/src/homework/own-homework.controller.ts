import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  OwnRecordRequest,
  paths,
  SaveDraftRequest,
  SetAsideRequest,
  SubmitHomeworkRequest,
} from '@trellis/contracts';
import type { OwnRecordView, OwnTaskView, SavedView, TodayView } from '@trellis/contracts';
import { ForInvited } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { OwnHomeworkService } from './own-homework.service.js';
import { OwnReadingService } from './own-reading.service.js';
import { OwnWritingService } from './own-writing.service.js';

/** Homework for the person who does it. */
@Controller(paths.home.homework)
export class OwnHomeworkController {
  constructor(
    private readonly homework: OwnHomeworkService,
    private readonly reading: OwnReadingService,
    private readonly writing: OwnWritingService,
  ) {}

  @ForInvited('pin')
  @Get('today')
  today(): Promise<TodayView> {
    return this.homework.today();
  }

  @ForInvited('pin')
  @Get('record')
  record(@Query() query: OwnRecordRequest): Promise<OwnRecordView> {
    return this.homework.record(query.cursor);
  }

  @ForInvited('pin')
  @Get(':taskId')
  task(@Param('taskId') taskId: string): Promise<OwnTaskView> {
    return this.reading.task(taskId);
  }

  @ForInvited('pin')
  @Put(':taskId/draft')
  saveDraft(
    @Param('taskId') taskId: string,
    @IfMatch() version: number,
    @Body() request: SaveDraftRequest,
  ): Promise<SavedView> {
    return this.writing.saveDraft(taskId, version, request.answers);
  }

  @ForInvited('pin')
  @Idempotent()
  @HttpCode(200)
  @Post(':taskId/submission')
  submit(
    @Param('taskId') taskId: string,
    @IfMatch() version: number,
    @Body() request: SubmitHomeworkRequest,
  ): Promise<SavedView> {
    return this.writing.submit(taskId, version, request.answers);
  }

  @ForInvited('pin')
  @Idempotent()
  @HttpCode(200)
  @Post(':taskId/set-aside')
  setAside(@Param('taskId') taskId: string, @Body() request: SetAsideRequest): Promise<SavedView> {
    return this.writing.setAside(taskId, request.tooHard);
  }
}
