import { expectState, gatherCast, type Cast } from './cast.ts';
import { moveDemoTime } from '../demo.ts';
import type { Devices } from '../journey.ts';
import type { Look } from '../own-pages.ts';
import { approveDocument, askQuestions, bothConsent, passScreening, writeDocument } from './preparing.ts';

/** What is done, and who does it. */
export type Chapter = readonly [name: string, tell: (cast: Cast) => Promise<void>];

/** A disclosure of five people from the first consent to its end, told on their own screens. */
export const chapters: readonly Chapter[] = [
  ['both say yes, each alone', bothConsent],
  ['each is looked at alone, and preparing begins', passScreening],
  ['the partner asks, and lets her questions go', askQuestions],
  ['the document is written, answered and handed in again', writeDocument],
  ['every section is approved', approveDocument],
];
export { expectState, gatherCast, moveDemoTime, type Devices, type Look };
