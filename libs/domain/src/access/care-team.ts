import type { StaffId } from '../shared/ids.js';
import { ok, refuse, type Result } from '../shared/result.js';
import { isActive } from './access-actor.js';
import { compartments, type Compartment } from './roles.js';

/** One row of a couple's care team: who, on which side, from when to when. */
export type TeamRow = Readonly<{
  id: string;
  staffId: StaffId;
  side: Compartment;
  lead: boolean;
  from: Date;
  to: Date | null;
}>;

export type TeamRefusal =
  | Readonly<{ reason: 'in_the_past' }>
  | Readonly<{ reason: 'already_on_it' }>
  | Readonly<{ reason: 'nothing_to_end' }>
  | Readonly<{ reason: 'lead_needed' }>
  | Readonly<{ reason: 'side_left_alone'; side: Compartment }>;

/** A new row from `from` on. The past is not changed, and nobody stands on one side twice at a time (ACCESS-43). */
export function joinTeam(
  team: readonly TeamRow[],
  joining: Pick<TeamRow, 'id' | 'staffId' | 'side' | 'from'>,
  now: Date,
): Result<TeamRow, TeamRefusal> {
  if (joining.from < now) return refuse({ reason: 'in_the_past' });
  const held = team.some(
    ({ staffId, side, to }) =>
      staffId === joining.staffId && side === joining.side && (to === null || joining.from < to),
  );
  return held ? refuse({ reason: 'already_on_it' }) : ok({ ...joining, lead: false, to: null });
}

/**
 * The team after the row ends at `to`. While the treatment is open every side keeps a therapist at every later
 * moment, and the couple its lead; a row that has not begun is taken back by ending it where it begins (ACCESS-43).
 */
export function endRow(
  team: readonly TeamRow[],
  rowId: string,
  to: Date,
  isClosed: boolean,
  now: Date,
): Result<TeamRow, TeamRefusal> {
  const row = team.find(({ id }) => id === rowId);
  if (row === undefined || (row.to !== null && row.to <= now)) return refuse({ reason: 'nothing_to_end' });
  if (to < now) return refuse({ reason: 'in_the_past' });
  const ended = { ...row, to: to < row.from ? row.from : to };
  if (isClosed) return ok(ended);
  const after = team.map((one) => (one.id === rowId ? ended : one));
  if (
    row.lead &&
    isLeft(
      after.filter(({ lead }) => lead),
      ended.to,
    )
  )
    return refuse({ reason: 'lead_needed' });
  const ofSide = after.filter(({ side }) => side === row.side);
  return isLeft(ofSide, ended.to) ? refuse({ reason: 'side_left_alone', side: row.side }) : ok(ended);
}

/** One therapist hands a side to another in one act, the mark of the lead with it (ACCESS-43). */
export function handOver(
  team: readonly TeamRow[],
  rowId: string,
  to: Pick<TeamRow, 'id' | 'staffId' | 'from'>,
  isClosed: boolean,
  now: Date,
): Result<Readonly<{ ended: TeamRow; joined: TeamRow }>, TeamRefusal> {
  const row = team.find(({ id }) => id === rowId);
  if (row === undefined) return refuse({ reason: 'nothing_to_end' });
  const joined = joinTeam(team, { ...to, side: row.side }, now);
  if (!joined.ok) return joined;
  const taking = { ...joined.value, lead: row.lead };
  const ended = endRow([...team, taking], rowId, to.from, isClosed, now);
  return ended.ok ? ok({ ended: ended.value, joined: taking }) : ended;
}

/** Whether there is a moment from `from` on at which none of the rows holds; only ends can make one. */
function isLeft(rows: readonly TeamRow[], from: Date): boolean {
  const ends = rows.flatMap(({ to }) => (to !== null && to >= from ? [to] : []));
  return ends.some((end) => !rows.some((row) => isActive(row, end)));
}

/** The row that carries the mark once the staff member leads; null when they are not on the team for good (ACCESS-43). */
export function passLead(team: readonly TeamRow[], staffId: StaffId, now: Date): string | null {
  const own = team.filter((row) => row.staffId === staffId && row.to === null && isActive(row, now));
  return compartments.flatMap((side) => own.filter((row) => row.side === side))[0]?.id ?? null;
}
