import { entriesAfter } from './guard-entries-after.js';
import { entriesBefore } from './guard-entries-before.js';
import type { GuardEntry } from './guard-entry.js';
import type { GuardId } from './guard-ids.js';

/** Rule, actors, side and words of every guard. */
export const guardEntries: Readonly<Record<GuardId, GuardEntry>> = { ...entriesBefore, ...entriesAfter };
