import aftercare from './aftercare/en.json';
import appointments from './appointments/en.json';
import closeness from './closeness/en.json';
import forms from './forms/en.json';
import disclosure from './disclosure/en.json';
import disclosureSession from './disclosure-session/en.json';
import document from './disclosure-document/en.json';
import errors from './errors/en.json';
import feedback from './feedback/en.json';
import help from './help/en.json';
import invite from './invite/en.json';
import rating from './rating/en.json';
import jointWork from './joint-work/en.json';
import letters from './letters/en.json';
import questions from './questions/en.json';
import reader from './reader/en.json';
import readiness from './readiness/en.json';
import record from './record/en.json';
import shell from './shell/en.json';
import shown from './shown/en.json';
import signIn from './sign-in/en.json';
import stage from './stage/en.json';
import task from './task/en.json';
import today from './today/en.json';
import turns from './turns/en.json';
import writing from './writing/en.json';

/** All words of one language, one top-level key per area. */
export const words = {
  letters,
  questions,
  aftercare,
  appointments,
  closeness,
  forms,
  disclosure,
  disclosureSession,
  document,
  errors,
  feedback,
  help,
  invite,
  jointWork,
  rating,
  reader,
  readiness,
  record,
  shell,
  shown,
  signIn,
  stage,
  task,
  today,
  turns,
  writing,
};
