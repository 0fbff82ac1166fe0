import type { Compartment } from '../access/roles.js';
import type { ActorRole, DisclosureEvent } from './events.js';
import type { GuardId } from './guard-ids.js';
import type { DisclosureState } from './states.js';

/**
 * One thing that is missing. `metBy` is the key of the sentence that says what would meet it; `actors` are those
 * who can. Evidence holds ids, dates and counts, never a word that a person wrote.
 */
export type UnmetGuard = Readonly<{
  guardId: GuardId;
  /** Readiness item, person or contraindication, where one guard asks about several. */
  item: string | null;
  rule: string;
  metBy: string;
  actors: readonly ActorRole[];
  side: Compartment;
  evidence: Readonly<Record<string, string | number>>;
}>;

/** 'not_yours' says nothing about the couple: it is the same whatever else is missing. */
export type Refusal = Readonly<{
  code: 'not_yours' | 'wrong_state' | 'unmet_guards';
  event: DisclosureEvent;
  from: DisclosureState;
  unmet: readonly UnmetGuard[];
}>;

/**
 * The refusal as one reader may see it (FTD-14). An admin learns only that something is missing; a therapist sees
 * every title, and evidence only of the sides on which they are assigned.
 */
export function refusalFor(refusal: Refusal, reader: 'admin' | readonly Compartment[]): Refusal {
  if (reader === 'admin') return { ...refusal, unmet: [] };
  const unmet = refusal.unmet.map((guard) =>
    guard.side === 'JOINT' || reader.includes(guard.side) ? guard : { ...guard, evidence: {} },
  );
  return { ...refusal, unmet };
}
