import type { Compartment } from '../access/roles.js';
import { localDateOf } from '../shared/zoned-time.js';
import type { LocalDate } from '../shared/local-date.js';
import type { Actor, ActorRole, DisclosureRequest } from './events.js';
import type { DisclosureSnapshot } from './snapshot.js';

export type GuardQuestion = Readonly<{
  snapshot: DisclosureSnapshot;
  request: DisclosureRequest;
  actor: Actor;
  now: Date;
}>;

/** One gap that a guard found. What is left out is taken from the guard's own entry. */
export type Finding = Readonly<{
  item?: string;
  side?: Compartment;
  actors?: readonly ActorRole[];
  evidence?: Readonly<Record<string, string | number>>;
}>;

/** Pure: the gaps, none when the guard is content. A fact that is unknown is a gap (FTD-04). */
export type Guard = (question: GuardQuestion) => readonly Finding[];

/** A guard with one gap or none. */
export function needs(
  met: (question: GuardQuestion) => boolean,
  evidence?: (question: GuardQuestion) => Finding['evidence'],
): Guard {
  return (question) => {
    if (met(question)) return [];
    const shown = evidence?.(question);
    return [shown ? { evidence: shown } : {}];
  };
}

/** The calendar day of an instant in the couple's zone. */
export function dayOf(question: GuardQuestion, at: Date): LocalDate {
  return localDateOf(at, question.snapshot.zone);
}

export const bothTracks = ['RP', 'BP'] as const;
export const ownTherapist = { RP: 'T_RP', BP: 'T_BP' } as const;
