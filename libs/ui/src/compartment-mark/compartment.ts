/**
 * Whose words a thing holds, or who reads it. Each has a shape, a colour and a word; the word is the caller's.
 * rp circle, bp square, joint linked rings, only-me keyhole, therapist diamond, team hexagon, shared circle and square.
 */
export const compartments = ['rp', 'bp', 'joint', 'shared', 'only-me', 'therapist', 'team', 'none'] as const;
export type Compartment = (typeof compartments)[number];

/** The side names of the API as marks. */
export const compartmentOfSide = { RP: 'rp', BP: 'bp', JOINT: 'joint' } as const satisfies Record<
  'RP' | 'BP' | 'JOINT',
  Compartment
>;
