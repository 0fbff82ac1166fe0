/** One act as administrators see it: ids, codes and names of staff. A person of a couple is an id. */
export class AuditActView {
  readonly id!: string;
  readonly at!: string;
  readonly actorId!: string;
  readonly actorRole!: 'therapist' | 'supervisor' | 'clinic_admin' | 'owner' | 'client' | 'system';
  /** Null when the actor is not of the staff. */
  readonly actorName!: string | null;
  readonly action!: string;
  readonly resource!: string;
  readonly resourceId!: string | null;
  readonly personId!: string | null;
  readonly decision!: 'allowed' | 'refused';
  readonly reasonCode!: string | null;
  readonly correlationId!: string;
  /** Place in the clinic's chain; null for the second or so until it is sealed. */
  readonly seq!: number | null;
}

export class AuditLogView {
  readonly acts!: AuditActView[];
  readonly nextCursor!: string | null;
}

/** What the record can be narrowed to: its staff, former ones too, and the actions that occur. */
export class AuditFiltersView {
  readonly staff!: { readonly id: string; readonly name: string }[];
  readonly actions!: string[];
}

/** One opening of the person's own record by somebody of the staff. `kind` is what was read. */
export class OpeningView {
  readonly id!: string;
  readonly at!: string;
  readonly staffName!: string;
  readonly staffRole!: 'therapist' | 'supervisor' | 'clinic_admin' | 'owner';
  readonly kind!: string;
}

/** An opening of the couple's record in an emergency. It says nothing of the reason or of what was read. */
export class OwnEmergencyView {
  readonly id!: string;
  readonly at!: string;
  readonly staffName!: string;
  readonly staffRole!: 'therapist' | 'supervisor';
  /** Until the person has said that they read of it. */
  readonly isNew!: boolean;
}

/** The latest, newest first. */
export class OwnEmergenciesView {
  readonly emergencies!: OwnEmergencyView[];
}

export class OpeningsView {
  readonly openings!: OpeningView[];
  readonly nextCursor!: string | null;
}
