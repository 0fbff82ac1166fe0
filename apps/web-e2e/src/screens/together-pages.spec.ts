import type { Page } from '@playwright/test';
import type { JointWorkRowView, OwnTaskView, OwnTurnsView, TodayView } from '@trellis/contracts';
import { wholeAnswers } from '@trellis/fixtures';
import { moveDemoTime } from '../harness/demo.ts';
import { expect, test, type Devices } from '../harness/journey.ts';
import { signInAtHome } from '../harness/own-pages.ts';
import { seePages } from '../harness/pages-seen.ts';
import { signInAtPortal } from '../harness/staff.ts';
import { voiceOf, type Voice } from '../harness/voice.ts';

const PHONE = { viewport: { width: 390, height: 844 } };

interface Member {
  readonly page: Page;
  readonly voice: Voice;
}

/** The two people of a couple of the demo and their couple therapist, each at their own device. */
interface Three {
  readonly coupleId: string;
  readonly recovering: Member;
  readonly partner: Member;
  readonly therapist: Member;
}

async function gather(devices: Devices, couple: string, therapist: string): Promise<Three> {
  const person = async (side: 'RP' | 'BP'): Promise<Member> => {
    const { page } = await devices.phone(PHONE);
    await signInAtHome(page, side, '/today', couple);
    return { page, voice: voiceOf(page, 'home') };
  };
  const { page } = await devices.desk();
  await signInAtPortal(page, therapist);
  await page.getByRole('link', { name: couple }).click();
  await page.waitForURL(/couples\/[0-9a-f-]{36}/);
  const coupleId = /couples\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  return {
    coupleId,
    recovering: await person('RP'),
    partner: await person('BP'),
    therapist: { page, voice: voiceOf(page, 'clinic') },
  };
}

/** Gives an exercise of two people from today on; @returns the id of its first place */
async function give({ coupleId, therapist, partner }: Three, templateCode: string): Promise<string> {
  const { localDate } = await partner.voice.call<TodayView>('GET', 'homework/today');
  const body = { coupleId, templateCode, startsOn: localDate, days: 7 };
  const rows = await therapist.voice.call<JointWorkRowView[]>('POST', 'joint-work', { body });
  return rows[0]?.id ?? '';
}

/** The task of an exercise that waits on the person's Today. */
async function waiting({ voice }: Member, code: string): Promise<string> {
  const { tasks } = await voice.call<TodayView>('GET', 'homework/today');
  const task = tasks.find(({ templateCode }) => templateCode === code);
  if (task === undefined) throw new Error(`${code} is not on Today`);
  return task.id;
}

/** Hands in a whole half with calm words. */
async function handIn(person: Member, code: string): Promise<string> {
  const id = await waiting(person, code);
  const { template, version } = await person.voice.call<OwnTaskView>('GET', `homework/${id}`);
  const answers = wholeAnswers(template);
  await person.voice.call('POST', `homework/${id}/submission`, { body: { answers }, version });
  return id;
}

/** Turns go from one person to the other, with a look at each stand. */
async function takeTurns({ recovering, partner }: Three): Promise<void> {
  const task = await waiting(recovering, 'C03');
  const act = async (by: Member, said: object): Promise<void> => {
    const path = `turns/${await waiting(by, 'C03')}`;
    const { version } = await by.voice.call<OwnTurnsView>('GET', path);
    await by.voice.call('POST', path, { body: said, version });
  };
  await seePages(recovering.page, 'alma', { 'turns-before': `/turns/${task}` });
  await act(recovering, { act: 'start', first: 'BP' });
  await seePages(recovering.page, 'alma', { 'turns-listening': `/turns/${task}` });
  await seePages(partner.page, 'teo', { 'turns-speaking': `/turns/${await waiting(partner, 'C03')}` });
  await act(partner, { act: 'next' });
  await act(recovering, { act: 'pause' });
  await seePages(recovering.page, 'alma', { 'turns-paused': `/turns/${task}` });
  await act(recovering, { act: 'stop' });
  await seePages(recovering.page, 'alma', { 'turns-over': `/turns/${task}` });
}

test.afterEach(async () => {
  await moveDemoTime(0);
});

test('pages of a couple in the third stage', async ({ devices }) => {
  test.setTimeout(1_200_000);
  const three = await gather(devices, 'Birch', 'Priya Raman');
  const { coupleId, recovering, partner, therapist } = three;
  const own = { today: '/today', stage: '/stage', closeness: '/closeness', soFar: '/closeness/so-far' };
  const touch = await waiting(partner, 'C15');
  await seePages(partner.page, 'teo', {
    ...own,
    'touch-rests': `/together/${touch}`,
    'touch-log': `/tasks/${touch}`,
  });
  const page = (area: string): string => `/couples/${coupleId}/${area}`;
  await seePages(therapist.page, 'priya', { stages: page('stages'), homework: page('homework') });
  const works: Record<string, string> = {};
  for (const code of ['C02', 'C03', 'C13']) works[code] = await give(three, code);
  expect(Object.values(works)).not.toContain('');
  await takeTurns(three);
  await handIn(recovering, 'C02');
  await seePages(recovering.page, 'alma', {
    'half-waits': `/together/${await waiting(recovering, 'C13')}`,
    'dialogue-task': `/tasks/${await waiting(recovering, 'C13')}`,
  });
  const both = await handIn(partner, 'C02');
  await seePages(partner.page, 'teo', { 'both-halves': `/together/${both}` });
  await seePages(therapist.page, 'priya', {
    'joint-homework': page('homework'),
    'joint-both': page(`homework/together/${works['C02'] ?? ''}`),
    'joint-turns': page(`homework/together/${works['C03'] ?? ''}`),
  });
});

test('pages of an agreement with three signatures', async ({ devices }) => {
  test.setTimeout(600_000);
  const three = await gather(devices, 'Ellery', 'Priya Raman');
  const { coupleId, recovering, partner, therapist } = three;
  const work = await give(three, 'C06');
  expect(work).not.toBe('');
  const his = await waiting(recovering, 'C06');
  await seePages(recovering.page, 'rowan', {
    'agreement-task': `/tasks/${his}`,
    'agreement-before': `/together/${his}`,
  });
  await handIn(recovering, 'C06');
  const hers = await handIn(partner, 'C06');
  await seePages(recovering.page, 'rowan', { 'agreement-signed': `/together/${his}` });
  await seePages(partner.page, 'sam', { 'agreement-signed': `/together/${hers}`, today: '/today' });
  await seePages(therapist.page, 'priya', {
    'agreement-to-sign': `/couples/${coupleId}/homework/together/${work}`,
  });
});
