import type { DisclosureSessionView, SessionRunView } from '@trellis/contracts';
import {
  endEarlyOffer,
  logisticsChecklist,
  openDayParts,
  readingUntil,
  sessionSigns,
  telehealthGaps,
  telehealthItems,
  type AroundSettingValues,
  type Compartment,
  type DayCheck,
  type LogisticsConfirmer,
  type TelehealthFacts,
} from '@trellis/domain';
import type { DayCheckRow, HardDateRow, MarkRow } from './preparation.repository.js';
import { clockOf, pausesOf, sessionStepOf, type RunningStep, type SessionEvent } from './session-clock.js';
import type { DistressRow, ParticipantRow, RunRow, SessionFactsRow, StepRow } from './session.repository.js';

/** What is read of a run, with the moment it is read at. */
export interface RunRead {
  readonly run: RunRow;
  readonly steps: readonly StepRow[];
  readonly distress: readonly DistressRow[];
  readonly events: readonly SessionEvent[];
  readonly state: string;
  readonly now: Date;
}

type Around = Pick<AroundSettingValues, 'longPauseMinutes'>;

/** A part that has begun and not ended. */
export function runningOf(steps: readonly StepRow[]): RunningStep | null {
  const row = steps.findLast(({ ended_at }) => ended_at === null);
  return row === undefined ? null : { step: sessionStepOf(row.step), startedAt: row.started_at };
}

export function toRun(read: RunRead, settings: Around): SessionRunView {
  const { run, now } = read;
  const pauses = pausesOf(read.events);
  const running = runningOf(read.steps);
  const clock = clockOf(running, pauses, now);
  const live = read.state === 'IN_SESSION';
  const until = readingUntil(
    { running: live, step: running?.step ?? null, allowedAt: run.reading_allowed_at, pauses },
    now,
  );
  const noticed = sessionSigns.filter((sign) => run.noticed.includes(sign));
  const inSession = live || read.state === 'SESSION_PAUSED';
  return {
    version: run.version,
    telehealth: run.telehealth,
    telehealthMarks: run.telehealth_marks,
    telehealthGaps: run.telehealth === true ? gapsOf(run.telehealth_marks) : [],
    emergencyCheckedAt: textOf(run.emergency_checked_at),
    departureConfirmedAt: textOf(run.departure_confirmed_at),
    signs: noticed,
    steps: read.steps.map((row) => ({
      ...{ step: row.step, startedAt: row.started_at.toISOString(), endedAt: textOf(row.ended_at) },
      ticked: row.ticked,
    })),
    elapsedSeconds: clock === null ? null : Math.floor(clock.elapsedMs / 1000),
    overMinutes: clock?.overMinutes ?? null,
    pauses: pauses.map(({ from, until: back }) => ({ from: from.toISOString(), until: textOf(back) })),
    distress: read.distress.map((row) => ({
      ...{ side: row.side, moment: row.moment, value: row.value, at: row.entered_at.toISOString() },
    })),
    endEarlyBecause: inSession ? [...endEarlyOffer(pauses, noticed, now, settings).because] : [],
    readingUntil: textOf(until),
    endedAt: textOf(run.ended_at),
  };
}

function gapsOf(marks: readonly string[]): string[] {
  const facts: TelehealthFacts = { RP: itemsOf('RP', marks), BP: itemsOf('BP', marks) };
  return telehealthGaps(facts).map(({ track, item }) => `${track}:${item}`);
}

function itemsOf(side: 'RP' | 'BP', marks: readonly string[]): NonNullable<TelehealthFacts['RP']> {
  return Object.fromEntries(telehealthItems.map((item) => [item, marks.includes(`${side}:${item}`)]));
}

export function textOf(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}

export function toParticipant(row: ParticipantRow) {
  const { id, name, side, attendance } = row;
  return { id, name, side, attendance, arriveAt: row.arrive_at.toISOString() };
}

export function toDate(row: HardDateRow): DisclosureSessionView['dates'][number] {
  return { id: row.id, kind: row.kind, from: row.from_day, to: row.to_day, of: row.side ?? 'team' };
}

/** Each line, by each who confirms it; `mine` names the capacities of the asker. */
export function toLogistics(
  marks: readonly MarkRow[],
  mine: readonly string[],
): DisclosureSessionView['logistics'] {
  return logisticsChecklist.flatMap(({ id, confirmedBy }) =>
    confirmers(confirmedBy).map((by) => ({
      ...{ line: id, by, mine: mine.includes(by) },
      confirmed: marks.some((mark) => mark.line === id && mark.confirmed_by === by),
    })),
  );
}

function confirmers(by: LogisticsConfirmer): readonly string[] {
  return by === 'each' ? ['BP', 'RP'] : [by];
}

/** Of the other side only whether the check counts; of the own side the answers too. */
export function toDayChecks(
  facts: SessionFactsRow | null,
  rows: readonly DayCheckRow[],
  mySides: readonly Compartment[],
  when: { readonly startsAt: Date | null; readonly now: Date; readonly zone: string },
): DisclosureSessionView['dayChecks'] {
  return (['BP', 'RP'] as const).map((side) => {
    const found = facts?.dayChecks[side] ?? null;
    const check: DayCheck | null = found === null ? null : { ...found, at: new Date(found.at) };
    const [asked, own] = (['T', 'P'] as const).map((source) =>
      rows.find((row) => row.side === side && row.source === source),
    );
    return {
      side,
      done: openDayParts(check, when.startsAt, when.now, when.zone).length === 0,
      mine: mySides.includes(side),
      ...{ asked: asked?.answers ?? null, askedAt: textOf(asked?.asked_at ?? null) },
      ...{ own: own?.answers ?? null, ownAt: textOf(own?.asked_at ?? null), version: asked?.version ?? 0 },
    };
  });
}
