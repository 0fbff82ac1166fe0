import { CreateContext1700000000000 } from './1700000000000-create-context.js';
import { CreateClinicAndPeople1700000001000 } from './1700000001000-create-clinic-and-people.js';
import { CreateIdentity1700000002000 } from './1700000002000-create-identity.js';
import { CreateRecords1700000003000 } from './1700000003000-create-records.js';
import { CreateHomework1700000004000 } from './1700000004000-create-homework.js';
import { CreatePredictors1700000005000 } from './1700000005000-create-predictors.js';
import { CreateDisclosure1700000006000 } from './1700000006000-create-disclosure.js';
import { CreateReports1700000007000 } from './1700000007000-create-reports.js';
import { ChainAudit1700000008000 } from './1700000008000-chain-audit.js';
import { CreateStaffIdentity1700000009000 } from './1700000009000-create-staff-identity.js';
import { RecordTransitions1700000010000 } from './1700000010000-record-transitions.js';
import { CreateEmergencyAndCover1700000011000 } from './1700000011000-create-emergency-and-cover.js';
import { CreateReleases1700000012000 } from './1700000012000-create-releases.js';
import { CreateNotes1700000013000 } from './1700000013000-create-notes.js';
import { CreatePasskeys1700000014000 } from './1700000014000-create-passkeys.js';
import { RotateAndErase1700000015000 } from './1700000015000-rotate-and-erase.js';
import { TakeEveryStep1700000016000 } from './1700000016000-take-every-step.js';
import { CreateReadiness1700000017000 } from './1700000017000-create-readiness.js';
import { GuardReadiness1700000017100 } from './1700000017100-guard-readiness.js';
import { CreateDisclosureDocuments1700000018000 } from './1700000018000-create-disclosure-documents.js';
import { GuardDisclosureDocuments1700000018100 } from './1700000018100-guard-disclosure-documents.js';
import { TellOfDisclosureDocuments1700000018200 } from './1700000018200-tell-of-disclosure-documents.js';
import { CreateQuestions1700000019000 } from './1700000019000-create-questions.js';
import { CreateLetters1700000019100 } from './1700000019100-create-letters.js';
import { EndLetters1700000019200 } from './1700000019200-end-letters.js';
import { CreateDisclosureSessions1700000020000 } from './1700000020000-create-disclosure-sessions.js';
import { GuardDisclosureSessions1700000020050 } from './1700000020050-guard-disclosure-sessions.js';
import { TellOfDisclosureSessions1700000020100 } from './1700000020100-tell-of-disclosure-sessions.js';
import { CreateAgreements1700000038210 } from './1700000038210-create-agreements.js';
import { CreateAftercare1700000021000 } from './1700000021000-create-aftercare.js';
import { GuardAftercare1700000021100 } from './1700000021100-guard-aftercare.js';
import { FinishIdentity1700000022000 } from './1700000022000-finish-identity.js';
import { SweepAndRemind1700000023000 } from './1700000023000-sweep-and-remind.js';
import { WidenHomework1700000024000 } from './1700000024000-widen-homework.js';
import { IndexDisclosure1700000028000 } from './1700000028000-index-disclosure.js';
import { CreateExercises1700000034000 } from './1700000034000-create-exercises.js';
import { HideAndScrub1700000029000 } from './1700000029000-hide-and-scrub.js';
import { CreateHomeworkPlans1700000030000 } from './1700000030000-create-homework-plans.js';
import { CreateStageGates1700000031000 } from './1700000031000-create-stage-gates.js';
import { GuardStageGates1700000031100 } from './1700000031100-guard-stage-gates.js';
import { CreateMaps1700000038230 } from './1700000038230-create-maps.js';
import { OpenSteps1700000038220 } from './1700000038220-open-steps.js';
import { CreateJointTurns1700000038200 } from './1700000038200-create-joint-turns.js';
import { CreateJointWork1700000032000 } from './1700000032000-create-joint-work.js';
import { CreateFeedback1700000035000 } from './1700000035000-create-feedback.js';
import { EndWordsAgain1700000036000 } from './1700000036000-end-words-again.js';
import { BookWhoJoins1700000036100 } from './1700000036100-book-who-joins.js';
import { AskForWordsThatAreThere1700000036200 } from './1700000036200-ask-for-words-that-are-there.js';
import { CountBehaviour1700000037000 } from './1700000037000-count-behaviour.js';
import { CreateOffTrack1700000037100 } from './1700000037100-create-off-track.js';
import { ListWhatWasRaised1700000038400 } from './1700000038400-list-what-was-raised.js';
import { PutQuestionsAway1700000038410 } from './1700000038410-put-questions-away.js';
import { WidenAppointments1700000039000 } from './1700000039000-widen-appointments.js';
import { GuardAppointments1700000039100 } from './1700000039100-guard-appointments.js';
import { CountSessions1700000039200 } from './1700000039200-count-sessions.js';
import { CreateInstruments1700000040000 } from './1700000040000-create-instruments.js';
import { TellAsAgreed1700000041000 } from './1700000041000-tell-as-agreed.js';
import { CountWhatStands1700000041100 } from './1700000041100-count-what-stands.js';
import { CountActs1700000043000 } from './1700000043000-count-acts.js';
import { CreateTrackers1700000038300 } from './1700000038300-create-trackers.js';
import { NoticeAnswers1700000042000 } from './1700000042000-notice-answers.js';
import { ShowChanges1700000044000 } from './1700000044000-show-changes.js';
import { KeepLimits1700000044100 } from './1700000044100-keep-limits.js';
import { IndexFullReadings1700000044200 } from './1700000044200-index-full-readings.js';
import { CreateProgressNotes1700000046000 } from './1700000046000-create-progress-notes.js';
import { GuardProgressNotes1700000046100 } from './1700000046100-guard-progress-notes.js';
import { ExpectWhatWasAsked1700000047000 } from './1700000047000-expect-what-was-asked.js';
import { CreatePacks1700000049000 } from './1700000049000-create-packs.js';
import { CreateReminders1700000050000 } from './1700000050000-create-reminders.js';
import { GuardReminders1700000050100 } from './1700000050100-guard-reminders.js';
import { CreateCalendarFeeds1700000050200 } from './1700000050200-create-calendar-feeds.js';
import { EndJointWork1700000051000 } from './1700000051000-end-joint-work.js';

