import { type CouplePredictorsView, type EpisodeView, type PredictorSumView } from '@trellis/contracts';
import { predictorCodes, type LocalDate, type PredictorCode } from '@trellis/domain';
import { ellery, elleryGiven } from '@trellis/fixtures';
import { passGate } from '../../src/demo/retold/gates.js';
import { readyAndDated, secondTime, slip } from '../../src/demo/retold/dating.js';
import { openAndScreen, reviewWithGaps, threeDrafts } from '../../src/demo/retold/preparing.js';
import { acuteTime, impactWritten, lettersRead, theDay } from '../../src/demo/retold/session-and-after.js';
import { travel, type ArrangedCase } from '../arrange-case.js';
import type { TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';
import {
  attendance,
  bookings,
  handIns,
  ratings,
  ticks,
  wall,
  type ExampleAct,
  type Finder,
} from './example-acts.js';
import { Retold } from './retold.js';

const wholeTime = 168;
const confirmed = ['acute_risk', 'no_support_that_evening', 'legal_question_open'];

/** The worked example as one clinic's couple: its disclosure, sessions and exercises are there, and nothing is done yet. */
export async function arrangeExample(app: TestApp): Promise<ArrangedCase> {
  const told = await Retold.begin(app);
  const { ours } = told;
  told.note = () => Promise.resolve();
  travel(app, wall(ellery.anchor, '06:30'));
  for (const book of bookings(ours)) demand('a session', 201, await book());
  for (const part of [openAndScreen, threeDrafts, reviewWithGaps, readyAndDated, slip, secondTime, theDay])
    await part(told);
  for (const part of [acuteTime, impactWritten]) await part(told);
  await passGate(told, 2, '2025-04-11');
  await lettersRead(told);
  for (const { at, what, send } of givings(ours)) {
    travel(app, at);
    demand(what, 201, await send());
  }
  return ours;
}

/** Every exercise is given on the morning of its first day, by the therapist of its side. */
function givings(ours: ArrangedCase): ExampleAct[] {
  const daily = [
    { code: 'R01', side: 'RP', startsOn: ellery.anchor, days: wholeTime },
    { code: 'B01', side: 'BP', startsOn: ellery.anchor, days: wholeTime },
  ] as const;
  return [...daily, ...elleryGiven].map(({ code, side, ...rhythm }) => ({
    at: wall(rhythm.startsOn, '07:30'),
    what: `${code} from ${rhythm.startsOn}`,
    send: () => {
      const { coupleId } = ours;
      if (side === 'JOINT')
        return ours.dana.call('post', 'joint-work', {
          body: { coupleId, templateCode: code, ...rhythm },
        });
      const [by, personId] = side === 'RP' ? [ours.mina, ours.rowanId] : [ours.jo, ours.irisId];
      const item = { personId, templateCode: code, confirmed, ...rhythm };
      return by.call('post', 'homework-plans', { body: { coupleId, items: [item] } });
    },
  }));
}

/** Everything that the worked example's people sent, in the order of its moments. */
export function exampleActs(app: TestApp, ours: ArrangedCase): readonly ExampleAct[] {
  const find: Finder = {
    place: async (code, personId, on, n) =>
      only(
        `${code} on ${on}`,
        await app.db.sql(
          `SELECT id, version FROM homework_task WHERE person_id = $1 AND template_code = $2 AND due_on = $3
            AND withdrawn_at IS NULL ORDER BY occurrence OFFSET $4 LIMIT 1`,
          [personId, code, on, n],
        ),
      ),
    hour: async (side, on, time) =>
      only(
        `${side} on ${on}`,
        await app.db.sql(
          `SELECT id, version FROM appointment WHERE couple_id = $1 AND side = $2 AND starts_at = $3 AND kind <> 'disclosure'`,
          [ours.coupleId, side, wall(on, time)],
        ),
      ),
  };
  return [...handIns(ours, find), ...ticks(ours), ...ratings(ours), ...attendance(ours, find)].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
}

function only<Row>(what: string, [row]: Row[]): Row {
  if (row === undefined) throw new Error(`there is no ${what}`);
  return row;
}

/** Puts the clock to the act's own moment and does it. @throws Error where the server refuses it. */
export async function take(app: TestApp, { at, what, send }: ExampleAct): Promise<void> {
  travel(app, at);
  const answer = await send();
  if (answer.status >= 300) throw new Error(`${what}: ${String(answer.status)} ${answer.text}`);
}

function demand(
  what: string,
  status: number,
  answer: { readonly status: number; readonly text: string },
): void {
  if (answer.status !== status) throw new Error(`${what}: ${String(answer.status)} ${answer.text}`);
}

/** The same list in another order, always the same one for a seed. */
export function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  const left = [...list];
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return list.flatMap(() => left.splice(next(left.length), 1));
}

/** What the server answers about the example: charts, the sum behind each reading, and what went off track. */
export async function answers(by: TestClient, coupleId: string, readOn: readonly LocalDate[]) {
  const charts = (await by.call('get', `predictors/${coupleId}`)).body as CouplePredictorsView;
  const sums: Partial<Record<PredictorCode, PredictorSumView[]>> = {};
  for (const predictor of predictorCodes) {
    const of: PredictorSumView[] = [];
    for (const day of readOn)
      of.push(
        (await by.call('get', `predictors/${coupleId}/sum?predictor=${predictor}&readOn=${day}`))
          .body as PredictorSumView,
      );
    sums[predictor] = of;
  }
  const { episodes } = (await by.call('get', `off-track/${coupleId}`)).body as { episodes: EpisodeView[] };
  return {
    charts: charts.predictors,
    sums: sums as Readonly<Record<PredictorCode, readonly PredictorSumView[]>>,
    episodes: episodes.map(({ openedOn, acknowledgeBy, kind, alerts }) => ({
      ...{ openedOn, acknowledgeBy, kind },
      rules: alerts.map(({ rule, predictor }) => (predictor === null ? rule : `${rule}:${predictor}`)).sort(),
    })),
  };
}
