import type { CaseAftercareView } from '@trellis/contracts';
import { contraindicationIds } from '@trellis/domain';
import { readyAndDated, secondTime } from './dating.js';
import { openAndScreen, reviewWithGaps, therapistOf, threeDrafts } from './preparing.js';
import { acuteTime, theDay } from './session-and-after.js';
import type { Teller } from './teller.js';

/** Opened in the second week; both people say yes, each alone. */
async function openWithBoth(told: Teller): Promise<void> {
  const { lead, recovering, partner } = told.voices;
  told.at('2025-01-08', '10:00');
  await lead.call('post', `disclosure/${told.coupleId}`);
  const yes = { body: { answer: 'yes', textVersion: 'disclosure/1' } };
  told.at('2025-01-09', '19:00');
  await recovering.call('post', 'readiness/consent', yes);
  told.at('2025-01-10', '12:30');
  await partner.call('post', 'readiness/consent', yes);
}

/** Couple Dale: the partner does not want it, and says no more than that. */
export async function declined(told: Teller): Promise<void> {
  await openWithBoth(told);
  told.at('2025-01-22', '21:00');
  await told.voices.partner.call('post', 'disclosure/decline');
}

/** Couple Aster: one answer, given alone, and everything rests. */
export async function restsForSafety(told: Teller): Promise<void> {
  await openWithBoth(told);
  told.at('2025-01-13', '16:00');
  const findings = contraindicationIds.map((condition) => ({
    condition,
    present: condition === 'violence_or_fear',
  }));
  const body = { side: 'BP', on: told.day('2025-01-13'), findings };
  await therapistOf(told, 'BP').call('post', `readiness/${told.coupleId}/assessments`, { body });
}

/** Couple Gale: the session is behind them, and twice something was left out. */
export async function toldInPieces(told: Teller): Promise<void> {
  for (const part of [openAndScreen, threeDrafts, reviewWithGaps, readyAndDated]) await part(told);
  for (const part of [letDatePass, secondTime, theDay, acuteTime]) await part(told);
  await leftOut(told, '2025-04-08');
  await leftOut(told, '2025-04-29');
}

/** The first date passes with the end of readiness: preparing goes on. */
async function letDatePass(told: Teller): Promise<void> {
  told.at('2025-03-04', '09:00');
  await told.timePasses();
}

async function leftOut(told: Teller, day: string): Promise<void> {
  const { lead, recovering } = told.voices;
  told.at(day, '20:00');
  const recalledAt = told.wall(day, '19:00').toISOString();
  await recovering.call('post', 'aftercare/corrections', {
    body: { recalledAt, words: 'There was one more account.' },
  });
  const path = `aftercare/${told.coupleId}`;
  const { corrections } = await lead.call<CaseAftercareView>('get', path);
  const open = corrections?.find(({ metAt }) => metAt === null);
  if (open === undefined) throw new Error('the addition is not on record');
  const body = { step: 'met', at: told.wall(day, '20:00').toISOString() };
  await lead.call('post', `${path}/corrections/${open.id}/steps`, { body, version: open.version });
}
