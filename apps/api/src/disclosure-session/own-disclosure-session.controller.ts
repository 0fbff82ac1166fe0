import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  AddHardDateRequest,
  ConfirmLogisticsRequest,
  DayCheckRequest,
  headers,
  paths,
  SaveSupportPlanRequest,
  SessionNoGoRequest,
} from '@trellis/contracts';
import type {
  OwnDisclosureSessionView,
  ReadingPlaceView,
  ReadingView,
  SupportPlanSavedView,
  SupportPlansView,
} from '@trellis/contracts';
import { ForInvited } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { CurrentSession } from '../platform/session/current-session.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { OwnPlansService } from './own-plans.service.js';
import { OwnSessionService } from './own-session.service.js';
import { ReadingAlongService } from './reading-along.service.js';

/** The session for the person themself: when it is, what is theirs to arrange, and the control that pauses. */
@Controller(paths.home.disclosureSession)
export class OwnDisclosureSessionController {
  constructor(
    private readonly sessions: OwnSessionService,
    private readonly plans: OwnPlansService,
    private readonly readings: ReadingAlongService,
  ) {}

  @ForInvited()
  @Get()
  one(): Promise<OwnDisclosureSessionView> {
    return this.sessions.one();
  }

  @ForInvited()
  @Idempotent()
  @Put('logistics')
  confirm(@Body() request: ConfirmLogisticsRequest): Promise<OwnDisclosureSessionView> {
    return this.sessions.confirm(request);
  }

  @ForInvited()
  @Idempotent()
  @Put('day-check')
  sayDay(@IfMatch() version: number, @Body() request: DayCheckRequest): Promise<OwnDisclosureSessionView> {
    return this.sessions.sayDay(version, request);
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post('pause')
  pause(): Promise<OwnDisclosureSessionView> {
    return this.sessions.pause();
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post('no-go')
  noGo(@Body() request: SessionNoGoRequest): Promise<OwnDisclosureSessionView> {
    return this.sessions.noGo(request);
  }

  @ForInvited()
  @Get('plans')
  readPlans(): Promise<SupportPlansView> {
    return this.plans.read();
  }

  @ForInvited()
  @Idempotent()
  @Put('plans/:form')
  savePlan(
    @Param('form') form: string,
    @IfMatch() version: number,
    @Body() request: SaveSupportPlanRequest,
  ): Promise<SupportPlanSavedView> {
    return this.plans.save(form, version, request);
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post('dates')
  addDate(@Body() request: AddHardDateRequest): Promise<OwnDisclosureSessionView> {
    return this.plans.addDate(request);
  }

  @ForInvited()
  @Idempotent()
  @Delete('dates/:dateId')
  removeDate(@Param('dateId') dateId: string): Promise<OwnDisclosureSessionView> {
    return this.plans.removeDate(dateId);
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post('reading')
  openReading(@CurrentSession() session: LiveSession): Promise<ReadingPlaceView> {
    return this.readings.open(session);
  }

  @ForInvited()
  @Get('reading')
  read(
    @CurrentSession() session: LiveSession,
    @Headers(headers.readingToken) token: string | undefined,
  ): Promise<ReadingView> {
    return this.readings.read(session, token);
  }
}
