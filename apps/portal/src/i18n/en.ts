import account from './account/en.json';
import audit from './audit/en.json';
import caseload from './caseload/en.json';
import couple from './couple/en.json';
import disclosure from './disclosure/en.json';
import errors from './errors/en.json';
import homework from './homework/en.json';
import predictors from './predictors/en.json';
import reports from './reports/en.json';
import shell from './shell/en.json';
import signIn from './sign-in/en.json';
import staff from './staff/en.json';

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
