/** What an erasure waits for, or how it ended. */
export type ErasureState = 'owner' | 'second_person' | 'wait' | 'due' | 'withdrawn' | 'erased';

export class ErasureApprovalView {
  readonly name!: string;
  readonly role!: string;
  readonly givenAt!: string;
}

/** One erasure as the office sees it: names, dates and states. */
export class ErasureView {
  readonly id!: string;
  readonly personName!: string;
  readonly coupleName!: string;
  /** Whether the person asked, or the office for them. */
  readonly askedByPerson!: boolean;
  readonly askedAt!: string;
  readonly holdUntil!: string;
  readonly state!: ErasureState;
  /** The instant from which on it is due, while it waits for one. */
  readonly until!: string | null;
  readonly approvals!: ErasureApprovalView[];
  readonly youApproved!: boolean;
}

/** Newest first. */
export class ErasureListView {
  readonly erasures!: ErasureView[];
  readonly nextCursor!: string | null;
}

/** A person's own wish; null when there is none that stands. */
export class OwnErasureView {
  readonly request!: { readonly askedAt: string; readonly holdUntil: string } | null;
}
