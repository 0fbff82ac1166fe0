import type { DisclosurePipelineView, LoggedSlipView } from '@trellis/contracts';
import { readinessItemIds } from '@trellis/domain';
import { lookAtBoth, mark, record } from './preparing.js';
import { ground, step, versionOf } from './steps.js';
import type { Teller } from './teller.js';

export async function screenBoth(told: Teller, day: string): Promise<void> {
  told.at(day, '10:00');
  await record(told, 'risk_screen', 'RP', day);
  await record(told, 'risk_screen', 'BP', day);
}

/** Every therapist signs; the last signature makes it ready. */
async function signAll(told: Teller, day: string): Promise<void> {
  const { lead, partnersTherapist, coupleTherapist } = told.voices;
  const path = `disclosure/${told.coupleId}/signatures`;
  const body = { purpose: 'readiness' };
  told.at(day, '11:30');
  for (const by of [partnersTherapist, coupleTherapist])
    await by.call('post', path, { body, version: await versionOf(told) });
  told.at(day, '12:00');
  await lead.call('post', path, { body, version: await versionOf(told) });
  await told.note('readiness_huddle_signed');
}

/** The lead orders a date, and the office enters it. */
async function dateGiven(told: Teller, day: string, session: Date): Promise<void> {
  const { lead, office } = told.voices;
  told.at(day, '09:00');
  const body = { startsAt: session.toISOString() };
  await lead.call('post', `disclosure/${told.coupleId}/order`, { body, version: await versionOf(told) });
  const { items } = await office.call<DisclosurePipelineView>('get', 'disclosure');
  const version = items.find(({ coupleId }) => coupleId === told.coupleId)?.order?.version ?? 0;
  await office.call('post', `disclosure/${told.coupleId}/schedule`, { body, version });
  await told.note('schedule');
}

/** 14 to 18 February: everything is met, and a first date is given. */
export async function readyAndDated(told: Teller): Promise<void> {
  const { lead } = told.voices;
  await screenBoth(told, '2025-02-14');
  await ground(told, ['2025-02-15', '2025-02-16']);
  told.at('2025-02-17', '11:00');
  await lead.call('post', `slips/${told.coupleId}/asked`);
  await lead.call('post', `disclosure-sessions/${told.coupleId}/dates-gathered`);
  await mark(told, readinessItemIds);
  await signAll(told, '2025-02-17');
  await dateGiven(told, '2025-02-18', told.wall('2025-02-28', '10:00'));
}

/** 19 and 20 February: a slip in the evening, logged the next morning, told with support at six. */
export async function slip(told: Teller): Promise<void> {
  const { recovering } = told.voices;
  told.at('2025-02-20', '09:10');
  const body = {
    stopCheck: 'no',
    slipAt: told.wall('2025-02-19', '22:40').toISOString(),
    level: 'slip',
    partner: 'not_yet',
    therapistToldAt: told.wall('2025-02-20', '09:10').toISOString(),
  };
  const { slip: kept } = await recovering.call<LoggedSlipView>('post', 'slips', { body });
  if (kept === null) throw new Error('the slip was not kept');
  await told.note('slip_logged');
  told.at('2025-02-20', '18:00');
  const telling = { partner: 'told', partnerAt: told.wall('2025-02-20', '18:00').toISOString() };
  await recovering.call('post', `slips/${kept.id}/telling`, { body: telling, version: kept.version });
}

/** 17 to 21 March: reviewed again, ready again, and dated for the 28th. */
export async function secondTime(told: Teller): Promise<void> {
  await ground(told, ['2025-03-09', '2025-03-11', '2025-03-13', '2025-03-15', '2025-03-16']);
  told.at('2025-03-17', '10:00');
  await step(told, told.voices.lead, 'release_for_review');
  await ground(told, ['2025-03-17']);
  await screenBoth(told, '2025-03-18');
  await lookAtBoth(told, '2025-03-18');
  await ground(told, ['2025-03-19']);
  told.at('2025-03-20', '11:00');
  await mark(told, ['R3']);
  await signAll(told, '2025-03-20');
  await dateGiven(told, '2025-03-21', told.wall('2025-03-28', '10:00'));
}
