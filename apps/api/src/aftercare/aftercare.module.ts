import { Module } from '@nestjs/common';
import { DisclosureModule } from '../disclosure/disclosure.module.js';
import { AftercareAccess } from './aftercare-access.js';
import { AftercareAlerts } from './aftercare-alerts.service.js';
import { AftercareNoticesModule } from './aftercare-notices.module.js';
import { AftercarePart } from './aftercare-part.service.js';
import { AftercarePartRepository } from './aftercare-part.repository.js';
import { AftercareReading } from './aftercare-reading.js';
import { AftercareRepository } from './aftercare.repository.js';
import { AftercareAnswerRepository } from './answer.repository.js';
import { AftercareWatch } from './aftercare-watch.service.js';
import { CaseAftercareController } from './case-aftercare.controller.js';
import { CaseAftercareService } from './case-aftercare.service.js';
import { CaseCorrectionService } from './case-correction.service.js';
import { CorrectionKeeping } from './correction-keeping.js';
import { CorrectionRepository } from './correction.repository.js';
import { OwnAftercareController } from './own-aftercare.controller.js';
import { OwnAftercareService } from './own-aftercare.service.js';
import { OwnAnswers } from './own-answers.js';
import { OwnCorrectionService } from './own-correction.service.js';
import { OwnDepartureService } from './own-departure.service.js';
import { RaisedController } from './raised.controller.js';
import { RaisedRepository } from './raised.repository.js';
import { RaisedService } from './raised.service.js';

/** The time after a disclosure session: tasks, contacts, the tap on the way home, and what was left out. */
@Module({
  imports: [DisclosureModule, AftercareNoticesModule],
  controllers: [CaseAftercareController, OwnAftercareController, RaisedController],
  providers: [
    AftercareAccess,
    AftercareAlerts,
    AftercareAnswerRepository,
    AftercarePart,
    AftercarePartRepository,
    AftercareReading,
    AftercareRepository,
    AftercareWatch,
    CaseAftercareService,
    CaseCorrectionService,
    CorrectionKeeping,
    CorrectionRepository,
    OwnAftercareService,
    OwnAnswers,
    OwnCorrectionService,
    OwnDepartureService,
    RaisedRepository,
    RaisedService,
  ],
  exports: [AftercareAlerts, AftercareWatch],
})
export class AftercareModule {}
