import type { Compartment } from '../access/roles.js';
import type { ActorRole, Criterion } from './events.js';

export const readinessItemIds = [
  'R1',
  'R2',
  'R3',
  'R4',
  'R5',
  'R6',
  'R7',
  'R8',
  'R9',
  'R10',
  'R11',
  'R12',
  'B1',
  'B2',
  'B3',
  'B4',
  'B5',
  'B6',
  'B7',
  'B8',
  'B9',
  'B10',
  'B11',
  'S1',
  'S2',
  'S3',
  'S4',
  'S5',
] as const;
export type ReadinessItemId = (typeof readinessItemIds)[number];

export type ReadinessItem = Criterion &
  Readonly<{ id: ReadinessItemId; side: Compartment; actors: readonly ActorRole[] }>;

/**
 * 'clinician_override' counts only with a reason and a co-signer other than the one who marked, 'not_applicable' only
 * with a reason (FTD-03).
 */
export type ReadinessStatus = 'met' | 'not_met' | 'not_applicable' | 'clinician_override';
export type ReadinessMark = Readonly<{
  status: ReadinessStatus;
  /** Id of the clinician who marked; null while unknown. */
  markedBy: string | null;
  coSigner: string | null;
  reasonRecorded: boolean;
}>;

/**
 * Items behind which a hard contraindication, a missing support or a missing release stands. No reason and no second
 * signature excuses them (FTD-26).
 */
export const itemsWithoutException: readonly ReadinessItemId[] = [
  'R1',
  'R3',
  'R4',
  'R9',
  'R10',
  'R11',
  'B1',
  'B2',
  'B3',
  'B4',
  'S1',
];

/** Whether a mark by itself counts as met. No mark does not. */
export function isMet(mark: ReadinessMark | undefined): boolean {
  if (!mark) return false;
  if (mark.status === 'clinician_override') return mark.reasonRecorded && coSigned(mark);
  if (mark.status === 'not_applicable') return mark.reasonRecorded;
  return mark.status === 'met';
}

/** True when the mark excuses the item, validly: not applicable, or overridden, where the item allows it. */
export function isExcused(id: ReadinessItemId, mark: ReadinessMark | undefined): boolean {
  return mark !== undefined && mark.status !== 'met' && isMet(mark) && !itemsWithoutException.includes(id);
}

function coSigned({ markedBy, coSigner }: ReadinessMark): boolean {
  return markedBy !== null && coSigner !== null && coSigner !== '' && coSigner !== markedBy;
}
