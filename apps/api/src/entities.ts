import { HomeworkFeedback } from './feedback/homework-feedback.entity.js';
import { CalendarFeed } from './calendar-feeds/calendar-feed.entity.js';
import { reminderEntities } from './reminders/reminder-entities.js';
import { Clinic } from './identity/clinic.entity.js';
import { ClientAccount } from './identity/client-account.entity.js';
import { RateLimit } from './identity/rate-limit.entity.js';
import { StaffAccount } from './identity/staff-account.entity.js';
import { SetupToken } from './identity/setup-token.entity.js';
import { StaffMember } from './identity/staff-member.entity.js';
import { StaffInvitation } from './staff/staff-invitation.entity.js';
import { Consent } from './invitations/consent.entity.js';
import { Invitation } from './invitations/invitation.entity.js';
import { Session } from './platform/session/session.entity.js';
import { BreakGlassRow } from './break-glass/break-glass.entity.js';
import { BreakGlassReviewRow } from './break-glass/break-glass-review.entity.js';
import { EmergencySeenRow } from './break-glass/emergency-seen.entity.js';
import { UpkeepRow } from './upkeep/upkeep.entity.js';
import { CoverRow } from './cover/cover.entity.js';
import { CareAssignment } from './caseload/care-assignment.entity.js';
import { Couple } from './caseload/couple.entity.js';
import { Enrolment } from './caseload/enrolment.entity.js';
import { Person } from './caseload/person.entity.js';
import { DisclosureEvent } from './disclosure/disclosure-event.entity.js';
import { DisclosureProcess } from './disclosure/disclosure-process.entity.js';
import { DisclosureReason } from './disclosure/disclosure-reason.entity.js';
import { DisclosureFact } from './disclosure/disclosure-fact.entity.js';
import { DisclosureHold } from './disclosure/disclosure-hold.entity.js';
import { DisclosureSignature } from './disclosure/disclosure-signature.entity.js';
import { DisclosureOrder } from './disclosure/disclosure-order.entity.js';
import { DisclosureCosign } from './disclosure/disclosure-cosign.entity.js';
import { DisclosureWords } from './disclosure/disclosure-words.entity.js';
import { DisclosureNotice } from './disclosure/disclosure-notice.entity.js';
import { DataKey } from './platform/sealing/data-key.entity.js';
import { AuditEvent } from './audit/audit-event.entity.js';
import { AuditHead } from './audit/audit-head.entity.js';
import { IdempotencyRecord } from './platform/http/idempotency-record.entity.js';
import { OutboxMessage } from './platform/jobs/outbox-message.entity.js';
import { ReportExport } from './reports/report-export.entity.js';
import { ReportFile } from './reports/report-file.entity.js';
import { HomeworkAnswer } from './homework/homework-answer.entity.js';
import { HomeworkDraft } from './homework/homework-draft.entity.js';
import { HomeworkPlan } from './homework/homework-plan.entity.js';
import { HomeworkRest } from './homework/homework-rest.entity.js';
import { Pack } from './homework/packs/pack.entity.js';
import { PackVersion } from './homework/packs/pack-version.entity.js';
import { ExerciseTemplate } from './library/exercise-template.entity.js';
import { ExerciseVersion } from './library/exercise-version.entity.js';
import { HomeworkTask } from './homework/homework-task.entity.js';
import { InformationAgreement } from './homework/agreement/information-agreement.entity.js';
import { MapApproval } from './homework/maps/map-approval.entity.js';
import { MapRowTaken } from './homework/maps/map-row-taken.entity.js';
import { StepOpening } from './homework/steps/step-opening.entity.js';
import { JointTurns } from './homework/turns/joint-turns.entity.js';
import { JointWork } from './homework/joint/joint-work.entity.js';
import { CoupleReunion } from './caseload/couple-reunion.entity.js';
import { Release } from './release/release.entity.js';
import { ReleaseRecipient } from './release/release-recipient.entity.js';
import { PredictorAnswer } from './predictors/predictor-answer.entity.js';
import { PredictorRating } from './predictors/predictor-rating.entity.js';
import { PredictorReadingRow } from './predictors/predictor-reading.entity.js';
import { OffTrackEpisodeRow } from './predictors/off-track/off-track-episode.entity.js';
import { OffTrackAlertRow } from './predictors/off-track/off-track-alert.entity.js';
import { OffTrackLimitsRow } from './predictors/limits/off-track-limits.entity.js';
import { ShownChangeRow } from './predictors/shown/shown-change.entity.js';
import { ProgressNoteAmendment } from './progress-notes/progress-note-amendment.entity.js';
import { ProgressNoteForm } from './progress-notes/progress-note-form.entity.js';
import { ProgressNoteRemark } from './progress-notes/progress-note-remark.entity.js';
import { ProgressNoteSetting } from './progress-notes/progress-note-setting.entity.js';
import { ProgressNote } from './progress-notes/progress-note.entity.js';
import { PsychotherapyNoteText } from './psychotherapy-notes/psychotherapy-note-text.entity.js';
import { PsychotherapyNote } from './psychotherapy-notes/psychotherapy-note.entity.js';
import { PasskeyChallenge } from './identity/passkeys/passkey-challenge.entity.js';
import { StaffPasskey } from './identity/passkeys/staff-passkey.entity.js';
import { ClientPasskey } from './identity/passkeys/client-passkey.entity.js';
import { DevicePin } from './identity/device/device-pin.entity.js';
import { ErasureApproval } from './erasure/erasure-approval.entity.js';
import { ErasureRequest } from './erasure/erasure-request.entity.js';
import { Appointment } from './disclosure-session/appointment.entity.js';
import { AppointmentParticipant } from './disclosure-session/appointment-participant.entity.js';
import { DisclosureSession } from './disclosure-session/disclosure-session.entity.js';
import { SessionStep } from './disclosure-session/session-step.entity.js';
import { SessionDistress } from './disclosure-session/session-distress.entity.js';
import { DayCheck } from './disclosure-session/day-check.entity.js';
import { LogisticsMarkRow } from './disclosure-session/logistics-mark.entity.js';
import { SupportPlan } from './disclosure-session/support-plan.entity.js';
import { HardDate } from './disclosure-session/hard-date.entity.js';
import { DateCheck } from './disclosure-session/date-check.entity.js';
import { SessionReading } from './disclosure-session/session-reading.entity.js';
import { QuestionList } from './questions/question-list.entity.js';
import { DisclosureQuestionRow } from './questions/disclosure-question.entity.js';
import { QuestionAdvice } from './questions/question-advice.entity.js';
import { QuestionAnswerRow } from './questions/question-answer.entity.js';
import { InformationWishRow } from './questions/information-wish.entity.js';
import { Letter } from './letters/letter.entity.js';
import { LetterText } from './letters/letter-text.entity.js';
import { LetterComment } from './letters/letter-comment.entity.js';
import { LetterMarkRow } from './letters/letter-mark.entity.js';
import { LetterReading } from './letters/letter-reading.entity.js';
import { LetterAgreement } from './letters/letter-agreement.entity.js';
import { AftercarePeriodRow } from './aftercare/aftercare-period.entity.js';
import { AftercareTaskRow } from './aftercare/aftercare-task.entity.js';
import { AftercareContactRow } from './aftercare/aftercare-contact.entity.js';
import { AftercareAnswerRow } from './aftercare/aftercare-answer.entity.js';
import { AftercareAlertRow } from './aftercare/aftercare-alert.entity.js';
import { SlipRow } from './slips/slip.entity.js';
import { SlipInquiryRow } from './slips/slip-inquiry.entity.js';
import { CorrectionRow } from './aftercare/correction.entity.js';
import { CorrectionNoteRow } from './aftercare/correction-note.entity.js';
import { DisclosureClockRow } from './disclosure-clock/disclosure-clock.entity.js';
import { DeviceSign } from './identity/shared-device/device-sign.entity.js';
import { DeviceLink } from './identity/second-device/device-link.entity.js';
import { StaffWayBack } from './staff/way-back/staff-way-back.entity.js';
import { DisclosureDocument } from './disclosure-document/disclosure-document.entity.js';
import { DisclosureInventory } from './disclosure-document/disclosure-inventory.entity.js';
import { DisclosureSectionDraft } from './disclosure-document/disclosure-section-draft.entity.js';
import { DisclosureVersion } from './disclosure-document/disclosure-version.entity.js';
import { DisclosureVersionSection } from './disclosure-document/disclosure-version-section.entity.js';
import { DisclosureComment } from './disclosure-document/disclosure-comment.entity.js';
import { DisclosureSectionDecision } from './disclosure-document/disclosure-section-decision.entity.js';
import { DisclosureGap } from './disclosure-document/disclosure-gap.entity.js';
import { DisclosureReading } from './disclosure-document/disclosure-reading.entity.js';
import { DisclosureDestructionSignature } from './disclosure-document/disclosure-destruction-signature.entity.js';
import { DisclosureConsent } from './readiness/disclosure-consent.entity.js';
import { ReadinessRecord } from './readiness/readiness-record.entity.js';
import { GroundingEntryRow } from './readiness/grounding-entry.entity.js';
import { InformationReleaseRow } from './readiness/information-release.entity.js';
import { ReadinessMarkRow } from './readiness/readiness-mark.entity.js';
import { StageGate } from './stage-gates/stage-gate.entity.js';
import { GateFindingRow } from './stage-gates/gate-finding.entity.js';
import { GateClosing } from './stage-gates/gate-closing.entity.js';
import { GateAgreementRow } from './stage-gates/gate-agreement.entity.js';
import { GateSignatureRow } from './stage-gates/gate-signature.entity.js';
import { GateFact } from './stage-gates/gate-fact.entity.js';
import { SafetyIndexRow } from './stage-gates/safety-index.entity.js';
import { TouchPause } from './stage-gates/touch-pause.entity.js';
import { TouchSignalRow } from './stage-gates/touch-signal.entity.js';
import { CountedAct } from './predictors/acts/counted-act.entity.js';
import { AttachmentSheet } from './trackers/attachment-sheet.entity.js';
import { AppointmentSeries } from './appointments/appointment-series.entity.js';
import { Room } from './appointments/room.entity.js';
import { TimeOff } from './appointments/time-off.entity.js';
import { InstrumentForm } from './instruments/instrument-form.entity.js';
import { InstrumentThreshold } from './instruments/instrument-threshold.entity.js';
import { MeasureDraft } from './instruments/measure-draft.entity.js';
import { MeasureSheet } from './instruments/measure-sheet.entity.js';

