import { randomUUID } from 'node:crypto';
import { addDays, asLocalDate } from '@trellis/domain';
import type { GateFactKindName } from '@trellis/vocabulary';
import { processIn } from './arrange-aftercare.js';
import { travel, type ArrangedCase } from './arrange-case.js';
import type { TestApp } from './test-app.js';

/** Monday of week 24, noon in Chicago, on which both gates can be judged. */
export const gateDay = asLocalDate('2025-06-16');
export const gateNow = new Date('2025-06-16T17:00:00Z');

type Fact = readonly [GateFactKindName, 'RP' | 'BP' | 'JOINT', string, object?];

const both = (kind: GateFactKindName, outcome: string, more: object = {}): Fact[] =>
  (['RP', 'BP'] as const).map((side) => [kind, side, outcome, more]);

/** What therapists have put on record when everything is in place for both gates. */
export const wholeRecord: readonly Fact[] = [
  ...both('safety_statement', 'none_known', { note: 'Talked alone today.' }),
  ...both('risk_screen', 'none_acute'),
  ['route_note', 'JOINT', 'go_on_without', { note: 'Nothing speaks against it.' }],
  ['accountability', 'RP', 'in_use', { on: addDays(gateDay, -28) }],
  ['time_out_test', 'JOINT', 'tried'],
  ['own_support', 'BP', 'in_place'],
  ['grounding_drops', 'BP', 'measured', { amounts: [2, 2, 2, 2, 2, 2] }],
  ...both('sleep_nights', 'counted', { amounts: [5] }),
  ...both('purpose', 'named'),
  ['symptom_course', 'BP', 'not_worse', { comparedWith: addDays(gateDay, -60) }],
  ['touch_distress', 'BP', 'none'],
  ...both('stop_rehearsal', 'rehearsed'),
  ...both('honored_no', 'honored'),
  ...both('honored_no', 'honored'),
  ...Array.from({ length: 3 }, (): Fact => ['dialogue', 'JOINT', 'completed']),
  ...both('felt_heard', 'rated', { amounts: [3] }),
  ...both('felt_heard', 'rated', { amounts: [4] }),
  ['health_information', 'JOINT', 'acted_upon'],
  ['pain_referral', 'JOINT', 'none_known'],
  ...both('talked_alone', 'free'),
  ...both('substances', 'free_of'),
  ...both('touch_agreement', 'signed'),
];

/** Everything is on record on `gateDay`; nobody has answered or signed. The couple stands in the stage before `to`. */
export async function gateInReach(app: TestApp, ours: ArrangedCase, to: 2 | 3): Promise<void> {
  const { sql } = app.db;
  travel(app, gateNow);
  const { clinicId, coupleId, minaId } = ours;
  await processIn(app, ours, 'COMPLETED');
  await sql('UPDATE couple SET stage = $2, stage_since = $3 WHERE id = $1', [
    ...[coupleId, to - 1, '2025-03-03'],
  ]);
  await ours.mina.call('post', `slips/${coupleId}/asked`);
  await putOnRecord(ours, wholeRecord);
  for (const [side, personId] of [
    ['RP', ours.rowanId],
    ['BP', ours.irisId],
  ])
    for (const weeks of [0, 1, 2, 3])
      await sql(`INSERT INTO safety_index VALUES ($1, $2, $3, $4, $5, $6, 18, 6, false, '\\x00', now())`, [
        ...[clinicId, randomUUID(), coupleId, personId, side, addDays(gateDay, -7 * weeks)],
      ]);
  if (to === 3)
    await sql(
      `INSERT INTO stage_gate VALUES ($1, $2, $3, 2, '2025-03-03T18:00:00Z', $4, 180, '2025-08-30')`,
      [...[clinicId, randomUUID(), coupleId, minaId]],
    );
}

/** Each fact by the therapist of its side, on `gateDay` where it names no day. */
export async function putOnRecord(ours: ArrangedCase, facts: readonly Fact[]): Promise<void> {
  const by = { RP: ours.mina, BP: ours.jo, JOINT: ours.dana } as const;
  for (const [kind, side, outcome, more] of facts) {
    const body = { kind, side, outcome, on: gateDay, ...more };
    const { status, text } = await by[side].call('post', `stage-gates/${ours.coupleId}/facts`, { body });
    if (status !== 200) throw new Error(`${kind} of ${side} was not recorded: ${text}`);
  }
}

/** Both people say yes, each alone. */
export async function bothAgree(ours: ArrangedCase, to: 2 | 3): Promise<void> {
  const body = { to, answer: 'yes', canSayNo: true, alone: true };
  for (const person of [ours.rowan, ours.iris]) await person.call('post', 'stage-gates/answer', { body });
}

/** Each therapist signs in their own sign-in. */
export async function allSign(ours: ArrangedCase, to: 2 | 3): Promise<void> {
  const page = `stage-gates/${ours.coupleId}/gates/${to}/signature`;
  await ours.mina.call('post', page, { body: { side: 'RP' } });
  await ours.jo.call('post', page, { body: { side: 'BP' } });
  await ours.dana.call('post', page, { body: { side: 'JOINT' } });
}

export async function versionOf({ db }: TestApp, { coupleId }: ArrangedCase): Promise<number> {
  const [row] = await db.sql<{ version: number }>('SELECT version FROM couple WHERE id = $1', [coupleId]);
  return row?.version ?? 0;
}
