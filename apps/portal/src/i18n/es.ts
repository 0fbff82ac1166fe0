import account from './account/es.json';
import audit from './audit/es.json';
import caseload from './caseload/es.json';
import careTeam from './care-team/es.json';
import couple from './couple/es.json';
import cover from './cover/es.json';
import disclosure from './disclosure/es.json';
import erasures from './erasures/es.json';
import emergency from './emergency/es.json';
import errors from './errors/es.json';
import homework from './homework/es.json';
import psychotherapyNotes from './psychotherapy-notes/es.json';
import predictors from './predictors/es.json';
import reports from './reports/es.json';
import shell from './shell/es.json';
import signIn from './sign-in/es.json';
import staff from './staff/es.json';

/** All words of one language, one top-level key per area. */
export const words = {
  audit,
  account,
  caseload,
  careTeam,
  couple,
  cover,
  disclosure,
  erasures,
  emergency,
  errors,
  homework,
  predictors,
  psychotherapyNotes,
  reports,
  shell,
  signIn,
  staff,
};
