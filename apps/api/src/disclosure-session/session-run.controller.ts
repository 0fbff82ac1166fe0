import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  AdvanceSessionRequest,
  AllowReadingRequest,
  paths,
  SessionAttendanceRequest,
  SessionDistressRequest,
  SessionSignsRequest,
  SetSessionSettingRequest,
  TickSessionRequest,
} from '@trellis/contracts';
import type { DisclosureSessionView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { SessionRunService } from './session-run.service.js';

/** The run sheet of a session. Every act bears the version of the run that its asker saw. */
@Controller(`${paths.clinic.disclosureSessions}/:coupleId/run`)
export class SessionRunController {
  constructor(private readonly runs: SessionRunService) {}

  @Allow('disclosure.record')
  @Idempotent()
  @Put('setting')
  setting(
    @Param('coupleId') coupleId: string,
    @IfMatch() version: number,
    @Body() request: SetSessionSettingRequest,
  ): Promise<DisclosureSessionView> {
    return this.runs.setting(coupleId, version, request);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post('emergency')
  checkEmergency(
    @Param('coupleId') coupleId: string,
    @IfMatch() version: number,
  ): Promise<DisclosureSessionView> {
    return this.runs.checkEmergency(coupleId, version);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @Put('attendance')
  attendance(
    @Param('coupleId') coupleId: string,
    @IfMatch() version: number,
    @Body() request: SessionAttendanceRequest,
  ): Promise<DisclosureSessionView> {
    return this.runs.attendance(coupleId, version, request);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post('parts')
  advance(
    @Param('coupleId') coupleId: string,
    @IfMatch() version: number,
    @Body() request: AdvanceSessionRequest,
  ): Promise<DisclosureSessionView> {
    return this.runs.advance(coupleId, version, request);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @Put('ticks')
  tick(
    @Param('coupleId') coupleId: string,
    @IfMatch() version: number,
    @Body() request: TickSessionRequest,
  ): Promise<DisclosureSessionView> {
    return this.runs.tick(coupleId, version, request);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @Put('distress')
  rate(
    @Param('coupleId') coupleId: string,
    @IfMatch() version: number,
    @Body() request: SessionDistressRequest,
  ): Promise<DisclosureSessionView> {
    return this.runs.rate(coupleId, version, request);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @Put('signs')
  notice(
    @Param('coupleId') coupleId: string,
    @IfMatch() version: number,
    @Body() request: SessionSignsRequest,
  ): Promise<DisclosureSessionView> {
    return this.runs.notice(coupleId, version, request);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post('departure')
  confirmDeparture(
    @Param('coupleId') coupleId: string,
    @IfMatch() version: number,
  ): Promise<DisclosureSessionView> {
    return this.runs.confirmDeparture(coupleId, version);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @Put('reading')
  allowReading(
    @Param('coupleId') coupleId: string,
    @IfMatch() version: number,
    @Body() request: AllowReadingRequest,
  ): Promise<DisclosureSessionView> {
    return this.runs.allowReading(coupleId, version, request.allowed);
  }
}
