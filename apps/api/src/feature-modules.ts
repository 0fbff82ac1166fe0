import { IdentityModule } from './identity/identity.module.js';
import { InvitationsModule } from './invitations/invitations.module.js';
import { StaffModule } from './staff/staff.module.js';
import { CaseloadModule } from './caseload/caseload.module.js';
import { DisclosureModule } from './disclosure/disclosure.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { PacksModule } from './homework/packs/packs.module.js';
import { LibraryModule } from './library/library.module.js';
import { HomeworkModule } from './homework/homework.module.js';
import { BreakGlassModule } from './break-glass/break-glass.module.js';
import { CareTeamModule } from './care-team/care-team.module.js';
import { CoverModule } from './cover/cover.module.js';
import { AuditLogModule } from './audit/audit-log.module.js';
import { AgreementModule } from './homework/agreement/agreement.module.js';
import { ReadyPlansModule } from './homework/ready-plans/ready-plans.module.js';
import { JointWorkModule } from './homework/joint/joint-work.module.js';
import { MapsModule } from './homework/maps/maps.module.js';
import { StepsModule } from './homework/steps/steps.module.js';
import { TurnsModule } from './homework/turns/turns.module.js';
import { PredictorsModule } from './predictors/predictors.module.js';
import { OffTrackModule } from './predictors/off-track/off-track.module.js';
import { LimitsModule } from './predictors/limits/limits.module.js';
import { SupervisionModule } from './predictors/supervision/supervision.module.js';
import { ShownChangesModule } from './predictors/shown/shown-changes.module.js';
import { CountedActsModule } from './predictors/acts/counted-acts.module.js';
import { TrustReviewsModule } from './homework/trust-reviews/trust-reviews.module.js';
import { TrackersModule } from './trackers/trackers.module.js';
import { InstrumentsModule } from './instruments/instruments.module.js';
import { ReleaseModule } from './release/release.module.js';
import { PsychotherapyNotesModule } from './psychotherapy-notes/psychotherapy-notes.module.js';
import { ProgressNotesModule } from './progress-notes/progress-notes.module.js';
import { ErasureModule } from './erasure/erasure.module.js';
import { DisclosureDocumentModule } from './disclosure-document/disclosure-document.module.js';
import { AftercareModule } from './aftercare/aftercare.module.js';
import { SlipsModule } from './slips/slips.module.js';
import { DisclosureClockModule } from './disclosure-clock/disclosure-clock.module.js';
import { DisclosureSessionModule } from './disclosure-session/disclosure-session.module.js';
import { QuestionsModule } from './questions/questions.module.js';
import { LettersModule } from './letters/letters.module.js';
import { ReadinessModule } from './readiness/readiness.module.js';
import { FeedbackModule } from './feedback/feedback.module.js';
import { StageGatesModule } from './stage-gates/stage-gates.module.js';
import { AppointmentsModule } from './appointments/appointments.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { CalendarFeedsModule } from './calendar-feeds/calendar-feeds.module.js';
import { OutgoingMailModule } from './outgoing-mail/outgoing-mail.module.js';
import { UpkeepModule } from './upkeep/upkeep.module.js';

/** The features of the server, in the order they were built. */
export const featureModules = [
  IdentityModule,
  InvitationsModule,
  StaffModule,
  CaseloadModule,
  DisclosureModule,
  ReportsModule,
  HomeworkModule,
  JointWorkModule,
  AgreementModule,
  MapsModule,
  StepsModule,
  TurnsModule,
  ReadyPlansModule,
  LibraryModule,
  PacksModule,
  PredictorsModule,
  OffTrackModule,
  LimitsModule,
  ShownChangesModule,
  SupervisionModule,
  TrustReviewsModule,
  TrackersModule,
  CountedActsModule,
  InstrumentsModule,
  ReleaseModule,
  PsychotherapyNotesModule,
  ProgressNotesModule,
  BreakGlassModule,
  CareTeamModule,
  CoverModule,
  AuditLogModule,
  UpkeepModule,
  ErasureModule,
  DisclosureDocumentModule,
  AftercareModule,
  SlipsModule,
  DisclosureClockModule,
  DisclosureSessionModule,
  QuestionsModule,
  LettersModule,
  ReadinessModule,
  FeedbackModule,
  StageGatesModule,
  AppointmentsModule,
  RemindersModule,
  OutgoingMailModule,
  CalendarFeedsModule,
];
