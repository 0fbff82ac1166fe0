import type { Compartment, ReadinessItem } from '@trellis/domain';

const sideOf = { T_RP: 'RP', T_BP: 'BP', T_C: 'JOINT' } as const;

/** Whether a therapist with these sides may mark the criterion; what the lead answers for is for the lead alone. */
export function mayMark(
  { actors }: ReadinessItem,
  mySides: readonly Compartment[],
  leadId: string | null,
  staffId: string,
): boolean {
  return actors.some((actor) => {
    if (actor === 'LEAD') return leadId === staffId;
    return (actor === 'T_RP' || actor === 'T_BP') && mySides.includes(sideOf[actor]);
  });
}

/**
 * Whether somebody may be asked for the second signature: a colleague outside the couple's team, or on it for this very
 * side. Whoever holds only the other side would read the reason through the wall.
 */
export function mayBeAsked(sides: readonly string[], side: Compartment): boolean {
  return side === 'JOINT' || sides.length === 0 || sides.includes(side);
}