/** Every table's entity; a spec compares them with the migrated database. */
export const entities = [
  Clinic,
  StaffMember,
  StaffInvitation,
  SetupToken,
  RateLimit,
  StaffAccount,
  ClientAccount,
  Session,
  Invitation,
  Consent,
  DataKey,
  Person,
  Couple,
  Enrolment,
  CareAssignment,
  DisclosureProcess,
  DisclosureEvent,
  DisclosureReason,
  DisclosureFact,
  DisclosureHold,
  DisclosureSignature,
  DisclosureOrder,
  DisclosureCosign,
  DisclosureWords,
  DisclosureNotice,
  AuditEvent,
  AuditHead,
  IdempotencyRecord,
  OutboxMessage,
  ReportExport,
  ReportFile,
  ExerciseTemplate,
  ExerciseVersion,
  Pack,
  PackVersion,
  HomeworkTask,
  InformationAgreement,
  MapApproval,
  MapRowTaken,
  StepOpening,
  JointTurns,
  JointWork,
  HomeworkPlan,
  HomeworkRest,
  HomeworkDraft,
  HomeworkAnswer,
  Release,
  ReleaseRecipient,
  CoupleReunion,
  PredictorRating,
  PredictorReadingRow,
  OffTrackEpisodeRow,
  OffTrackAlertRow,
  OffTrackLimitsRow,
  ShownChangeRow,
  PredictorAnswer,
  BreakGlassRow,
  BreakGlassReviewRow,
  EmergencySeenRow,
  UpkeepRow,
  CoverRow,
  ProgressNote,
  ProgressNoteAmendment,
  ProgressNoteForm,
  ProgressNoteRemark,
  ProgressNoteSetting,
  PsychotherapyNote,
  PsychotherapyNoteText,
  PasskeyChallenge,
  StaffPasskey,
  ClientPasskey,
  DevicePin,
  ErasureRequest,
  ErasureApproval,
  Appointment,
  AppointmentParticipant,
  DisclosureSession,
  SessionStep,
  SessionDistress,
  DayCheck,
  LogisticsMarkRow,
  SupportPlan,
  HardDate,
  DateCheck,
  SessionReading,
  QuestionList,
  DisclosureQuestionRow,
  QuestionAdvice,
  QuestionAnswerRow,
  InformationWishRow,
  Letter,
  LetterText,
  LetterComment,
  LetterMarkRow,
  LetterReading,
  LetterAgreement,
  AftercarePeriodRow,
  AftercareTaskRow,
  AftercareContactRow,
  AftercareAnswerRow,
  AftercareAlertRow,
  SlipRow,
  SlipInquiryRow,
  CorrectionRow,
  CorrectionNoteRow,
  DisclosureClockRow,
  DeviceSign,
  DeviceLink,
  StaffWayBack,
  DisclosureDocument,
  DisclosureInventory,
  DisclosureSectionDraft,
  DisclosureVersion,
  DisclosureVersionSection,
  DisclosureComment,
  DisclosureSectionDecision,
  DisclosureGap,
  DisclosureReading,
  DisclosureDestructionSignature,
  DisclosureConsent,
  ReadinessRecord,
  GroundingEntryRow,
  InformationReleaseRow,
  ReadinessMarkRow,
  StageGate,
  GateFindingRow,
  GateClosing,
  GateAgreementRow,
  GateSignatureRow,
  GateFact,
  SafetyIndexRow,
  TouchPause,
  TouchSignalRow,
  HomeworkFeedback,
  AttachmentSheet,
  CountedAct,
  Room,
  TimeOff,
  AppointmentSeries,
  InstrumentForm,
  InstrumentThreshold,
  MeasureDraft,
  MeasureSheet,
  ...reminderEntities,
  CalendarFeed,
];
