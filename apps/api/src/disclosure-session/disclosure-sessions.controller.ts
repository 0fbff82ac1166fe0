import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  AddHardDateRequest,
  ConfirmLogisticsRequest,
  DayCheckRequest,
  paths,
  SessionCollisionsRequest,
} from '@trellis/contracts';
import type {
  DisclosureSessionView,
  OfficeSessionView,
  SessionCollisionsView,
  SessionLogisticsView,
  SupportPlansView,
} from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { PlanReadingService } from './plan-reading.service.js';
import { SessionPreparationService } from './session-preparation.service.js';
import { SessionViewService } from './session-view.service.js';

/** What is prepared around the session of a disclosure, by therapists and the office. */
@Controller(paths.clinic.disclosureSessions)
export class DisclosureSessionsController {
  constructor(
    private readonly views: SessionViewService,
    private readonly preparation: SessionPreparationService,
    private readonly plans: PlanReadingService,
  ) {}

  @Allow('disclosure.read')
  @Get(':coupleId')
  one(@Param('coupleId') coupleId: string): Promise<DisclosureSessionView> {
    return this.views.one(coupleId);
  }

  @Allow('disclosure.schedule')
  @Get(':coupleId/office')
  office(@Param('coupleId') coupleId: string): Promise<OfficeSessionView> {
    return this.views.office(coupleId);
  }

  @Allow('disclosure.schedule')
  @Get(':coupleId/collisions')
  collisions(
    @Param('coupleId') coupleId: string,
    @Query() query: SessionCollisionsRequest,
  ): Promise<SessionCollisionsView> {
    return this.preparation.collisions(coupleId, query.startsAt);
  }

  @Allow('disclosure.read')
  @Get(':coupleId/plans/:side')
  read(@Param('coupleId') coupleId: string, @Param('side') side: string): Promise<SupportPlansView> {
    return this.plans.read(coupleId, side);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/dates')
  addDate(
    @Param('coupleId') coupleId: string,
    @Body() request: AddHardDateRequest,
  ): Promise<DisclosureSessionView> {
    return this.preparation.addDate(coupleId, request);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @Delete(':coupleId/dates/:dateId')
  removeDate(
    @Param('coupleId') coupleId: string,
    @Param('dateId') dateId: string,
  ): Promise<DisclosureSessionView> {
    return this.preparation.removeDate(coupleId, dateId);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/dates-gathered')
  confirmDates(@Param('coupleId') coupleId: string): Promise<DisclosureSessionView> {
    return this.preparation.confirmDates(coupleId);
  }

  @Allow('disclosure.schedule')
  @Idempotent()
  @Put(':coupleId/logistics')
  confirm(
    @Param('coupleId') coupleId: string,
    @Body() request: ConfirmLogisticsRequest,
  ): Promise<SessionLogisticsView> {
    return this.preparation.confirm(coupleId, request);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @Put(':coupleId/day-checks/:side')
  askDay(
    @Param('coupleId') coupleId: string,
    @Param('side') side: string,
    @IfMatch() version: number,
    @Body() request: DayCheckRequest,
  ): Promise<DisclosureSessionView> {
    return this.preparation.askDay(coupleId, side, version, request);
  }
}
