import { Module } from '@nestjs/common';
import { HomeworkModule } from '../homework.module.js';
import { LockFactsModule } from '../../stage-gates/lock-facts.module.js';
import { AssignJointWorkService } from './assign-joint-work.service.js';
import { CaseJointWorkController } from './case-joint-work.controller.js';
import { CaseJointWorkRepository } from './case-joint-work.repository.js';
import { CaseJointWorkService } from './case-joint-work.service.js';
import { HalvesModule } from './halves.module.js';
import { OwnHalf } from './own-half.js';
import { OwnJointWorkController } from './own-joint-work.controller.js';
import { OwnJointWorkService } from './own-joint-work.service.js';

/** Exercises of two people: assigned to both, a half of each, open when both are in. */
@Module({
  imports: [HomeworkModule, HalvesModule, LockFactsModule],
  controllers: [CaseJointWorkController, OwnJointWorkController],
  providers: [
    AssignJointWorkService,
    CaseJointWorkRepository,
    CaseJointWorkService,
    OwnHalf,
    OwnJointWorkService,
  ],
  exports: [AssignJointWorkService, CaseJointWorkService],
})
export class JointWorkModule {}
