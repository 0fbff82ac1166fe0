import { Module } from '@nestjs/common';
import { PacksModule } from '../packs/packs.module.js';
import { LockFactsModule } from '../../stage-gates/lock-facts.module.js';
import { HomeworkModule } from '../homework.module.js';
import { JointWorkModule } from '../joint/joint-work.module.js';
import { Surroundings } from './surroundings.js';
import { PlanShelf } from './plan-shelf.js';
import { ReadyPlanPreview } from './ready-plan-preview.service.js';
import { ReadyPlansController } from './ready-plans.controller.js';
import { GiveReadyPlanService } from './give-ready-plan.service.js';

/** The plans of the three stages, the packs, and those of the clinic: looked at before anything is given, and given in one act. */
@Module({
  imports: [HomeworkModule, JointWorkModule, LockFactsModule, PacksModule],
  controllers: [ReadyPlansController],
  providers: [PlanShelf, ReadyPlanPreview, GiveReadyPlanService, Surroundings],
})
export class ReadyPlansModule {}
