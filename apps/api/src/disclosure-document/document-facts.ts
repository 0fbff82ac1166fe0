import {
  documentIsLocked,
  documentSectionIds,
  latestDraft,
  sectionsToApprove,
  type DisclosureState,
  type DocumentSectionId,
  type DraftFacts,
  type DraftVersion,
  type SectionDecision,
} from '@trellis/domain';

/** Facts of a couple's newest process and its document, as the database tells them: states, dates and ids. */
export interface FactsRow {
  readonly processId: string | null;
  readonly state: DisclosureState | null;
  readonly closedAt: string | null;
  readonly documentId: string | null;
  readonly personId: string | null;
  readonly lockedAt: string | null;
  readonly destroyedAt: string | null;
  readonly legalHold: boolean | null;
  readonly versions: readonly { number: number; at: string; marks: Readonly<Record<string, string>> }[];
  readonly decisions: readonly {
    section: DocumentSectionId;
    version: number;
    decision: SectionDecision['decision'];
    at: string;
  }[];
  readonly gaps: readonly string[];
  readonly reviewSince: string | null;
  readonly later: { readonly from: string; readonly until: string } | null;
  readonly sessionStartedAt: string | null;
}

/** The same with dates for the rules. */
export interface DocumentFacts {
  readonly processId: string | null;
  readonly state: DisclosureState;
  readonly closedAt: Date | null;
  readonly documentId: string | null;
  readonly personId: string | null;
  readonly lockedAt: Date | null;
  readonly destroyedAt: Date | null;
  readonly legalHold: boolean | null;
  readonly versions: readonly DraftVersion[];
  readonly decisions: readonly SectionDecision[];
  readonly gaps: readonly string[];
  readonly reviewSince: Date | null;
  readonly later: { readonly from: Date; readonly until: Date } | null;
  readonly sessionStartedAt: Date | null;
}

export function factsOf(row: FactsRow): DocumentFacts {
  return {
    processId: row.processId,
    state: row.state ?? 'NOT_STARTED',
    closedAt: dateOf(row.closedAt),
    documentId: row.documentId,
    personId: row.personId,
    lockedAt: dateOf(row.lockedAt),
    destroyedAt: dateOf(row.destroyedAt),
    legalHold: row.legalHold,
    versions: row.versions.map(({ number, at, marks }) => ({
      number,
      at: new Date(at),
      sectionHashes: marks,
    })),
    decisions: row.decisions.map((one) => ({ ...one, at: new Date(one.at) })),
    gaps: row.gaps,
    reviewSince: dateOf(row.reviewSince),
    later: row.later && { from: new Date(row.later.from), until: new Date(row.later.until) },
    sessionStartedAt: dateOf(row.sessionStartedAt),
  };
}

/** What the process decides on. All nine sections count: one without words is not approved. */
export function draftFactsOf(facts: DocumentFacts): Omit<DraftFacts, 'questionListReceived'> {
  const { versions, decisions } = facts;
  return {
    version: latestDraft(versions)?.number ?? 0,
    rounds: versions.length,
    sections: documentSectionIds.length,
    sectionsApproved: documentSectionIds.length - sectionsToApprove(versions, decisions).length,
    latestIsOpen: facts.lockedAt === null && facts.destroyedAt === null,
    gapIds: facts.gaps,
    awaitingReviewSince: awaitingSince(facts),
  };
}

/** Since when the newest version waits for a first word of the therapist; null when none does. */
export function awaitingSince({ versions, decisions }: DocumentFacts): Date | null {
  const latest = latestDraft(versions);
  return latest && !decisions.some(({ version }) => version === latest.number) ? latest.at : null;
}

/** Whether words can change now: while the process prepares, and nothing has locked the document. */
export function canChange({ state, lockedAt, destroyedAt }: DocumentFacts): boolean {
  return !documentIsLocked(state) && lockedAt === null && destroyedAt === null;
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
