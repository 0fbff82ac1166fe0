import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  OpenInEmergencyRequest,
  paths,
  ReviewEmergencyRequest,
  type EmergencyOpeningView,
  type EmergencyReviewsView,
  type LiveEmergencyView,
} from '@trellis/contracts';
import { Allow, StepUp } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { CurrentSession } from '../platform/session/current-session.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { BreakGlassReviewsService } from './break-glass-reviews.service.js';
import { BreakGlassService } from './break-glass.service.js';

@Controller(paths.clinic.breakGlass)
export class BreakGlassController {
  constructor(
    private readonly glasses: BreakGlassService,
    private readonly reviews: BreakGlassReviewsService,
  ) {}

  @Allow('emergency.open')
  @StepUp()
  @Idempotent()
  @Post()
  open(
    @Body() request: OpenInEmergencyRequest,
    @CurrentSession() session: LiveSession,
  ): Promise<LiveEmergencyView> {
    return this.glasses.open(request, session);
  }

  @Allow('emergency.open')
  @Get()
  openings(): Promise<EmergencyOpeningView[]> {
    return this.glasses.openings();
  }

  @Allow('emergency.open')
  @Get('live')
  live(): Promise<LiveEmergencyView[]> {
    return this.glasses.live();
  }

  @Allow('emergency.open')
  @HttpCode(204)
  @Post(':glassId/end')
  end(@Param('glassId', ParseUUIDPipe) glassId: string): Promise<void> {
    return this.glasses.end(glassId);
  }

  @Allow('approvals.decide')
  @Get('reviews')
  waiting(): Promise<EmergencyReviewsView> {
    return this.reviews.list();
  }

  @Allow('approvals.decide')
  @Idempotent()
  @HttpCode(204)
  @Post(':glassId/review')
  review(
    @Param('glassId', ParseUUIDPipe) glassId: string,
    @Body() request: ReviewEmergencyRequest,
  ): Promise<void> {
    return this.reviews.review(glassId, request);
  }
}
