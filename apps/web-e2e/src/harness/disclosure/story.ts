import type { Cast } from './cast.ts';
import { complete, hearImpactLetter, hearRestitutionLetter, writeImpactLetter } from './letters.ts';
import { approveDocument, askQuestions, bothConsent, passScreening, writeDocument } from './preparing.ts';
import { becomeReady, giveDate, releaseForReview } from './ready.ts';
import { checkTheDay, holdSession, passFirstDays } from './session.ts';

/** What is done, and how it is told. */
export type Chapter = readonly [name: string, tell: (cast: Cast) => Promise<void>];

/** A disclosure of five people from the first consent to its end, told on their own screens. */
export const chapters: readonly Chapter[] = [
  ['both say yes, each alone', bothConsent],
  ['each is looked at alone, and preparing begins', passScreening],
  ['the partner asks, and lets her questions go', askQuestions],
  ['the document is written, answered, and handed in again', writeDocument],
  ['every section is approved', approveDocument],
  ['the partner’s therapist reads', releaseForReview],
  ['everything is met, and three therapists sign', becomeReady],
  ['a date is given', giveDate],
  ['the day is checked, and the session begins', checkTheDay],
  ['the session is held, paused and ended', holdSession],
  ['the first days pass', passFirstDays],
  ['the impact letter is written', writeImpactLetter],
  ['the impact letter is heard', hearImpactLetter],
  ['the restitution letter is heard', hearRestitutionLetter],
  ['the process is complete', complete],
];
