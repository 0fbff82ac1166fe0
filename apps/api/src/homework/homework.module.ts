import { Module } from '@nestjs/common';
import { HalvesModule } from './joint/halves.module.js';
import { CountedActsModule } from '../predictors/acts/counted-acts.module.js';
import { PredictorsModule } from '../predictors/predictors.module.js';
import { LockFactsModule } from '../stage-gates/lock-facts.module.js';
import { AnswerRepository } from './answer.repository.js';
import { AnswerWords } from './answer-words.js';
import { AssigningService } from './assigning.service.js';
import { CaseHomeworkController } from './case-homework.controller.js';
import { CaseHomeworkRepository } from './case-homework.repository.js';
import { CoupleHomeworkService } from './couple-homework.service.js';
import { FollowUps } from './follow-up.service.js';
import { OwnHomeworkController } from './own-homework.controller.js';
import { OwnHomeworkService } from './own-homework.service.js';
import { OwnReadingService } from './own-reading.service.js';
import { OwnTaskDesk } from './own-task-desk.js';
import { OwnTaskRepository } from './own-task.repository.js';
import { OwnWritingService } from './own-writing.service.js';
import { PlanBoard } from './plan-board.service.js';
import { PlanGiver } from './plan-giver.service.js';
import { PlanLayout } from './plan-layout.service.js';
import { PlansController } from './plans.controller.js';
import { PlansRepository } from './plans.repository.js';
import { PlansService } from './plans.service.js';
import { ReadingService } from './reading.service.js';
import { SideAccess } from './side-access.js';
import { SubmittedReader } from './submitted-reading.service.js';

/** Exercises: assigned, written, handed in, read. */
@Module({
  imports: [CountedActsModule, PredictorsModule, LockFactsModule, HalvesModule],
  controllers: [CaseHomeworkController, OwnHomeworkController, PlansController],
  providers: [
    AnswerRepository,
    AnswerWords,
    AssigningService,
    CaseHomeworkRepository,
    CoupleHomeworkService,
    FollowUps,
    OwnHomeworkService,
    OwnReadingService,
    OwnTaskDesk,
    OwnTaskRepository,
    OwnWritingService,
    PlanBoard,
    PlanGiver,
    PlanLayout,
    PlansRepository,
    PlansService,
    ReadingService,
    SideAccess,
    SubmittedReader,
  ],
  exports: [
    ...[AnswerWords, AssigningService, OwnHomeworkService, OwnTaskRepository, OwnWritingService],
    ...[PlanBoard, PlanGiver, PlanLayout, PlansRepository, ReadingService],
  ],
})
export class HomeworkModule {}
