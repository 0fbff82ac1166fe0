import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseStageGatesView, OwnStageGatesView } from '@trellis/contracts';
import { arrangeCase, travel, type ArrangedCase } from '../arrange-case.js';
import { allSign, bothAgree, gateInReach, gateNow, versionOf } from '../arrange-gates.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

/** One thing goes missing, by a statement on the couple $1; what it was is put back by the other. */
type Break = readonly [criterion: string, breaks: string, mends: string];

const without = (criterion: string, kind: string, side: string): Break => [
  criterion,
  `UPDATE gate_fact SET kind = 'gone_' || kind WHERE couple_id = $1 AND kind = '${kind}' AND side = '${side}'`,
  `UPDATE gate_fact SET kind = substr(kind, 6) WHERE couple_id = $1 AND kind LIKE 'gone%'`,
];
const each = (criterion: string, kind: string): Break[] =>
  ['RP', 'BP'].map((side) => without(`${criterion}.${side}`, kind, side));
const set = (criterion: string, table: string, change: string, back: string, where = 'true'): Break => [
  criterion,
  `UPDATE ${table} SET ${change} WHERE couple_id = $1 AND ${where}`,
  `UPDATE ${table} SET ${back} WHERE couple_id = $1 AND ${where}`,
];
const untold: Break = [
  'nothing_undisclosed',
  `INSERT INTO gate_fact SELECT clinic_id, gen_random_uuid(), couple_id, side, person_id, 'material', 'something_untold',
    '{}', on_day, NULL, recorded_by, recorded_at, key_owner_id, NULL FROM gate_fact
    WHERE couple_id = $1 AND kind = 'accountability'`,
  `DELETE FROM gate_fact WHERE couple_id = $1 AND kind = 'material'`,
];
const hardOfTwo: readonly Break[] = [
  ...each('no_safety_concern', 'safety_statement'),
  ...each('no_acute_risk', 'risk_screen'),
  set('disclosure_route', 'disclosure_process', `state = 'AFTERCARE_ACUTE'`, `state = 'DECLINED'`),
  untold,
  without('accountability_active', 'accountability', 'RP'),
  without('time_out_tested', 'time_out_test', 'JOINT'),
  without('partner_supported', 'own_support', 'BP'),
];
const hardOfThree: readonly Break[] = [
  set('earlier_gate_holds', 'stage_gate', `review_on = '2025-06-15'`, `review_on = '2025-08-30'`),
  ['no_hold', `UPDATE couple SET status = 'paused' WHERE id = $1`, `UPDATE couple SET status = 'active' WHERE id = $1`],
  ...each('no_safety_concern', 'safety_statement'),
  ...['RP', 'BP'].flatMap((side) => [
    set(`fear_answers_resolved.${side}`, 'safety_index', 'alarm = true', 'alarm = false', `side = '${side}'`),
    set(`index_holds.${side}`, 'safety_index', 'item_sum = 14', 'item_sum = 18', `side = '${side}'`),
    set(`felt_heard.${side}`, 'gate_fact', `amounts = '{2}'`, `amounts = '{4}'`, `side = '${side}' AND kind = 'felt_heard'`),
  ]),
  [
    'slip_free',
    `INSERT INTO slip SELECT clinic_id, gen_random_uuid(), couple_id, person_id, 'slip', 'slip', '2025-06-01T12:00:00Z',
      '2025-06-01T12:00:00Z', person_id, '2025-06-01T12:00:00Z', 'told', '2025-06-01T12:00:00Z', NULL, 1
      FROM enrolment WHERE couple_id = $1 AND side = 'RP'`,
    'DELETE FROM slip WHERE couple_id = $1',
  ],
  untold,
  set('sequence_finished', 'disclosure_process', `state = 'IMPACT_DELIVERED'`, `state = 'COMPLETED'`),
  without('symptoms_not_worse', 'symptom_course', 'BP'),
  without('calm_with_touch', 'touch_distress', 'BP'),
  ...each('stop_rehearsed', 'stop_rehearsal'),
  ...each('no_was_honored', 'honored_no'),
  without('dialogues_completed', 'dialogue', 'JOINT'),
  without('health_information', 'health_information', 'JOINT'),
  without('pain_referred', 'pain_referral', 'JOINT'),
  ...each('talked_alone', 'talked_alone'),
  ...each('free_of_substances', 'substances'),
  ...each('touch_agreement_signed', 'touch_agreement'),
]; // prettier-ignore

