import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  AnswerAftercareRequest,
  OpenCorrectionRequest,
  paths,
  TapDepartureRequest,
} from '@trellis/contracts';
import type { AftercareAnsweredView, OwnAftercareView, OwnDepartureView } from '@trellis/contracts';
import { ForInvited } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { OwnAftercareService } from './own-aftercare.service.js';
import { OwnCorrectionService } from './own-correction.service.js';
import { OwnDepartureService } from './own-departure.service.js';

/** The time after a session, for the person. The one tap opens with the PIN too: it says nothing and asks little. */
@Controller(paths.home.aftercare)
export class OwnAftercareController {
  constructor(
    private readonly aftercare: OwnAftercareService,
    private readonly departure: OwnDepartureService,
    private readonly corrections: OwnCorrectionService,
  ) {}

  @ForInvited()
  @Get()
  one(): Promise<OwnAftercareView> {
    return this.aftercare.one();
  }

  @ForInvited('pin')
  @Get('departure')
  departed(): Promise<OwnDepartureView> {
    return this.departure.one();
  }

  @ForInvited('pin')
  @Idempotent()
  @HttpCode(200)
  @Post('departure')
  tap(@Body() request: TapDepartureRequest): Promise<OwnDepartureView> {
    return this.departure.tap(request.tap);
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post('tasks/:taskId/answer')
  answer(
    @Param('taskId') taskId: string,
    @Body() request: AnswerAftercareRequest,
  ): Promise<AftercareAnsweredView> {
    return this.aftercare.answer(taskId, request);
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post('corrections')
  correct(@Body() request: OpenCorrectionRequest): Promise<OwnAftercareView> {
    return this.corrections.open(request);
  }
}
