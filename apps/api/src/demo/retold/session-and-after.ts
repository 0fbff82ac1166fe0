import { randomUUID } from 'node:crypto';
import type { CaseAftercareView, CaseLettersView, DisclosureSessionView } from '@trellis/contracts';
import { elleryLetters } from '@trellis/fixtures';
import { record, therapistOf } from './preparing.js';
import { step, versionOf } from './steps.js';
import type { Teller, Voice } from './teller.js';

const good = {
  ...{ sober: true, slept: true, safe: true, consentReaffirmed: true },
  ...{ transportConfirmed: true, childCareConfirmed: true },
};

function sessions(told: Teller, rest = ''): string {
  return `disclosure-sessions/${told.coupleId}${rest}`;
}

async function runVersion(told: Teller): Promise<number> {
  const seen = await told.voices.lead.call<DisclosureSessionView>('get', sessions(told));
  return seen.run?.version ?? 0;
}

/** 27 and 28 March: a day before, the checks, the session with one pause, and its end. */
export async function theDay(told: Teller): Promise<void> {
  const { lead, partner } = told.voices;
  told.at('2025-03-27', '10:00');
  await told.timePasses();
  await told.note('day_before_reached');
  told.at('2025-03-28', '09:15');
  for (const side of ['RP', 'BP'] as const)
    await therapistOf(told, side).call('put', sessions(told, `/day-checks/${side}`), {
      body: good,
      version: 0,
    });
  const setting = { telehealth: false, marks: [] };
  await lead.call('put', sessions(told, '/run/setting'), { body: setting, version: await runVersion(told) });
  await lead.call('post', sessions(told, '/run/emergency'), { version: await runVersion(told) });
  told.at('2025-03-28', '10:00');
  await act(told, 'go');
  told.at('2025-03-28', '10:52');
  await partner.call('post', 'disclosure-session/pause');
  await told.note('pause');
  told.at('2025-03-28', '11:06');
  await act(told, 'continue');
  told.at('2025-03-28', '12:45');
  await lead.call('post', sessions(told, '/run/departure'), { version: await runVersion(told) });
  told.at('2025-03-28', '12:50');
  await act(told, 'end', { early: false });
}

async function act(told: Teller, name: string, body?: object): Promise<void> {
  const version = await versionOf(told);
  const said = body === undefined ? { version } : { body, version };
  await told.voices.lead.call('post', sessions(told, `/${name}`), said);
  await told.note(name);
}

/** Both people were reached, each by their own therapist. */
async function reachBoth(told: Teller, contact: string): Promise<void> {
  for (const side of ['RP', 'BP'] as const)
    await therapistOf(told, side).call('post', `aftercare/${told.coupleId}/contacts`, {
      body: { side, contact },
    });
}

/** Each therapist takes up what waits for them and marks done what is theirs by now. */
async function doTasks(told: Teller, day: string): Promise<void> {
  const now = told.wall(day, '16:00').toISOString();
  const path = `aftercare/${told.coupleId}`;
  for (const by of [told.voices.lead, told.voices.partnersTherapist]) {
    const { alerts, tasks } = await by.call<CaseAftercareView>('get', path);
    for (const { id } of alerts.filter(({ acknowledgedAt }) => acknowledgedAt === null))
      await by.call('post', `${path}/alerts/${id}/acknowledgement`);
    const due = tasks.filter(
      ({ standing, dueAt, dueOn }) => standing !== 'done' && (dueAt ?? dueOn ?? '9') <= now,
    );
    for (const { id, version } of due.filter(({ recipient }) => recipient.length > 2))
      await by.call('post', `${path}/tasks/${id}/done`, { version });
  }
}

/** 28 to 31 March: home, contacts after a day and after three, and the acute time is over. */
export async function acuteTime(told: Teller): Promise<void> {
  told.at('2025-03-28', '13:40');
  for (const person of [told.voices.partner, told.voices.recovering])
    await person.call('post', 'aftercare/departure', { body: { tap: 'home' } });
  told.at('2025-03-29', '11:00');
  await reachBoth(told, 'h24');
  told.at('2025-03-31', '13:00');
  await reachBoth(told, 'h72');
  await doTasks(told, '2025-03-31');
  told.at('2025-03-31', '13:05');
  await told.timePasses();
  await told.note('acute_passed');
}

/** 3 April to 15 May: the two letters, and the end. */
export async function letters(told: Teller): Promise<void> {
  await impactWritten(told);
  await lettersRead(told);
}

/** 3 to 11 April: the partner wants to write, and writes. */
export async function impactWritten(told: Teller): Promise<void> {
  const { partnersTherapist, partner } = told.voices;
  told.at('2025-04-03', '10:00');
  await say(told, partnersTherapist, 'impact_wanted');
  told.at('2025-04-03', '16:00');
  await step(told, partnersTherapist, 'open_impact');
  await layDown(partner, 'impact');
  told.at('2025-04-04', '15:00');
  await reachBoth(told, 'd7');
  await doTasks(told, '2025-04-04');
  told.at('2025-04-11', '15:00');
  await reachBoth(told, 'd14');
  await doTasks(told, '2025-04-11');
}

/** 16 April to 15 May: both letters are heard, and the end. */
export async function lettersRead(told: Teller): Promise<void> {
  const { lead, partnersTherapist, recovering } = told.voices;
  told.at('2025-04-16', '10:00');
  await record(told, 'risk_screen', 'RP', '2025-04-16');
  await record(told, 'risk_screen', 'BP', '2025-04-16');
  await say(told, partnersTherapist, 'impact_approved', 1);
  await say(told, lead, 'listening_rehearsed');
  told.at('2025-04-17', '14:00');
  await deliver(told, 'impact');
  told.at('2025-04-18', '10:00');
  await step(told, lead, 'open_restitution');
  told.at('2025-04-25', '16:00');
  await reachBoth(told, 'd28');
  await doTasks(told, '2025-04-25');
  const letter = await layDown(recovering, 'restitution');
  told.at('2025-04-30', '10:00');
  await say(told, lead, 'restitution_approved', 1);
  await recovering.call('post', `letters/${letter}/release`, { version: 2 });
  await say(told, partnersTherapist, 'restitution_safe', 1);
  told.at('2025-05-01', '15:00');
  await deliver(told, 'restitution');
  told.at('2025-05-15', '09:30');
  await reachBoth(told, 'letter');
  told.at('2025-05-15', '10:00');
  await step(told, lead, 'close');
}

async function layDown(author: Voice, kind: 'impact' | 'restitution'): Promise<string> {
  const id = randomUUID();
  await author.call('post', 'letters', { body: { id, kind } });
  await author.call('post', `letters/${id}/revisions`, {
    body: { sections: elleryLetters[kind] },
    version: 1,
  });
  return id;
}

async function say(told: Teller, by: Voice, mark: string, revision: number | null = null): Promise<void> {
  const path = `letters/${told.coupleId}`;
  const { marks } = await by.call<CaseLettersView>('get', path);
  const version = marks.find((one) => one.mark === mark)?.version ?? 0;
  await by.call('put', `${path}/marks/${mark}`, { body: { given: true, revision, checks: [] }, version });
}

async function deliver(told: Teller, kind: 'impact' | 'restitution'): Promise<void> {
  const path = `letters/${told.coupleId}`;
  const { processVersion: version } = await told.voices.lead.call<CaseLettersView>('get', path);
  await told.voices.lead.call('post', `${path}/readings/${kind}/delivery`, { version });
  await told.note(`deliver_${kind}`);
}
