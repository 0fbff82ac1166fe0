/** Roles of staff in one clinic. One person may hold several. */
export const staffRoles = ['therapist', 'supervisor', 'clinic_admin', 'owner'] as const;
export type StaffRole = (typeof staffRoles)[number];
/** 'client' is a person in treatment. */
export type Role = StaffRole | 'client';

/** The three compartments of a couple's record; a care assignment names one of them as its side (ACCESS-01). */
export const compartments = ['RP', 'BP', 'JOINT'] as const;
export type Compartment = (typeof compartments)[number];

/** The two tracks on which a person can be enrolled. A track belongs to the enrolment, not to the person. */
export const tracks = ['RP', 'BP'] as const;
export type Track = (typeof tracks)[number];

/** P0 author, P1 + own therapist, P2 + named therapists, P3 + partner, P4 both people (ACCESS-02). */
export const privacyLevels = ['P0', 'P1', 'P2', 'P3', 'P4'] as const;
export type Privacy = (typeof privacyLevels)[number];
