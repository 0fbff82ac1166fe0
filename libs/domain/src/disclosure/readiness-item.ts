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

/** 'clinician_override' counts only with a co-signer, 'not_applicable' only with a recorded reason (FTD-03). */
export type ReadinessStatus = 'met' | 'not_met' | 'not_applicable' | 'clinician_override';
export type ReadinessMark = Readonly<{
  status: ReadinessStatus;
  coSigner: string | null;
  reasonRecorded: boolean;
}>;

/** Whether a mark meets its item. No mark does not. */
export function isMet(mark: ReadinessMark | undefined): boolean {
  if (!mark) return false;
  if (mark.status === 'clinician_override') return mark.coSigner !== null && mark.reasonRecorded;
  if (mark.status === 'not_applicable') return mark.reasonRecorded;
  return mark.status === 'met';
}
