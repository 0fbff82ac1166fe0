import aftercare from './aftercare/en.json';
import account from './account/en.json';
import audit from './audit/en.json';
import calendar from './calendar/en.json';
import caseload from './caseload/en.json';
import careTeam from './care-team/en.json';
import couple from './couple/en.json';
import cover from './cover/en.json';
import disclosureDocument from './disclosure-document/en.json';
import disclosureSession from './disclosure-session/en.json';
import disclosure from './disclosure/en.json';
import erasures from './erasures/en.json';
import emergency from './emergency/en.json';
import errors from './errors/en.json';
import followUps from './follow-ups/en.json';
import homework from './homework/en.json';
import progressNotes from './progress-notes/en.json';
import psychotherapyNotes from './psychotherapy-notes/en.json';
import instruments from './instruments/en.json';
import letters from './letters/en.json';
import library from './library/en.json';
import measures from './measures/en.json';
import packs from './packs/en.json';
import plans from './plans/en.json';
import supervision from './supervision/en.json';
import limits from './limits/en.json';
import outgoingMail from './outgoing-mail/en.json';
import predictors from './predictors/en.json';
import questions from './questions/en.json';
import readiness from './readiness/en.json';
import reports from './reports/en.json';
import review from './review/en.json';
import shell from './shell/en.json';
import signIn from './sign-in/en.json';
import staff from './staff/en.json';
import stages from './stages/en.json';

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
