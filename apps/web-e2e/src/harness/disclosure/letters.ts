import { randomUUID } from 'node:crypto';
import type { CaseLettersView } from '@trellis/contracts';
import { expect } from '../journey.ts';
import { atDesk, card, couple, expectState, takeStep, type Cast, type Member } from './cast.ts';
import { passDays } from './days.ts';
import { screenBoth } from './ready.ts';
import { reach } from './session.ts';

const LETTER = 'I believed that we told each other what mattered.';

/** The partner wants to write, writes on her phone, and shows it to her own therapist. */
export async function writeImpactLetter(cast: Cast): Promise<void> {
  const { jo, nora, look } = cast;
  const page = await atDesk(cast, jo, 'letters');
  await layDown(cast, jo, `${couple.partner} wants to write and read it`);
  await look(page, 'letters');
  await takeStep(cast, jo, 'Open the impact letter');
  await expectState(cast, 'IMPACT_PREP');
  const phone = nora.page;
  await phone.goto('/disclosure/letters');
  await phone.getByRole('button', { name: 'Begin this letter' }).click();
  await phone.getByLabel('What I believed before').fill(LETTER);
  await phone.getByLabel('What I lost').fill('My sleep, and the sense that I can tell what is true.');
  await expect(phone.getByText('Saved with your clinic').first()).toBeVisible();
  await look(phone, 'letter, being written');
  await phone.getByRole('button', { name: /^Show this text to/ }).click();
  await expect(phone.getByText(/reads the text you showed last/).first()).toBeVisible();
}

/** A fortnight after the session it is read aloud, and the other person may read along. */
export async function hearImpactLetter(cast: Cast): Promise<void> {
  const { mina, jo, ruben, look } = cast;
  await passDays(11);
  for (const member of [jo, mina]) await reach(cast, member, ['7 days', '14 days']);
  await screenBoth(cast);
  const page = await atDesk(cast, jo, 'letters');
  await page.getByRole('button', { name: 'Read the letter' }).click();
  await expect(page.getByText(LETTER).first()).toBeVisible();
  await look(page, 'letters, being read by the therapist');
  await layDown(cast, jo, `The time is right for ${couple.partner}`);
  await layDown(cast, mina, `${couple.recovering} has rehearsed listening`);
  const desk = mina.page;
  await desk.getByRole('button', { name: 'Start the reading' }).click();
  await expect(desk.getByText(/The reading runs\./).first()).toBeVisible();
  await ruben.page.goto('/disclosure/letters/listening');
  await expect(ruben.page.getByText(LETTER).first()).toBeVisible();
  await look(ruben.page, 'letter, listening');
  await deliver(mina);
  await expectState(cast, 'IMPACT_DELIVERED');
}

async function layDown(cast: Cast, member: Member, mark: string): Promise<void> {
  const page = await atDesk(cast, member, 'letters');
  const line = page.locator('tr-letter-marks li').filter({ hasText: mark });
  await line.getByRole('button', { name: 'Lay down' }).click();
  await expect(line.getByRole('button', { name: 'Take back' })).toBeVisible();
}

async function deliver({ page }: Member): Promise<void> {
  await page.getByRole('button', { name: 'It was read to its end' }).click();
  await page.getByRole('button', { name: 'Yes, it was read' }).click();
  await expect(page.getByRole('button', { name: 'Yes, it was read' })).toHaveCount(0);
}

/** The answering letter goes the same way; it is written beside the screen. */
export async function hearRestitutionLetter(cast: Cast): Promise<void> {
  const { coupleId, mina, jo, ruben } = cast;
  await takeStep(cast, mina, 'Open the restitution letter');
  await expectState(cast, 'RESTITUTION_PREP');
  const id = randomUUID();
  await ruben.voice.call('POST', 'letters', { body: { id, kind: 'restitution' } });
  const sections = {
    heard: 'I heard it.',
    mine: 'The hiding was mine.',
    no_response: 'You need not answer.',
  };
  await ruben.voice.call('POST', `letters/${id}/revisions`, { body: { sections }, version: 1 });
  await layDown(cast, mina, `The draft of ${couple.recovering} is approved`);
  await ruben.voice.call('POST', `letters/${id}/release`, { version: 2 });
  await layDown(cast, jo, `Safe for ${couple.partner} to hear`);
  await passDays(14);
  await screenBoth(cast);
  const page = await atDesk(cast, mina, 'letters');
  await page.getByRole('button', { name: 'Start the reading' }).click();
  await deliver(mina);
  await expectState(cast, 'RESTITUTION_DELIVERED');
  const { stands } = await mina.voice.call<CaseLettersView>('GET', `letters/${coupleId}`);
  expect(stands.filter(({ deliveredAt }) => deliveredAt !== null)).toHaveLength(2);
}

/** A fortnight later both were reached once more, and the process is complete. */
export async function complete(cast: Cast): Promise<void> {
  const { mina, jo, nora, ruben, look } = cast;
  await passDays(14);
  for (const member of [jo, mina]) await reach(cast, member, ['28 days', 'After the letters']);
  await takeStep(cast, mina, 'Complete the process');
  await expectState(cast, 'COMPLETED');
  await look(mina.page, 'disclosure, completed');
  expect(await card(mina.page, 'Signatures under readiness').count()).toBe(0);
  for (const { page } of [ruben, nora]) {
    await page.goto('/disclosure');
    await expect(page.getByRole('heading', { name: 'Finished' })).toBeVisible();
  }
  await look(nora.page, 'disclosure, finished');
}