/** Every migration in the order it runs. */
export const migrations = [
  CreateContext1700000000000,
  CreateClinicAndPeople1700000001000,
  CreateIdentity1700000002000,
  CreateRecords1700000003000,
  CreateHomework1700000004000,
  CreatePredictors1700000005000,
  CreateDisclosure1700000006000,
  CreateReports1700000007000,
  ChainAudit1700000008000,
  CreateStaffIdentity1700000009000,
  RecordTransitions1700000010000,
  CreateEmergencyAndCover1700000011000,
  CreateReleases1700000012000,
  CreateNotes1700000013000,
  CreatePasskeys1700000014000,
  RotateAndErase1700000015000,
  TakeEveryStep1700000016000,
  CreateReadiness1700000017000,
  GuardReadiness1700000017100,
  CreateDisclosureDocuments1700000018000,
  GuardDisclosureDocuments1700000018100,
  TellOfDisclosureDocuments1700000018200,
  CreateQuestions1700000019000,
  CreateLetters1700000019100,
  EndLetters1700000019200,
  CreateDisclosureSessions1700000020000,
  GuardDisclosureSessions1700000020050,
  TellOfDisclosureSessions1700000020100,
  CreateAftercare1700000021000,
  GuardAftercare1700000021100,
  FinishIdentity1700000022000,
  SweepAndRemind1700000023000,
  WidenHomework1700000024000,
  IndexDisclosure1700000028000,
  HideAndScrub1700000029000,
  CreateHomeworkPlans1700000030000,
  CreateStageGates1700000031000,
  GuardStageGates1700000031100,
  CreateJointWork1700000032000,
  CreateExercises1700000034000,
  CreateFeedback1700000035000,
  EndWordsAgain1700000036000,
  BookWhoJoins1700000036100,
  AskForWordsThatAreThere1700000036200,
  CountBehaviour1700000037000,
  CreateOffTrack1700000037100,
  CreateJointTurns1700000038200,
  CreateAgreements1700000038210,
  OpenSteps1700000038220,
  CreateMaps1700000038230,
  CreateTrackers1700000038300,
  ListWhatWasRaised1700000038400,
  PutQuestionsAway1700000038410,
  WidenAppointments1700000039000,
  GuardAppointments1700000039100,
  CountSessions1700000039200,
  CreateInstruments1700000040000,
  TellAsAgreed1700000041000,
  CountWhatStands1700000041100,
  NoticeAnswers1700000042000,
  CountActs1700000043000,
  ShowChanges1700000044000,
  KeepLimits1700000044100,
  IndexFullReadings1700000044200,
  CreateProgressNotes1700000046000,
  GuardProgressNotes1700000046100,
  ExpectWhatWasAsked1700000047000,
  CreatePacks1700000049000,
  CreateReminders1700000050000,
  GuardReminders1700000050100,
  CreateCalendarFeeds1700000050200,
  EndJointWork1700000051000,
];
