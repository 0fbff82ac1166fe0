// Pieces of policies that migrations of the disclosure areas share. What is written here does not change.

/** A therapist with an active assignment, on the named side or on any. */
export function therapists(side?: 'RP' | 'BP'): string {
  const couples = side === undefined ? 'app.my_couples()' : `app.my_couples('${side}')`;
  return `((SELECT app.actor_role()) = 'therapist' AND couple_id = ANY ((SELECT ${couples})::uuid[]))`;
}

/** The person themselves, in the couple of the row, on the named side. */
export function own(side: 'RP' | 'BP'): string {
  return `((SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor())
    AND couple_id = ANY ((SELECT app.my_couples('${side}'))::uuid[]))`;
}

/** A therapist of the side that the row is of. */
export const sideTherapists = `((side = 'RP' AND ${therapists('RP')}) OR (side = 'BP' AND ${therapists('BP')}))`;
/** The person themselves, on the side that the row is of. */
export const ownSide = `((side = 'RP' AND ${own('RP')}) OR (side = 'BP' AND ${own('BP')}))`;
/** Who may ask for facts of a couple, by its parameter `couple`. */
export const mayAsk = `(app.actor_role() IN ('system', 'clinic_admin', 'owner')
          OR (app.actor_role() IN ('therapist', 'supervisor', 'client') AND couple = ANY (app.my_couples())))`;
