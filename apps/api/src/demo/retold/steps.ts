import type { CoupleView, DisclosureView } from '@trellis/contracts';
import type { Teller, Voice } from './teller.js';

/** The version of the process as it stands. */
export async function versionOf({ voices, coupleId }: Teller): Promise<number> {
  return (await voices.lead.call<DisclosureView>('get', `disclosure/${coupleId}`)).version;
}

/** The version of the couple's own row as it stands. */
export async function coupleVersionOf({ voices, coupleId }: Teller): Promise<number> {
  return (await voices.lead.call<CoupleView>('get', `couples/${coupleId}`)).version;
}

/** Takes a step that needs no more than its name. */
export async function step(told: Teller, by: Voice, event: string): Promise<void> {
  const version = await versionOf(told);
  await by.call('post', `disclosure/${told.coupleId}/steps`, { body: { event }, version });
  await told.note(event);
}

/** Grounding of the partner: entries of two skills in turn, one each evening named. */
export async function ground(told: Teller, days: readonly string[]): Promise<void> {
  for (const [at, day] of days.entries()) {
    told.at(day, '20:00');
    const body = { skill: at % 2 === 0 ? 'senses' : 'breath', recoveryNoted: true };
    await told.voices.partner.call('post', 'readiness/grounding', { body });
  }
}
