import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  EndCareTeamRequest,
  HandOverRequest,
  JoinCareTeamRequest,
  LeadCareTeamRequest,
  paths,
  type CareTeamView,
} from '@trellis/contracts';
import { Allow, StepUp } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { CareTeamService } from './care-team.service.js';

@Controller(`${paths.clinic.couples}/:coupleId/care-team`)
export class CareTeamController {
  constructor(private readonly teams: CareTeamService) {}

  @Allow('couples.read')
  @Get()
  one(@Param('coupleId') coupleId: string): Promise<CareTeamView> {
    return this.teams.one(coupleId);
  }

  @Allow('care_team.manage')
  @StepUp()
  @Idempotent()
  @HttpCode(204)
  @Post()
  join(@Param('coupleId') coupleId: string, @Body() request: JoinCareTeamRequest): Promise<void> {
    return this.teams.join(coupleId, request);
  }

  @Allow('care_team.manage')
  @Idempotent()
  @HttpCode(204)
  @Post('lead')
  lead(@Param('coupleId') coupleId: string, @Body() request: LeadCareTeamRequest): Promise<void> {
    return this.teams.lead(coupleId, request);
  }

  @Allow('care_team.manage')
  @Idempotent()
  @HttpCode(204)
  @Post(':rowId/end')
  end(
    @Param('coupleId') coupleId: string,
    @Param('rowId', ParseUUIDPipe) rowId: string,
    @Body() request: EndCareTeamRequest,
  ): Promise<void> {
    return this.teams.end(coupleId, rowId, request);
  }

  @Allow('care_team.manage')
  @StepUp()
  @Idempotent()
  @HttpCode(204)
  @Post(':rowId/hand-over')
  handOver(
    @Param('coupleId') coupleId: string,
    @Param('rowId', ParseUUIDPipe) rowId: string,
    @Body() request: HandOverRequest,
  ): Promise<void> {
    return this.teams.handOver(coupleId, rowId, request);
  }
}
