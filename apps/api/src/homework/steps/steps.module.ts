import { Module } from '@nestjs/common';
import { LockFactsModule } from '../../stage-gates/lock-facts.module.js';
import { CaseJointWorkRepository } from '../joint/case-joint-work.repository.js';
import { CaseStepsService } from './case-steps.service.js';
import { StepDesk } from './step-desk.js';
import { StepRounds } from './step-rounds.js';
import { StepsController } from './steps.controller.js';
import { StepsRepository } from './steps.repository.js';

/** Steps that open one by one. */
@Module({
  imports: [LockFactsModule],
  controllers: [StepsController],
  providers: [CaseJointWorkRepository, CaseStepsService, StepDesk, StepRounds, StepsRepository],
})
export class StepsModule {}
