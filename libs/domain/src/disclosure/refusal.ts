import type { Compartment, Track } from '../access/roles.js';
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

/** An admin, one of the two people, or a therapist with the sides on which they are assigned. */
export type RefusalReader = 'admin' | Readonly<{ client: Track }> | readonly Compartment[];

/**
 * The refusal as one reader may see it (FTD-14). An admin learns only that something is missing; a therapist sees
 * every title, and evidence only of the sides on which they are assigned. A client is shown the gaps of their own side
 * and the joint ones: that something is open on the other side would tell them of a slip or a finding there. Evidence
 * of their own side may name a finding that someone else could read on their screen, and is left out too.
 */
export function refusalFor(refusal: Refusal, reader: RefusalReader): Refusal {
  if (reader === 'admin') return { ...refusal, unmet: [] };
  if ('client' in reader) {
    const shown = refusal.unmet.filter(({ side }) => side === 'JOINT' || side === reader.client);
    return {
      ...refusal,
      unmet: shown.map((guard) => (guard.side === 'JOINT' ? guard : withoutEvidence(guard))),
    };
  }
  const unmet = refusal.unmet.map((guard) =>
    guard.side === 'JOINT' || reader.includes(guard.side) ? guard : withoutEvidence(guard),
  );
  return { ...refusal, unmet };
}

function withoutEvidence(guard: UnmetGuard): UnmetGuard {
  return { ...guard, evidence: {} };
}
