import { Module } from '@nestjs/common';
import { AftercareModule } from '../aftercare/aftercare.module.js';
import { GateClosingService } from './gate-closing.service.js';
import { GateDecidingService } from './gate-deciding.service.js';
import { GateFactsRepository } from './gate-facts.repository.js';
import { GateRecordingService } from './gate-recording.service.js';
import { GateRecordsRepository } from './gate-records.repository.js';
import { GateStandingService } from './gate-standing.service.js';
import { GateWords } from './gate-words.js';
import { LockFactsModule } from './lock-facts.module.js';
import { OwnGatesReading } from './own-gates-reading.js';
import { OwnGatesRepository } from './own-gates.repository.js';
import { OwnIndexService } from './own-index.service.js';
import { OwnStageGatesController } from './own-stage-gates.controller.js';
import { OwnStageGatesService } from './own-stage-gates.service.js';
import { StageGatesController } from './stage-gates.controller.js';
import { StageGatesRepository } from './stage-gates.repository.js';
import { StageGatesService } from './stage-gates.service.js';
import { StepBackKeeping } from './step-back-keeping.js';
import { TouchLiftingService } from './touch-lifting.service.js';
import { TouchPauseModule } from './touch-pause.module.js';

/** Steps between the stages: criteria, private answers, signatures, opening, the way back, and the pause of touch. */
@Module({
  imports: [AftercareModule, LockFactsModule, TouchPauseModule],
  controllers: [StageGatesController, OwnStageGatesController],
  providers: [
    GateClosingService,
    GateDecidingService,
    GateFactsRepository,
    GateRecordingService,
    GateRecordsRepository,
    GateStandingService,
    GateWords,
    OwnGatesReading,
    OwnGatesRepository,
    OwnIndexService,
    OwnStageGatesService,
    StageGatesRepository,
    StageGatesService,
    StepBackKeeping,
    TouchLiftingService,
  ],
})
export class StageGatesModule {}
