import { addDays } from '@trellis/domain';
import { lookAtBoth, record, therapistOf } from './preparing.js';
import { coupleVersionOf } from './steps.js';
import type { Teller } from './teller.js';

type Side = 'RP' | 'BP' | 'JOINT';
type Fact = readonly [kind: string, side: Side, outcome: string, more?: object];

const both = (kind: string, outcome: string, more: object = {}): Fact[] =>
  (['RP', 'BP'] as const).map((side) => [kind, side, outcome, more]);

/** What the care team puts on record before a gate. */
const facts: Readonly<Record<2 | 3, readonly Fact[]>> = {
  2: [
    ...both('safety_statement', 'none_known', { note: 'Talked alone today.' }),
    ...both('risk_screen', 'none_acute'),
    ['time_out_test', 'JOINT', 'tried'],
    ['own_support', 'BP', 'in_place'],
    ['grounding_drops', 'BP', 'measured', { amounts: [2, 3, 2, 2, 3, 2] }],
    ...both('sleep_nights', 'counted', { amounts: [6] }),
    ...both('purpose', 'named'),
  ],
  3: [
    ...both('safety_statement', 'none_known', { note: 'Talked alone today.' }),
    ...both('risk_screen', 'none_acute'),
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
  ],
};

/** Each therapist records what is theirs to know, both people answer alone, three sign, and the gate opens. */
export async function passGate(told: Teller, to: 2 | 3, day: string): Promise<void> {
  const { lead } = told.voices;
  told.at(day, '10:00');
  await lead.call('post', `slips/${told.coupleId}/asked`);
  await lookAtBoth(told, day);
  await putOnRecord(told, to, day);
  told.at(day, '13:00');
  const answer = { to, answer: 'yes', canSayNo: true, alone: true };
  for (const person of [told.voices.recovering, told.voices.partner])
    await person.call('post', 'stage-gates/answer', { body: answer });
  told.at(day, '16:00');
  const gate = `stage-gates/${told.coupleId}/gates/${String(to)}`;
  for (const [by, side] of signers(told)) await by.call('post', `${gate}/signature`, { body: { side } });
  await lead.call('post', `${gate}/opening`, { version: await coupleVersionOf(told) });
}

function signers(told: Teller): [Teller['voices']['lead'], Side][] {
  return [
    [therapistOf(told, 'RP'), 'RP'],
    [therapistOf(told, 'BP'), 'BP'],
    [told.voices.coupleTherapist, 'JOINT'],
  ];
}

async function putOnRecord(told: Teller, to: 2 | 3, day: string): Promise<void> {
  const on = told.day(day);
  const since: Fact =
    to === 2
      ? ['accountability', 'RP', 'in_use', { on: addDays(on, -28) }]
      : ['symptom_course', 'BP', 'not_worse', { comparedWith: addDays(on, -60) }];
  for (const side of ['RP', 'BP'] as const) await record(told, 'risk_screen', side, day);
  for (const [kind, side, outcome, more] of [since, ...facts[to]]) {
    const by = side === 'JOINT' ? told.voices.coupleTherapist : therapistOf(told, side);
    const body = { kind, side, outcome, on, ...more };
    await by.call('post', `stage-gates/${told.coupleId}/facts`, { body });
  }
}

const steadyWeek = {
  ...{ say_hard_things: 3, stays_kind: 4, free_to_say_no: 4 },
  ...{ rushed: 0, believed: 3, body_relaxed: 3 },
};

/** Both people answer the index of the week; the days named lie one in each week. */
export async function feelSafe(told: Teller, days: readonly string[]): Promise<void> {
  for (const day of days) {
    told.at(day, '20:00');
    for (const person of [told.voices.recovering, told.voices.partner])
      await person.call('post', 'stage-gates/index', { body: { answers: steadyWeek } });
  }
}
