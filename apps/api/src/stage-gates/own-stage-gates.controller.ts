import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { AnswerGateRequest, GiveIndexRequest, OwnStepBackRequest, paths } from '@trellis/contracts';
import type { OwnStageGatesView } from '@trellis/contracts';
import { ForInvited } from '../access/declare-access.js';
import { Clock } from '../platform/clock.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { OwnIndexService } from './own-index.service.js';
import { OwnStageGatesService } from './own-stage-gates.service.js';

/** A person's own part in the steps between stages, in their own sign-in with a real factor. */
@Controller(paths.home.stageGates)
export class OwnStageGatesController {
  constructor(
    private readonly gates: OwnStageGatesService,
    private readonly index: OwnIndexService,
    private readonly clock: Clock,
  ) {}

  @ForInvited()
  @Get()
  one(): Promise<OwnStageGatesView> {
    return this.gates.one(this.clock.now());
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post('answer')
  answer(@Body() request: AnswerGateRequest): Promise<OwnStageGatesView> {
    return this.gates.answer(request, this.clock.now());
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post('withdrawal')
  withdraw(): Promise<OwnStageGatesView> {
    return this.gates.withdraw(this.clock.now());
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post('back')
  back(@Body() { to }: OwnStepBackRequest): Promise<OwnStageGatesView> {
    return this.gates.back(to, this.clock.now());
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post('pause')
  pause(): Promise<OwnStageGatesView> {
    return this.gates.pause(this.clock.now());
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post('index')
  give(@Body() { answers }: GiveIndexRequest): Promise<OwnStageGatesView> {
    return this.index.give(answers, this.clock.now());
  }
}
