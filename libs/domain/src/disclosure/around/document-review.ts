import { ok, refuse, type Result } from '../../shared/result.js';
import type { DisclosureState } from '../states.js';
import { documentSectionIds, type DocumentSectionId } from './document-sections.js';
import { latestDraft, type DraftVersion } from './draft-versions.js';

/** What the own therapist said of one section of one version. */
export type SectionDecision = Readonly<{
  section: DocumentSectionId;
  version: number;
  decision: 'approved' | 'changes_requested';
  at: Date;
}>;

/** A comment's place. Its words are sealed elsewhere; `start` and `length` count characters of that version. */
export type CommentAnchor = Readonly<{
  commentId: string;
  section: DocumentSectionId;
  version: number;
  start: number;
  length: number;
}>;

export type SectionStanding = 'not_written' | 'open' | 'changes_requested' | 'approved';

/**
 * Where a section stands in the latest version (FTD-49). A decision holds for as long as that section's content
 * stays the same over later versions; a changed section is open again.
 */
export function sectionStanding(
  section: DocumentSectionId,
  versions: readonly DraftVersion[],
  decisions: readonly SectionDecision[],
): SectionStanding {
  const hash = latestDraft(versions)?.sectionHashes[section];
  if (hash === undefined) return 'not_written';
  const sameContent = new Set(
    versions.filter(({ sectionHashes }) => sectionHashes[section] === hash).map(({ number }) => number),
  );
  const last = decisions
    .filter((decision) => decision.section === section && sameContent.has(decision.version))
    .reduce<SectionDecision | null>((late, next) => (late && late.at > next.at ? late : next), null);
  return last?.decision ?? 'open';
}

/** Approves a section or asks for changes: own therapist only, latest version only, while it can change (FTD-49). */
export function decideSection(
  decision: SectionDecision,
  by: string,
  versions: readonly DraftVersion[],
  state: DisclosureState,
): Result<SectionDecision, 'not_yours' | 'locked' | 'not_the_latest' | 'not_written'> {
  const latest = latestDraft(versions);
  if (by !== 'T_RP') return refuse('not_yours');
  if (documentIsLocked(state)) return refuse('locked');
  if (decision.version !== latest?.number) return refuse('not_the_latest');
  return latest.sectionHashes[decision.section] === undefined ? refuse('not_written') : ok(decision);
}

/** The sections that are not approved yet, in order. */
export function sectionsToApprove(
  versions: readonly DraftVersion[],
  decisions: readonly SectionDecision[],
): readonly DocumentSectionId[] {
  return documentSectionIds.filter((id) => sectionStanding(id, versions, decisions) !== 'approved');
}

/** Anchors of one version; comments on earlier versions stay with those (FTD-49). */
export function anchorsOf(version: number, anchors: readonly CommentAnchor[]): readonly CommentAnchor[] {
  return anchors
    .filter((anchor) => anchor.version === version)
    .sort((a, b) => a.section.localeCompare(b.section) || a.start - b.start);
}

/** The document changes while the process prepares, and at no other time: from the review on it stands (FTD-46). */
export function documentIsLocked(state: DisclosureState): boolean {
  return state !== 'PREPARING';
}
