import { Module } from '@nestjs/common';
import { LockFactsModule } from '../../stage-gates/lock-facts.module.js';
import { HomeworkModule } from '../homework.module.js';
import { JointWorkModule } from '../joint/joint-work.module.js';
import { ReadyPlanPreview } from './ready-plan-preview.service.js';
import { ReadyPlansController } from './ready-plans.controller.js';
import { GiveReadyPlanService } from './give-ready-plan.service.js';

/** The plans of the three stages and the packs: looked at before anything is given, and given in one act. */
@Module({
  imports: [HomeworkModule, JointWorkModule, LockFactsModule],
  controllers: [ReadyPlansController],
  providers: [ReadyPlanPreview, GiveReadyPlanService],
})
export class ReadyPlansModule {}
