import account from './account/es.json';
import audit from './audit/es.json';
import caseload from './caseload/es.json';
import couple from './couple/es.json';
import disclosure from './disclosure/es.json';
import errors from './errors/es.json';
import homework from './homework/es.json';
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
  couple,
  disclosure,
  errors,
  homework,
  predictors,
  reports,
  shell,
  signIn,
  staff,
};
