import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  AddRestRequest,
  AssignPlansRequest,
  paths,
  PlanRhythmRequest,
  ReadPlansRequest,
} from '@trellis/contracts';
import type { PlanBoardView } from '@trellis/contracts';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { Allow } from '../access/declare-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { PlanBoard } from './plan-board.service.js';
import { PlansService } from './plans.service.js';

/** Plans of homework. Every act answers with the board as it is after it. */
@Controller(paths.clinic.homeworkPlans)
export class PlansController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly plans: PlansService,
    private readonly board: PlanBoard,
  ) {}

  @Allow('homework.assign')
  @Get()
  read(@Query() { coupleId }: ReadPlansRequest): Promise<PlanBoardView> {
    return this.after(() => this.cases.require('homework.assign', coupleId));
  }

  @Allow('homework.assign')
  @Idempotent()
  @Post()
  assign(@Body() request: AssignPlansRequest): Promise<PlanBoardView> {
    return this.after(() => this.plans.assign(request));
  }

  @Allow('homework.assign')
  @Idempotent()
  @Post('rests')
  rest(@Body() request: AddRestRequest): Promise<PlanBoardView> {
    return this.after(() => this.plans.rest(request));
  }

  @Allow('homework.assign')
  @Idempotent()
  @HttpCode(200)
  @Post('rests/:restId/end')
  endRest(@Param('restId') restId: string, @IfMatch() version: number): Promise<PlanBoardView> {
    return this.after(() => this.plans.endRest(restId, version));
  }

  @Allow('homework.assign')
  @Idempotent()
  @HttpCode(200)
  @Post(':planId/end')
  end(@Param('planId') planId: string, @IfMatch() version: number): Promise<PlanBoardView> {
    return this.after(() => this.plans.end(planId, version));
  }

  @Allow('homework.assign')
  @Idempotent()
  @HttpCode(200)
  @Post(':planId/rhythm')
  changeRhythm(
    @Param('planId') planId: string,
    @IfMatch() version: number,
    @Body() request: PlanRhythmRequest,
  ): Promise<PlanBoardView> {
    return this.after(() => this.plans.changeRhythm(planId, version, request));
  }

  private after(act: () => Promise<CaseGrant>): Promise<PlanBoardView> {
    return this.work.run(async () => this.board.of(await act()));
  }
}
