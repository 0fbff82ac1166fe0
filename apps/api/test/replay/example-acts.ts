import {
  addDays,
  instantOf,
  predictorCodes,
  predictors,
  templateOf,
  type LocalDate,
  type Rater,
} from '@trellis/domain';
import {
  dayOf,
  ellery,
  elleryActiveOn,
  elleryAnswers,
  elleryContacts,
  elleryOccurrences,
  elleryPlannedOn,
  elleryRatings,
  ellerySessions,
  elleryTold,
  elleryUpdatesOn,
  onlyOneAnswered,
  ratingsOfSum,
  readingNumbers,
  therapistRatingWeeks,
  wholeAnswers,
} from '@trellis/fixtures';
import type { ArrangedCase } from '../arrange-case.js';
import type { TestClient } from '../test-client.js';

/** One thing that somebody of the worked example sends, at its own moment. Answers what the server said. */
export interface ExampleAct {
  readonly at: Date;
  readonly what: string;
  readonly send: () => ReturnType<TestClient['call']>;
}

/** A place of an exercise or an hour, as the server keeps it. */
export interface Kept {
  readonly id: string;
  readonly version: number;
}

/** Finds rows that were made over HTTP: the n-th place of an exercise by its due day, and a booked hour. */
export interface Finder {
  place(code: string, personId: string, on: LocalDate, n: number): Promise<Kept>;
  hour(side: string, on: LocalDate, time: string): Promise<Kept>;
}

export const wall = (day: LocalDate, time: string): Date => instantOf(day, time, ellery.zone);

/** The evening's exercises of both people, each with its answers; the check-ins of Rowan's days among them. */
export function handIns(ours: ArrangedCase, find: Finder): ExampleAct[] {
  const sofar = new Map<string, number>();
  const nth = (key: string): number => {
    const n = sofar.get(key) ?? 0;
    sofar.set(key, n + 1);
    return n;
  };
  const checkIns = elleryOccurrences
    .filter(({ code, outcome }) => code === 'R01' && (outcome === 'on_time' || outcome === 'late'))
    .map(({ on, outcome }) => ({
      ...({ code: 'R01', side: 'RP', on, act: 'hand_in' } as const),
      ...(outcome === 'late' ? { day: addDays(on, 1), time: '19:30' } : { day: on, time: '20:10' }),
    }));
  const safeDays = elleryContacts
    .filter(({ who }) => who === 'BP')
    .map(({ on }) => ({
      ...({ code: 'B01', side: 'BP', act: 'hand_in' } as const),
      on,
      day: on,
      time: '20:20',
    }));
  return [...elleryTold, ...checkIns, ...safeDays].map((one): ExampleAct => {
    const [by, personId] = one.side === 'RP' ? [ours.rowan, ours.rowanId] : [ours.iris, ours.irisId];
    const n = nth(`${one.code} ${one.side}`);
    const place = nth(`${one.code} ${one.side} ${one.on}`);
    return {
      at: wall(one.day, one.time),
      what: `${one.act} ${one.code} ${one.side} ${one.on}`,
      send: async () => {
        const { id, version } = await find.place(one.code, personId, one.on, place);
        if (one.act === 'put_away')
          return by.call('post', `homework/${id}/set-aside`, { body: { tooHard: false } });
        const heard = 'heard' in one && one.heard !== undefined ? { felt_heard: one.heard } : {};
        const answers = { ...answersTo(one.code, one.side, n, one.on), ...heard };
        return by.call('post', `homework/${id}/submission`, { body: { answers }, version });
      },
    };
  });
}

function answersTo(code: string, side: 'RP' | 'BP', n: number, on: LocalDate): Record<string, unknown> {
  if (code === 'R01') return whole('R01');
  if (code === 'B01')
    return { ...whole('B01'), safe_person_reached: true, safe_with_partner: 'yes', safe_now: 'yes' };
  const said = { ...elleryAnswers(code, side, n, on) };
  return code === 'R14' ? { ...said, ...support(on) } : said;
}

function whole(code: string): Record<string, unknown> {
  const template = templateOf(code);
  if (template === null) throw new Error(`no exercise ${code}`);
  return { ...wholeAnswers(template) };
}

/** Who was met in the week that ends on `on`, and the days of it that were planned. */
function support(on: LocalDate): Record<string, unknown> {
  const inWeek = (day: LocalDate): boolean => day > addDays(on, -7) && day <= on;
  const met = elleryContacts.some((one) => one.who === 'RP' && inWeek(one.on));
  return {
    ...{ meetings: 0, group: 0, therapy: 0, sponsor: met ? 2 : 0, contact_when_hard: false },
    plan: elleryPlannedOn.filter(inWeek).map((when) => ({ what: 'A run', when })),
  };
}

