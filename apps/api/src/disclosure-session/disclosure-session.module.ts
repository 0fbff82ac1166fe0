import { Module } from '@nestjs/common';
import { DisclosureModule } from '../disclosure/disclosure.module.js';
import { DisclosureDocumentModule } from '../disclosure-document/disclosure-document.module.js';
import { BookingRepository } from './booking.repository.js';
import { DisclosureSessionPart } from './disclosure-session-part.service.js';
import { DisclosureSessionsController } from './disclosure-sessions.controller.js';
import { OwnDisclosureSessionController } from './own-disclosure-session.controller.js';
import { OwnPlansService } from './own-plans.service.js';
import { OwnSessionPlaces } from './own-session-places.js';
import { OwnSessionRepository } from './own-session.repository.js';
import { OwnSessionService } from './own-session.service.js';
import { PlanReadingService } from './plan-reading.service.js';
import { PlanWords } from './plan-words.js';
import { PreparationRepository } from './preparation.repository.js';
import { ReadingAlongService } from './reading-along.service.js';
import { ReadingRepository } from './reading.repository.js';
import { RunRepository } from './run.repository.js';
import { SessionActs } from './session-acts.js';
import { SessionPlaces } from './session-places.js';
import { SessionPreparationService } from './session-preparation.service.js';
import { SessionRunController } from './session-run.controller.js';
import { SessionRunService } from './session-run.service.js';
import { SessionStepsController } from './session-steps.controller.js';
import { SessionStepsService } from './session-steps.service.js';
import { SessionViewService } from './session-view.service.js';
import { SessionRepository } from './session.repository.js';

/** The session of a disclosure: its appointment, what is arranged, the day, the run sheet, the reading. */
@Module({
  imports: [DisclosureModule, DisclosureDocumentModule],
  controllers: [
    DisclosureSessionsController,
    SessionRunController,
    SessionStepsController,
    OwnDisclosureSessionController,
  ],
  providers: [
    ...[BookingRepository, OwnSessionRepository, PreparationRepository, ReadingRepository, RunRepository],
    ...[SessionRepository, DisclosureSessionPart, OwnPlansService, OwnSessionPlaces, OwnSessionService],
    ...[PlanReadingService, PlanWords, ReadingAlongService, SessionActs, SessionPlaces],
    ...[SessionPreparationService, SessionRunService, SessionStepsService, SessionViewService],
  ],
})
export class DisclosureSessionModule {}