describe('a gate between stages', () => {
  let app: TestApp;
  const cases = {} as Record<2 | 3, ArrangedCase>;

  beforeAll(async () => {
    app = await testApp();
    for (const to of [2, 3] as const) {
      cases[to] = await arrangeCase(app);
      await gateInReach(app, cases[to], to);
    }
    await app.db.sql(`UPDATE disclosure_process SET state = 'DECLINED' WHERE couple_id = $1`, [
      cases[2].coupleId,
    ]);
  }, 60_000);
  afterAll(async () => app.close());

  const open = async (to: 2 | 3, by = cases[to].mina): ReturnType<TestClient['call']> =>
    by.call('post', `stage-gates/${cases[to].coupleId}/gates/${to}/opening`, {
      version: await versionOf(app, cases[to]),
    });
  const missing = async (to: 2 | 3): Promise<unknown> => {
    const { status, body } = await open(to);
    return { status, missing: (body as { facts?: { missing?: unknown } }).facts?.missing };
  };
  const page = async (client: TestClient, to: 2 | 3): Promise<CaseStageGatesView> =>
    (await client.call('get', `stage-gates/${cases[to].coupleId}`)).body as CaseStageGatesView;
  const own = async (client: TestClient): Promise<{ view: OwnStageGatesView; text: string }> => {
    const { body, text } = await client.call('get', 'stage-gates');
    return { view: body as OwnStageGatesView, text };
  };
  const back = (client: TestClient, to: 1 | 2): ReturnType<TestClient['call']> =>
    client.call('post', 'stage-gates/back', { body: { to } });

  it.each([2, 3] as const)('to %s: names all that people have still to do, and opens nothing', async (to) => {
    expect(await missing(to)).toEqual({
      status: 409,
      // The partner's therapist knows what became of the answer; this one only that it is not there.
      missing: [
        ...['agreement.RP.missing', 'agreement.BP.missing'],
        ...['signature.T_RP.missing', 'signature.T_BP.missing', 'signature.T_C.missing'],
      ],
    });
    await bothAgree(cases[to], to);
    await allSign(cases[to], to);
    expect((await page(cases[to].mina, to)).gates[to - 2]?.mayOpen).toBe(true);
  });

  it.each([
    ...hardOfTwo.map((one) => [2, ...one] as const),
    ...hardOfThree.map((one) => [3, ...one] as const),
  ])('to %s: is refused without %s alone', async (to, criterion, breaks, mends) => {
    await app.db.sql(breaks, [cases[to].coupleId]);
    try {
      expect(await missing(to)).toEqual({ status: 409, missing: [criterion] });
    } finally {
      await app.db.sql(mends, [cases[to].coupleId]);
    }
  });

  it.each([
    [{ answer: 'not_yet', canSayNo: true, alone: true }, 'not_free'],
    [{ answer: 'no', canSayNo: true, alone: true }, 'not_free'],
    [{ answer: 'yes', canSayNo: false, alone: true }, 'not_free'],
    [{ answer: 'yes', canSayNo: true, alone: false }, 'not_alone'],
  ])(
    'a veto %j tells the partner nothing, and their therapist that an answer is missing',
    async (said, problem) => {
      const { mina, jo, rowan, iris } = cases[3];
      const before = await own(rowan);
      await iris.call('post', 'stage-gates/answer', { body: { to: 3, ...said } });
      expect((await own(rowan)).text).toBe(before.text);
      const shown = async (by: TestClient): Promise<unknown> => (await page(by, 3)).gates[1]?.agreements[1];
      expect(await shown(mina)).toEqual({ side: 'BP', standing: 'missing', answeredAt: null });
      expect(await shown(jo)).toEqual({ side: 'BP', standing: problem, answeredAt: gateNow.toISOString() });
      const veto = await page(mina, 3);
      await iris.call('post', 'stage-gates/withdrawal');
      expect((await own(rowan)).text).toBe(before.text);
      expect(await page(mina, 3)).toEqual(veto);
      expect(await missing(3)).toEqual({ status: 409, missing: ['agreement.BP.missing'] });
      await bothAgree(cases[3], 3);
    },
  );

  it('counts a yes for 72 hours to the instant', async () => {
    for (const [late, standing] of [
      [0, 'given'],
      [1, 'too_old'],
    ] as const) {
      travel(app, new Date(gateNow.getTime() + 72 * 3_600_000 + late));
      const { agreements, mayOpen } = (await page(cases[3].mina, 3)).gates[1]!;
      // Of the other side no more than that it is missing.
      const ofOther = late === 0 ? 'given' : 'missing';
      expect([agreements.map((one) => one.standing), mayOpen]).toEqual([[standing, ofOther], late === 0]);
    }
    travel(app, gateNow);
  });

  it('opens with everything in place, moves the couple on, and keeps what it rested on by side', async () => {
    const stale = await cases[3].mina.call('post', `stage-gates/${cases[3].coupleId}/gates/3/opening`, {
      version: 1_000,
    });
    expect(stale.status).toBe(412);
    for (const to of [2, 3] as const) {
      const { status, body } = await open(to);
      expect([status, (body as CaseStageGatesView).stage]).toEqual([200, to]);
      const reviewOn = to === 2 ? '2025-12-13' : '2025-09-14';
      expect((body as CaseStageGatesView).gates[to - 2]).toMatchObject({ standing: 'open', reviewOn });
    }
    const kept = await app.db.sql<{ side: string; n: number }>(
      `SELECT side, jsonb_array_length(findings) AS n FROM gate_finding WHERE couple_id = $1 ORDER BY side`,
      [cases[3].coupleId],
    );
    expect(kept.map(({ side, n }) => [side, n > 5])).toEqual([['BP', true], ['JOINT', true], ['RP', true]]); // prettier-ignore
  });

  it('closes at the word of one person; both read the same sentence, and only their therapist knows whose', async () => {
    const { coupleId, rowan, iris, mina, jo } = cases[3];
    expect((await back(rowan, 2)).status).toBe(200);
    const [his, hers] = [await own(rowan), await own(iris)];
    expect(his.view.notice?.en).toMatch(/^Your plan goes back a step for now\./);
    const alike = (text: string): string => text.replace(/"therapistName":"[^"]*"/, '');
    expect(alike(hers.text)).toBe(alike(his.text));
    expect((await page(mina, 3)).past[0]).toMatchObject({ to: 3, closedFrom: 'RP' });
    expect((await page(jo, 3)).past[0]).toMatchObject({ to: 3, closedFrom: null });
    // Going ahead again is a new decision: what was answered and signed before counts no more.
    expect(((await missing(3)) as { missing: string[] }).missing).toHaveLength(5);
    expect((await back(iris, 2)).status).toBe(409);
    const reason = { to: 1, side: 'BP', reason: 'She asked for time.' };
    expect((await jo.call('post', `stage-gates/${coupleId}/back`, { body: reason })).status).toBe(200);
    const [closed] = (await page(jo, 3)).past.filter(({ to }) => to === 2);
    const read = (by: TestClient): ReturnType<TestClient['call']> =>
      by.call('get', `stage-gates/${coupleId}/reasons/${closed?.id ?? ''}`);
    expect((await read(jo)).body).toEqual({ words: 'She asked for time.' });
    expect((await read(mina)).status).toBe(404);
    expect((await own(iris)).view).toMatchObject({ stage: 1, next: { to: 2, answer: null } });
  });
});
