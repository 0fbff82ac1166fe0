import aftercare from './aftercare/es.json';
import appointments from './appointments/es.json';
import closeness from './closeness/es.json';
import forms from './forms/es.json';
import disclosure from './disclosure/es.json';
import disclosureSession from './disclosure-session/es.json';
import document from './disclosure-document/es.json';
import errors from './errors/es.json';
import feedback from './feedback/es.json';
import help from './help/es.json';
import invite from './invite/es.json';
import rating from './rating/es.json';
import jointWork from './joint-work/es.json';
import letters from './letters/es.json';
import questions from './questions/es.json';
import reader from './reader/es.json';
import readiness from './readiness/es.json';
import record from './record/es.json';
import shell from './shell/es.json';
import shown from './shown/es.json';
import signIn from './sign-in/es.json';
import stage from './stage/es.json';
import task from './task/es.json';
import today from './today/es.json';
import turns from './turns/es.json';
import writing from './writing/es.json';

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
