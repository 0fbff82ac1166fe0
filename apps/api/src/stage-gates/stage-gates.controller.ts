import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { paths, RecordGateFactRequest, SignGateRequest, StepBackRequest } from '@trellis/contracts';
import type { CaseStageGatesView, GateWordsView, IndexAnswersView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Clock } from '../platform/clock.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { GateClosingService } from './gate-closing.service.js';
import { GateDecidingService } from './gate-deciding.service.js';
import { GateRecordingService } from './gate-recording.service.js';
import { StageGatesService } from './stage-gates.service.js';
import { TouchLiftingService } from './touch-lifting.service.js';

/** Stages and gates of one couple, for its therapists; stage and days for the office. */
@Controller(`${paths.clinic.stageGates}/:coupleId`)
export class StageGatesController {
  constructor(
    private readonly gates: StageGatesService,
    private readonly deciding: GateDecidingService,
    private readonly closing: GateClosingService,
    private readonly recording: GateRecordingService,
    private readonly lifting: TouchLiftingService,
    private readonly clock: Clock,
  ) {}

  @Allow('stages.read')
  @Get()
  one(@Param('coupleId') coupleId: string): Promise<CaseStageGatesView> {
    return this.gates.one(coupleId);
  }

  @Allow('stages.decide')
  @Idempotent()
  @HttpCode(200)
  @Post('facts')
  record(
    @Param('coupleId') coupleId: string,
    @Body() request: RecordGateFactRequest,
  ): Promise<CaseStageGatesView> {
    return this.recording.record(coupleId, request, this.clock.now());
  }

  @Allow('stages.decide')
  @Get('facts/:factId')
  note(@Param('coupleId') coupleId: string, @Param('factId') factId: string): Promise<GateWordsView> {
    return this.recording.note(coupleId, factId);
  }

  @Allow('stages.decide')
  @Get('index/:indexId')
  index(@Param('coupleId') coupleId: string, @Param('indexId') indexId: string): Promise<IndexAnswersView> {
    return this.recording.indexAnswers(coupleId, indexId);
  }

  @Allow('stages.decide')
  @Get('reasons/:gateId')
  reason(@Param('coupleId') coupleId: string, @Param('gateId') gateId: string): Promise<GateWordsView> {
    return this.closing.reason(coupleId, gateId);
  }

  @Allow('stages.decide')
  @Idempotent()
  @HttpCode(200)
  @Post('back')
  back(@Param('coupleId') coupleId: string, @Body() request: StepBackRequest): Promise<CaseStageGatesView> {
    return this.closing.back(coupleId, request, this.clock.now());
  }

  @Allow('stages.decide')
  @Idempotent()
  @HttpCode(200)
  @Post('touch/lifting')
  lift(@Param('coupleId') coupleId: string): Promise<CaseStageGatesView> {
    return this.lifting.lift(coupleId, this.clock.now());
  }

  @Allow('stages.decide')
  @Idempotent()
  @HttpCode(200)
  @Post('gates/:gate/signature')
  sign(
    @Param('coupleId') coupleId: string,
    @Param('gate') gate: string,
    @Body() { side }: SignGateRequest,
  ): Promise<CaseStageGatesView> {
    return this.deciding.sign(coupleId, gate, side);
  }

  @Allow('stages.decide')
  @Idempotent()
  @HttpCode(200)
  @Post('gates/:gate/opening')
  open(
    @Param('coupleId') coupleId: string,
    @Param('gate') gate: string,
    @IfMatch() version: number,
  ): Promise<CaseStageGatesView> {
    return this.deciding.open(coupleId, gate, version);
  }
}