/** Agreed updates and recovery activities that Rowan ticks, each on its evening. */
export function ticks({ rowan }: ArrangedCase): ExampleAct[] {
  const of = (kind: 'update' | 'activity', days: readonly LocalDate[]) =>
    days.map((on): ExampleAct => ({
      at: wall(on, '21:30'),
      what: `${kind} ${on}`,
      send: () => rowan.call('post', 'ticks', { body: { kind, on, kept: true } }),
    }));
  return [...of('update', elleryUpdatesOn), ...of('activity', elleryActiveOn)];
}

/** Every rating by its own rater: both people on the Sunday, the lead therapist every four weeks. */
export function ratings({ rowan, iris, mina, coupleId }: ArrangedCase): ExampleAct[] {
  return readingNumbers.flatMap((index) => {
    const sunday = dayOf(index, 13);
    const give = (by: TestClient, path: string, rater: Rater, day: LocalDate): ExampleAct => ({
      at: wall(day, '18:00'),
      what: `${rater} ${sunday}`,
      send: () => by.call('post', path, { body: { windowEndsOn: sunday, answers: sheet(rater, index) } }),
    });
    // The first rating of the therapist is of week 1.
    const week = therapistRatingWeeks.find((one) => Math.ceil(one / 2) === index + 1);
    return [
      give(rowan, 'predictors/current', 'R', addDays(sunday, -1)),
      give(iris, 'predictors/current', 'B', sunday),
      ...(week === undefined
        ? []
        : [give(mina, `predictors/${coupleId}/ratings`, 'T', addDays(ellery.anchor, 7 * week - 3))]),
    ];
  });
}

function sheet(rater: Rater, index: number): Record<string, unknown> {
  return Object.fromEntries(
    predictorCodes.flatMap((code) => {
      const sum = elleryRatings[code][rater][index];
      const items = predictors[code].items[rater];
      return Object.entries(typeof sum === 'number' ? ratingsOfSum(items, sum) : onlyOneAnswered(items, 2));
    }),
  );
}

const hours = { RP: '09:00', BP: '11:00', JOINT: '15:00' } as const;
/** The hour of a session that the clinic cancelled stands beside the others of its day. */
const timeOf = (side: keyof typeof hours, kind: string): string =>
  kind === 'clinic_cancel' ? '16:30' : hours[side];
const marks = {
  ...{ attended: 'attended', client_moved: 'client_moved', late_cancel: 'late_cancel', no_show: 'no_show' },
  ...{ clinic_cancel: 'clinic_cancelled', partner_pause: 'partner_pause' },
} as const;

/** Books every session of the 24 weeks. */
export function bookings(ours: ArrangedCase): (() => ReturnType<TestClient['call']>)[] {
  const staff = {
    RP: [ours.mina, ours.minaId],
    BP: [ours.jo, ours.joId],
    JOINT: [ours.dana, ours.danaId],
  } as const;
  return ellerySessions.map(({ with: side, on, end }) => () => {
    const [by, id] = staff[side];
    const body = {
      ...{ kind: side === 'JOINT' ? 'couple' : 'individual', side, on, time: timeOf(side, end.kind) },
      ...{ minutes: 50, place: { at: 'open' }, staffIds: [id] },
    };
    return by.call('post', `appointments/${ours.coupleId}`, { body });
  });
}

/** What became of each session, marked in its evening by whoever held it. */
export function attendance(ours: ArrangedCase, find: Finder): ExampleAct[] {
  return ellerySessions.flatMap(({ with: side, on, end }) => {
    const by = { RP: ours.mina, BP: ours.jo, JOINT: ours.dana }[side];
    const both = side === 'JOINT' && (end.kind === 'attended' || end.kind === 'late_cancel');
    const places = both ? (['RP', 'BP'] as const) : [side === 'RP' ? ('RP' as const) : ('BP' as const)];
    return places.map((place): ExampleAct => ({
      at: wall(on, '18:30'),
      what: `${end.kind} ${side} ${on}`,
      send: async () => {
        const { id, version } = await find.hour(side, on, timeOf(side, end.kind));
        const movedTo = end.kind === 'client_moved' ? { movedTo: end.movedTo } : {};
        // Of a session of both that one of them called off late, it was the partner; Rowan was there.
        const mark = end.kind === 'late_cancel' && place === 'RP' ? 'attended' : marks[end.kind];
        const body = { side: place, attendance: mark, ...movedTo };
        return by.call('post', `appointments/${ours.coupleId}/${id}/attendance`, { body, version });
      },
    }));
  });
}
