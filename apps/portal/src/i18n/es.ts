import aftercare from './aftercare/es.json';
import account from './account/es.json';
import audit from './audit/es.json';
import calendar from './calendar/es.json';
import caseload from './caseload/es.json';
import careTeam from './care-team/es.json';
import couple from './couple/es.json';
import cover from './cover/es.json';
import disclosureDocument from './disclosure-document/es.json';
import disclosureSession from './disclosure-session/es.json';
import disclosure from './disclosure/es.json';
import erasures from './erasures/es.json';
import emergency from './emergency/es.json';
import errors from './errors/es.json';
import followUps from './follow-ups/es.json';
import homework from './homework/es.json';
import progressNotes from './progress-notes/es.json';
import psychotherapyNotes from './psychotherapy-notes/es.json';
import instruments from './instruments/es.json';
import letters from './letters/es.json';
import library from './library/es.json';
import measures from './measures/es.json';
import packs from './packs/es.json';
import plans from './plans/es.json';
import supervision from './supervision/es.json';
import limits from './limits/es.json';
import outgoingMail from './outgoing-mail/es.json';
import predictors from './predictors/es.json';
import questions from './questions/es.json';
import readiness from './readiness/es.json';
import reports from './reports/es.json';
import review from './review/es.json';
import shell from './shell/es.json';
import signIn from './sign-in/es.json';
import staff from './staff/es.json';
import stages from './stages/es.json';

/** All words of one language, one top-level key per area. */
export const words = {
  aftercare,
  audit,
  account,
  calendar,
  caseload,
  careTeam,
  couple,
  cover,
  disclosure,
  disclosureDocument,
  disclosureSession,
  erasures,
  emergency,
  errors,
  followUps,
  homework,
  instruments,
  letters,
  library,
  measures,
  packs,
  plans,
  limits,
  outgoingMail,
  supervision,
  predictors,
  questions,
  progressNotes,
  psychotherapyNotes,
  readiness,
  reports,
  review,
  shell,
  signIn,
  staff,
  stages,
};
