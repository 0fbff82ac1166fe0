import type { OwnDisclosureSessionView } from '@trellis/contracts';
import { localDateOf, logisticsChecklist, readingUntil } from '@trellis/domain';
import type { OwnSessionRow } from './own-session.repository.js';
import { clockOf, pausesOf, sessionStepOf, type RunningStep } from './session-clock.js';

type Appointment = NonNullable<OwnSessionRow['appointment']>;
type Run = NonNullable<OwnSessionRow['run']>;

const dayMs = 24 * 60 * 60_000;

/** The last 24 hours before the session, until it was to end. */
export function dayIsOpen({ startsAt, endsAt }: Appointment, now: Date): boolean {
  return new Date(startsAt).getTime() - now.getTime() <= dayMs && now < new Date(endsAt);
}

export function toOwnAppointment(
  row: Appointment,
  now: Date,
): NonNullable<OwnDisclosureSessionView['appointment']> {
  const [startsAt, endsAt, arriveAt] = [row.startsAt, row.endsAt, row.arriveAt].map((at) =>
    new Date(at).toISOString(),
  );
  const today = localDateOf(new Date(row.startsAt), row.zone) === localDateOf(now, row.zone);
  return { startsAt: startsAt ?? '', endsAt: endsAt ?? '', arriveAt: arriveAt ?? '', zone: row.zone, today };
}

/** Each person's own lines. */
export function toOwnLogistics(marks: readonly string[]): OwnDisclosureSessionView['logistics'] {
  return logisticsChecklist
    .filter(({ confirmedBy }) => confirmedBy === 'each')
    .map(({ id }) => ({ line: id, confirmed: marks.includes(id) }));
}

/** Part, time and pause: all that a person sees of a running session. Null before the first part. */
export function toOwnRun(run: Run, now: Date): OwnDisclosureSessionView['run'] {
  const running = stepOf(run);
  if (running === null) return null;
  const pauses = pausesOf(run.events.map(({ event, at }) => ({ event, at: new Date(at) })));
  const clock = clockOf(running, pauses, now);
  return {
    step: running.step,
    elapsedSeconds: Math.floor((clock?.elapsedMs ?? 0) / 1000),
    paused: run.paused,
    readingOpen: readingOf(run, now) !== null,
  };
}

/** Until when the person may read along; null for the recovering person, and while it is closed. */
export function readingOf(run: Run, now: Date): { readonly since: Date; readonly until: Date } | null {
  const since = run.readingAllowedAt === null ? null : new Date(run.readingAllowedAt);
  const pauses = pausesOf(run.events.map(({ event, at }) => ({ event, at: new Date(at) })));
  const step = stepOf(run)?.step ?? null;
  const until = readingUntil({ running: !run.paused, step, allowedAt: since, pauses }, now);
  return since === null || until === null ? null : { since, until };
}

function stepOf({ step }: Run): RunningStep | null {
  return step === null ? null : { step: sessionStepOf(step.step), startedAt: new Date(step.startedAt) };
}
