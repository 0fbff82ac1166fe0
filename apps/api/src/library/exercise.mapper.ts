import type { ExerciseVersionView, OwnExerciseRowView, OwnExerciseView } from '@trellis/contracts';
import { exerciseFrom } from '../platform/exercises/exercise-catalogue.js';
import type { ExerciseRow, VersionRow } from './exercise-row.js';

type Current = Pick<VersionRow, 'template_id' | 'code' | 'number' | 'state' | 'content'>;

function stateOf(row: ExerciseRow, published: boolean): OwnExerciseView['state'] {
  if (row.retired_at !== null) return 'retired';
  return published ? 'published' : 'draft';
}

/** One line of the list; null where an exercise has no version, which never lasts. */
export function toExerciseRow(row: ExerciseRow, current: readonly Current[]): OwnExerciseRowView | null {
  const own = current.filter(({ template_id: id }) => id === row.id);
  const published = own.find(({ state }) => state === 'published');
  const draft = own.find(({ state }) => state === 'draft');
  const shown = published ?? draft;
  if (shown === undefined) return null;
  return {
    id: row.id,
    code: row.code,
    exercise: exerciseFrom(shown),
    state: stateOf(row, published !== undefined),
    hasDraft: draft !== undefined,
    publishedVersion: published?.number ?? null,
  };
}

export function toOwnExercise(row: ExerciseRow, versions: readonly VersionRow[]): OwnExerciseView {
  return {
    id: row.id,
    code: row.code,
    state: stateOf(
      row,
      versions.some(({ state }) => state === 'published'),
    ),
    versions: versions.map(toVersion),
    retiredAt: row.retired_at?.toISOString() ?? null,
    retiredByName: row.retired_by_name,
    retireReason: row.retire_reason,
    version: row.version,
  };
}

function toVersion(row: VersionRow): ExerciseVersionView {
  return {
    number: row.number,
    state: row.state,
    content: row.content,
    savedByName: row.saved_by_name,
    savedAt: row.saved_at.toISOString(),
    publishedByName: row.published_by_name,
    publishedAt: row.published_at?.toISOString() ?? null,
    reason: row.reason,
    keepsWords: row.keeps_words,
    copyright: row.copyright,
    attestedByName: row.attested_by_name,
    licenceReference: row.licence_reference,
  };
}
