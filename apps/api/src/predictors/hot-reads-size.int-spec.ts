import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { arrangeCase, travel, type ArrangedCase } from '../../test/arrange-case.js';
import { answered, floorServer, listening } from '../../test/beside-the-floor.js';
import { explainStatements, type Explain } from '../../test/explained-statements.js';
import { manyCouples } from '../../test/many-couples.js';
import { testApp, type TestApp } from '../../test/test-app.js';

/** A longer measurement asks for 10,000. */
const couples = Number(process.env['TRELLIS_MEASURED_COUPLES'] ?? 500);
const fortnights = 13;
const measured = process.env['TRELLIS_MEASURED_COUPLES'] !== undefined;
/** Rounds of one and the other in turn, and how long each is. */
const rounds = measured ? 7 : 3;
const roundMs = measured ? 2_000 : 300;
/** Below this something is wrong that no busy machine explains. */
const leastRatio = 0.02;
/** Noon of the Monday after half a year. */
const afterwards = new Date('2025-07-07T17:00:00Z');

describe('the pages that everybody opens, in a large clinic', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let explain: Explain;
  let floor: Awaited<ReturnType<typeof floorServer>>;
  let door: string;

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    await halfAYear();
    await manyCouples(app.db, ours.clinicId, couples, ['predictor_rating', 'homework_task']);
    await ownHistory();
    await app.db.sql("UPDATE couple SET name = 'Couple ' || left(md5(id::text), 8)");
    await app.db.sql('VACUUM ANALYZE');
    travel(app, afterwards);
    explain = explainStatements();
    floor = await floorServer(app, { clinicId: ours.clinicId, staffId: ours.minaId });
    door = await listening(app.doors.clinic);
  }, 900_000);
  afterAll(async () => {
    jest.restoreAllMocks();
    await floor.close();
    await app.close();
  });

  /** Of every couple: thirteen fortnights of ratings by three and what they came to, and an exercise each week. */
  async function halfAYear(): Promise<void> {
    const { clinicId, coupleId, rowanId, irisId, minaId } = ours;
    await app.db.sql(
      `INSERT INTO predictor_rating (clinic_id, id, couple_id, window_ends_on, source, rater_id, predictor, item_sum, answered,
          item_set_version, given_at)
        SELECT $1, gen_random_uuid(), $2, '2025-01-05'::date + 14 * n, s.source, s.rater, p.code, 6 + (n * 7 + length(p.code)) % 12,
            5, '1', '2025-01-05'::timestamptz + make_interval(days => 14 * n)
          FROM generate_series(1, $3::integer) n
          CROSS JOIN (VALUES ('R', $4::uuid), ('B', $5::uuid), ('T', $6::uuid)) AS s (source, rater)
          CROSS JOIN unnest('{CT,PI,ED,CG,TS}'::text[]) AS p (code)`,
      [clinicId, coupleId, fortnights, rowanId, irisId, minaId],
    );
    await app.db.sql(
      `INSERT INTO predictor_reading (clinic_id, id, couple_id, window_from, window_ends_on, predictor, composite, kind, sources,
          scores, counts, n_expected, n_done, weights_version, item_set_version, computed_at)
        SELECT $1, gen_random_uuid(), $2, '2025-01-05'::date + 14 * n - 13, '2025-01-05'::date + 14 * n, p.code,
            (30 + 3 * n) || '/1', 'full', '{R,B,T}', '{"R": "50/1", "B": "40/1", "T": "45/1", "D": null}', '{}', 3, '3/1', '1', '1',
            '2025-01-05'::timestamptz + make_interval(days => 14 * n)
          FROM generate_series(1, $3::integer) n CROSS JOIN unnest('{CT,PI,ED,CG,TS}'::text[]) AS p (code)`,
      [clinicId, coupleId, fortnights],
    );
    await tasks('R05', 26, 7);
  }

  /** Of the couple that is asked: a check-in each day. */
  async function ownHistory(): Promise<void> {
    await tasks('R01', 182, 1);
  }

  async function tasks(code: string, count: number, every: number): Promise<void> {
    const { clinicId, coupleId, rowanId, minaId } = ours;
    await app.db.sql(
      `INSERT INTO homework_task (clinic_id, id, couple_id, person_id, compartment, template_code, template_version, privacy,
          state, opens_on, due_on, due_at, occurrence, assigned_by, assigned_at, submitted_at, risk_raised, version)
        SELECT $1, gen_random_uuid(), $2, $3, 'RP', $4, 1, 'P1', 'submitted', d.day, d.day, d.day + interval '21 hours', 1, $5,
            d.day::timestamptz, d.day + interval '20 hours', false, 2
          FROM (SELECT '2025-01-05'::date + n * $7::integer AS day FROM generate_series(1, $6::integer) n) d`,
      [clinicId, coupleId, rowanId, code, minaId, count, every],
    );
  }

  /** Path, statements of the request, and the blocks that one of them may touch, however large the clinic is. */
  const pages: [string, () => string, number, number][] = [
    ['W1: the caseload', () => 'caseload?limit=50', 1, 6000],
    ['W2: one couple', () => `couples/${ours.coupleId}`, 2, 500],
    ['W4: the trend', () => `predictors/${ours.coupleId}`, 2, 2500],
    ['the caseload for supervision', () => 'supervision?limit=50', 1, 6000],
  ];

  it.each(pages)('%s', async (name, path, most, fewBlocks) => {
    const first = await ours.mina.call('get', path());
    expect([name, first.status, first.status === 200 ? '' : first.text]).toEqual([name, 200, '']);
    const times: number[] = [];
    for (let n = 0; n < 9; n += 1) {
      const begun = performance.now();
      await ours.mina.call('get', path());
      times.push(performance.now() - begun);
    }
    const seen = (await explain(() => ours.mina.call('get', path()))).filter(
      ({ text }) => !/FROM session\b/.test(text),
    );
    const middle = times.sort((a, b) => a - b)[4] ?? 0;
    const slowest = seen.reduce((a, b) => (b.ms > a.ms ? b : a));
    process.stdout.write(
      `${name} | ${String(seen.length)} | ${slowest.ms.toFixed(1)} | ${middle.toFixed(0)} | ${String(slowest.blocks)} | ${slowest.indexes.join(', ')}\n`,
    );
    expect([name, seen.length]).toEqual([name, most]);
    for (const { text, blocks, wholeTables } of seen)
      expect([text, wholeTables, blocks < fewBlocks]).toEqual([text, [], true]);
  });

  it.each(pages)(
    '%s beside a server that does nothing else',
    async (name, path) => {
      const explained = await explain(() => ours.mina.call('get', path()));
      const own = explained.filter(({ text }) => !/FROM session\b/.test(text)).at(-1)!;
      const url = floor.url(own);
      const ratios: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const least = await answered(url, null, roundMs);
        const whole = await answered(`${door}/api/clinic/${path()}`, ours.mina, roundMs);
        ratios.push(whole / least);
      }
      ratios.sort((a, b) => a - b);
      const middle = ratios[Math.floor(rounds / 2)] ?? 0;
      process.stdout.write(`${name} | ${(100 * middle).toFixed(0)} % of the floor\n`);
      expect([name, middle > leastRatio]).toEqual([name, true]);
    },
    120_000,
  );

  it('gives a trend of 26 weeks, and a page of supervision in the order of names', async () => {
    const { body } = await ours.mina.call('get', `predictors/${ours.coupleId}`);
    const { readings } = (body.predictors as { readings: { self: number | null }[] }[])[0]!;
    expect([readings.length, readings.every(({ self }) => self !== null)]).toEqual([fortnights, true]);
    const names: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = (await ours.mina.call('get', `supervision?limit=15${from}`)).body as {
        couples: { coupleName: string }[];
        nextCursor: string | null;
      };
      expect(page.couples.length).toBeLessThanOrEqual(15);
      names.push(...page.couples.map(({ coupleName }) => coupleName));
      cursor = page.nextCursor;
    }
    expect([names.length, [...names].sort()]).toEqual([40, names]);
  });
});
