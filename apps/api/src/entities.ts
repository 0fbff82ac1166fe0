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
import { CoverRow } from './cover/cover.entity.js';
import { CareAssignment } from './caseload/care-assignment.entity.js';
import { Couple } from './caseload/couple.entity.js';
import { Enrolment } from './caseload/enrolment.entity.js';
import { Person } from './caseload/person.entity.js';
import { DisclosureEvent } from './disclosure/disclosure-event.entity.js';
import { DisclosureProcess } from './disclosure/disclosure-process.entity.js';
import { DisclosureReason } from './disclosure/disclosure-reason.entity.js';
import { DataKey } from './platform/sealing/data-key.entity.js';
import { AuditEvent } from './audit/audit-event.entity.js';
import { AuditHead } from './audit/audit-head.entity.js';
import { IdempotencyRecord } from './platform/http/idempotency-record.entity.js';
import { OutboxMessage } from './platform/jobs/outbox-message.entity.js';
import { ReportExport } from './reports/report-export.entity.js';
import { ReportFile } from './reports/report-file.entity.js';
import { HomeworkAnswer } from './homework/homework-answer.entity.js';
import { HomeworkDraft } from './homework/homework-draft.entity.js';
import { HomeworkTask } from './homework/homework-task.entity.js';
import { CoupleReunion } from './caseload/couple-reunion.entity.js';
import { Release } from './release/release.entity.js';
import { ReleaseRecipient } from './release/release-recipient.entity.js';
import { PredictorAnswer } from './predictors/predictor-answer.entity.js';
import { PredictorRating } from './predictors/predictor-rating.entity.js';
import { PsychotherapyNoteText } from './psychotherapy-notes/psychotherapy-note-text.entity.js';
import { PsychotherapyNote } from './psychotherapy-notes/psychotherapy-note.entity.js';
import { PasskeyChallenge } from './identity/passkeys/passkey-challenge.entity.js';
import { StaffPasskey } from './identity/passkeys/staff-passkey.entity.js';
import { ClientPasskey } from './identity/passkeys/client-passkey.entity.js';
import { DevicePin } from './identity/device/device-pin.entity.js';
import { ErasureApproval } from './erasure/erasure-approval.entity.js';
import { ErasureRequest } from './erasure/erasure-request.entity.js';

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
  AuditEvent,
  AuditHead,
  IdempotencyRecord,
  OutboxMessage,
  ReportExport,
  ReportFile,
  HomeworkTask,
  HomeworkDraft,
  HomeworkAnswer,
  Release,
  ReleaseRecipient,
  CoupleReunion,
  PredictorRating,
  PredictorAnswer,
  BreakGlassRow,
  BreakGlassReviewRow,
  CoverRow,
  PsychotherapyNote,
  PsychotherapyNoteText,
  PasskeyChallenge,
  StaffPasskey,
  ClientPasskey,
  DevicePin,
  ErasureRequest,
  ErasureApproval,
];
