import { AftercareModule } from './aftercare/aftercare.module.js';
import { DisclosureModule } from './disclosure/disclosure.module.js';
import { DisclosureClockModule } from './disclosure-clock/disclosure-clock.module.js';
import { DisclosureDocumentModule } from './disclosure-document/disclosure-document.module.js';
import { DisclosureSessionModule } from './disclosure-session/disclosure-session.module.js';
import { LettersModule } from './letters/letters.module.js';
import { QuestionsModule } from './questions/questions.module.js';
import { ReadinessModule } from './readiness/readiness.module.js';
import { SlipsModule } from './slips/slips.module.js';

/** The process of a disclosure with every area that brings facts to it: who takes a step needs all of them. */
export const disclosureAreas = [
  DisclosureModule,
  ReadinessModule,
  DisclosureDocumentModule,
  QuestionsModule,
  LettersModule,
  DisclosureSessionModule,
  AftercareModule,
  SlipsModule,
  DisclosureClockModule,
];
