import type { PackVersionView, PackView } from '@trellis/contracts';
import type { PackRow, PackVersionRow } from './pack-row.js';

export function toPack(row: PackRow, versions: readonly PackVersionRow[]): PackView {
  return {
    ...{ id: row.id, state: stateOf(row), versions: versions.map(toPackVersion), version: row.version },
    retiredAt: row.retired_at?.toISOString() ?? null,
    retiredByName: row.retired_by_name,
    retireReason: row.retire_reason,
  };
}

export function toPackVersion(row: PackVersionRow): PackVersionView {
  return {
    ...{ number: row.number, name: row.name, stage: row.stage },
    exercises: row.exercises.map(({ code, then }) => ({ code, then: then === true })),
    ...{ savedByName: row.saved_by_name, savedAt: row.saved_at.toISOString() },
  };
}

export function stateOf({ retired_at: retiredAt }: PackRow): PackView['state'] {
  return retiredAt === null ? 'given' : 'retired';
}
