import {
  asLiveRelease,
  coolingOff,
  coupleStateOf,
  type ClinicId,
  type Compartment,
  type CoupleId,
  type HomeworkTemplate,
  type ItemResource,
  type PersonId,
  type ReleaseMoment,
  type ReleaseRecord,
  type SafetyTag,
  type SecretsPolicy,
  type StaffId,
  type TaskId,
} from '@trellis/domain';

/** What the couple's record says about sharing at all. */
export interface CoupleFacts {
  readonly couple_status: 'intake' | 'active' | 'paused' | 'closed' | 'separated';
  readonly secrets_policy: SecretsPolicy;
}

/** The part of a handed-in answer that its author may release: the newest revision. */
export interface ReleasablePart extends CoupleFacts {
  readonly answer_id: string;
  readonly task_id: TaskId;
  readonly couple_id: CoupleId;
  readonly person_id: PersonId;
  readonly compartment: Compartment;
  readonly privacy: 'P2' | 'P3';
  readonly revision: number;
  readonly template_code: string;
  readonly template_version: number;
}

/** A release with its recipients, as far as the asker may see them. */
export interface ReleaseRow extends ReleasablePart {
  /** The clinic's own exercise that it is about. */
  readonly own_exercise?: HomeworkTemplate;
  readonly id: string;
  readonly sensitive: boolean;
  readonly to_partner: boolean;
  readonly state: 'ready' | 'released' | 'revoked';
  readonly asked_at: Date;
  readonly confirmed_at: Date | null;
  readonly approved_by: StaffId | null;
  readonly held: boolean;
  readonly safety_tags: SafetyTag[] | null;
  readonly released_at: Date | null;
  readonly revoked_at: Date | null;
  readonly first_read_at: Date | null;
  readonly version: number;
  readonly people: PersonId[];
  readonly staff: StaffId[];
}

export function isFrozenCouple({ couple_status }: CoupleFacts): boolean {
  return coupleStateOf(couple_status) !== 'active';
}

/** The moment of an act, with the clinic's standard time for thought. */
export function momentOf(facts: CoupleFacts, now: Date): ReleaseMoment {
  return { now, frozen: isFrozenCouple(facts), coolingOffHours: coolingOff.standard };
}

/** The row in the form of the rules. */
export function recordOf(row: ReleaseRow): ReleaseRecord {
  return {
    revision: row.revision,
    sensitive: row.sensitive,
    state: row.state,
    recipients: { people: row.people, staff: row.staff },
    askedAt: row.asked_at,
    confirmedAt: row.confirmed_at,
    approvedBy: row.approved_by,
    held: row.held,
    releasedAt: row.released_at,
    revokedAt: row.revoked_at,
    firstReadAt: row.first_read_at,
  };
}

/**
 * What `decide` is asked about. `tags` are the safety tags to judge by; null when nobody has looked. A release of
 * information between therapists cannot be signed yet: behind strict walls nothing goes to the other side's staff.
 */
export function itemOf(
  clinicId: ClinicId,
  part: ReleasablePart,
  release: ReleaseRow | null,
  tags: readonly SafetyTag[] | null = release?.safety_tags ?? null,
): ItemResource {
  return {
    kind: 'item',
    clinicId,
    artefact: {
      coupleId: part.couple_id,
      ownerId: part.person_id,
      compartment: part.compartment,
      privacy: part.privacy,
      revision: part.revision,
      revealed: false,
      release: release === null ? null : asLiveRelease(recordOf(release), isFrozenCouple(part)),
      coSignBy: [],
    },
    coupleState: coupleStateOf(part.couple_status),
    policy: part.secrets_policy,
    informationRelease: false,
    safetyTags: tags,
    shownIn: 'any_time',
    inSession: false,
    handedIn: true,
    sensitive: release?.sensitive ?? false,
  };
}
