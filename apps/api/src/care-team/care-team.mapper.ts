import type { CareTeamRowView, CareTeamView } from '@trellis/contracts';
import type { TeamRefusal } from '@trellis/domain';
import { AppError } from '../platform/http/app-error.js';
import type { NamedRow, Team, TherapistRow } from './care-team.repository.js';

export function careTeamView(
  team: Team,
  mayChange: boolean,
  candidates: readonly TherapistRow[],
): CareTeamView {
  return {
    rows: team.rows.map((row) => rowView(row, team.now)),
    mayChange,
    candidates: candidates.map(({ id, name, credentials }) => ({ id, name, credentials })),
  };
}

function rowView(
  { id, staffId, name, credentials, side, lead, from, to }: NamedRow,
  now: Date,
): CareTeamRowView {
  const state = to !== null && to <= now ? 'ended' : from > now ? 'planned' : 'current';
  return {
    ...{ id, staffId, name, credentials, side, lead, state },
    from: from.toISOString(),
    to: to?.toISOString() ?? null,
  };
}

/** The answer to a change that the rule of teams refuses. */
export function teamRefused(refusal: TeamRefusal): AppError {
  switch (refusal.reason) {
    case 'in_the_past': return new AppError('care_team_in_the_past');
    case 'already_on_it': return new AppError('care_team_already_on');
    case 'nothing_to_end': return new AppError('care_team_nothing_to_end');
    case 'lead_needed': return new AppError('care_team_lead_needed');
    case 'side_left_alone': return new AppError('care_team_side_left_alone', { side: refusal.side });
  } // prettier-ignore
}
