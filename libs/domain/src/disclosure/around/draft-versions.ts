import { ok, refuse, type Result } from '../../shared/result.js';

/**
 * One version of a document or a letter. Its words are sealed elsewhere; a version knows its number, its time and a
 * mark of each section's content, so that unchanged sections can be told from changed ones.
 */
export type DraftVersion = Readonly<{
  number: number;
  at: Date;
  sectionHashes: Readonly<Record<string, string>>;
}>;

export type DraftRefusal = 'locked' | 'not_the_latest' | 'nothing_new';

/** The version that may still be changed: only the latest (FTD-46). Null while there is none. */
export function latestDraft(versions: readonly DraftVersion[]): DraftVersion | null {
  return versions.reduce<DraftVersion | null>(
    (latest, version) => (latest && latest.number > version.number ? latest : version),
    null,
  );
}

/** Rounds so far: one per version handed in (FTD-46). */
export function draftRounds(versions: readonly DraftVersion[]): number {
  return versions.length;
}

function sameHashes(a: DraftVersion['sectionHashes'], b: DraftVersion['sectionHashes']): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => a[key] === b[key]);
}

/**
 * Adds a version to those before it, none of which ever changes (FTD-46). `basedOn` is the number of the version
 * that the author had open, null for the first.
 */
export function addDraft(
  versions: readonly DraftVersion[],
  draft: Omit<DraftVersion, 'number'>,
  basedOn: number | null,
  locked: boolean,
): Result<readonly DraftVersion[], DraftRefusal> {
  const latest = latestDraft(versions);
  if (locked) return refuse('locked');
  if ((latest?.number ?? null) !== basedOn) return refuse('not_the_latest');
  if (latest && sameHashes(latest.sectionHashes, draft.sectionHashes)) return refuse('nothing_new');
  return ok([...versions, { ...draft, number: (latest?.number ?? 0) + 1 }]);
}
