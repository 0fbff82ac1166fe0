import type { Disposition } from '../alerts/episode-progress.js';
import { isInTime } from '../disclosure/around/aftercare-due.js';
import type { FollowUpRecord } from '../disclosure/around/aftercare-tasks.js';
import { stateForAdmin, type DisclosureState } from '../disclosure/states.js';
import type { LocalDate } from '../shared/local-date.js';
import type { Stage } from '../stages/stage.js';
import { isInMonth, isInMonthAt, type ReportMonth } from './report-month.js';

export type StateOnReport = ReturnType<typeof stateForAdmin>;

/**
 * One couple as a report may know them: no name, no word, no reason and no count of slips (REPORT-02). Stage and state
 * are those at the end of the month; for `stage` null says that nobody is placed yet.
 */
export type CoupleOnReport = Readonly<{
  active: boolean;
  zone: string;
  stage: Stage | null;
  disclosure: DisclosureState;
  /** Off-track episodes only; safety episodes are in no report. */
  episodes: readonly Readonly<{
    openedOn: LocalDate;
    closedOn: LocalDate | null;
    disposition: Disposition | null;
  }>[];
  followUps: readonly FollowUpRecord[];
}>;

export type MonthlyProcess = Readonly<{
  month: string;
  activeByStage: Readonly<Record<Stage, number>>;
  states: Readonly<Partial<Record<StateOnReport, number>>>;
  episodesOpened: number;
  episodesClosed: Readonly<Record<Disposition, number>>;
  /** Follow-ups that fell due in the month, and those of them that were made in time. */
  followUps: Readonly<{ onTime: number; due: number }>;
}>;

/**
 * Process measures of one month over couples, before small cells are hidden (REPORT-01, REPORT-02). Stage and state
 * are counted over active couples; episodes by the local days on which they were opened and closed.
 */
export function monthlyProcess(
  couples: readonly CoupleOnReport[],
  month: ReportMonth,
  terms: Readonly<{ followUpGraceHours: number }>,
): MonthlyProcess {
  const active = couples.filter((couple) => couple.active);
  const episodes = couples.flatMap((couple) => couple.episodes);
  const closedAs = (as: Disposition): number =>
    episodes.filter(({ closedOn, disposition }) => isInMonth(month, closedOn) && disposition === as).length;
  return {
    month: month.month,
    activeByStage: { 1: inStage(active, 1), 2: inStage(active, 2), 3: inStage(active, 3) },
    states: statesOf(active),
    episodesOpened: episodes.filter(({ openedOn }) => isInMonth(month, openedOn)).length,
    episodesClosed: {
      resolved: closedAs('resolved'),
      expected: closedAs('expected'),
      false_alarm: closedAs('false_alarm'),
    },
    followUps: followUpsOf(couples, month, terms.followUpGraceHours),
  };
}

function inStage(couples: readonly CoupleOnReport[], stage: Stage): number {
  return couples.filter((couple) => couple.stage === stage).length;
}

function statesOf(couples: readonly CoupleOnReport[]): MonthlyProcess['states'] {
  const shown = couples.map(({ disclosure }) => stateForAdmin(disclosure));
  const entries = [...new Set(shown)]
    .sort()
    .map((state) => [state, shown.filter((other) => other === state).length] as const);
  return Object.fromEntries(entries);
}

function followUpsOf(
  couples: readonly CoupleOnReport[],
  month: ReportMonth,
  graceHours: number,
): MonthlyProcess['followUps'] {
  const due = couples.flatMap(({ followUps, zone }) =>
    followUps.filter((record) => isDueIn(month, record, zone)).map((record) => ({ ...record, zone })),
  );
  const onTime = due.filter(
    ({ due: by, doneAt, zone }) => doneAt !== null && isInTime(by, doneAt, zone, graceHours),
  );
  return { onTime: onTime.length, due: due.length };
}

function isDueIn(month: ReportMonth, { due }: FollowUpRecord, zone: string): boolean {
  return due.kind === 'instant' ? isInMonthAt(month, due.at, zone) : isInMonth(month, due.on);
}
