/** An emergency reading of one's own that is still open. Instants are ISO 8601. */
export class LiveEmergencyView {
  readonly id!: string;
  readonly coupleId!: string;
  readonly coupleName!: string;
  readonly openedAt!: string;
  readonly closesAt!: string;
}

/** An emergency reading of a couple of the own caseload, by whomever it was. */
export class EmergencyOpeningView {
  readonly id!: string;
  readonly coupleId!: string;
  readonly coupleName!: string;
  readonly openedByName!: string;
  readonly openedAt!: string;
  /** When it was over: ended early, or after its hour; null while it is open. */
  readonly overAt!: string | null;
}

/** One emergency reading as an owner reviews it. */
export class EmergencyReviewView extends EmergencyOpeningView {
  readonly reason!: string;
  readonly dueAt!: string;
  readonly state!: 'open' | 'overdue' | 'in_time' | 'late';
  readonly outcome!: 'in_order' | 'to_discuss' | null;
  readonly reviewedByName!: string | null;
  /** False for one that the asker opened, unless they practise alone. */
  readonly mayReview!: boolean;
}

/** What waits for a review, the oldest first, and the latest that were reviewed. */
export class EmergencyReviewsView {
  readonly waiting!: EmergencyReviewView[];
  readonly reviewed!: EmergencyReviewView[];
}
