import type { EpisodeView } from '@trellis/contracts';
import { isOverdue, levelOfEpisode, localDateOf, type EpisodeProgress } from '@trellis/domain';
import type { EpisodeRow } from './episode-row.js';

/** An episode for one viewer: its alerts are those that the walls let through. */
export function toEpisode(row: EpisodeRow, now: Date): EpisodeView {
  return {
    id: row.id,
    coupleId: row.couple_id,
    coupleName: row.couple_name,
    kind: row.kind,
    level: levelOfEpisode(row),
    openedOn: row.opened_on,
    acknowledgeBy: row.acknowledge_by,
    overdue: isOverdue(progressOf(row), row.acknowledge_by, localDateOf(now, row.time_zone)),
    state: row.state,
    actedBy: row.acted_by_name,
    actedOn: row.acted_on,
    tool: row.tool,
    hasPlan: row.has_plan,
    alerts: row.alerts.map(({ rule, predictor, track, metOn, on, note }) => ({
      ...{ rule, predictor, track, metOn, on, note },
    })),
    version: row.version,
    limitsVersion: row.limits_version,
  };
}

/** How far therapists are with it. @throws Error for a row that its own checks forbid. */
export function progressOf(row: EpisodeRow): EpisodeProgress {
  if (row.state === 'open') return { state: 'open' };
  const { acted_by: by, acted_on: on, tool } = row;
  if (by === null || on === null) throw new Error('an episode moved on without anybody');
  if (row.state !== 'plan') return { state: row.state, by, on };
  if (tool === null) throw new Error('a plan without its tool');
  return { state: 'plan', by, on, tool, textRef: row.id };
}
