import type { ReadinessOfCoupleView } from '@trellis/contracts';
import { expect } from '../journey.ts';
import { atDesk, expectState, readinessFact, takeStep, type Cast, type Member } from './cast.ts';
import { clinicDay, eveningStart } from './days.ts';

const BEFORE_REVIEW = ['R5', 'R6', 'R7', 'R10'];

/** Criteria of the document are marked, one on the screen; the partner's therapist reads. */
export async function releaseForReview(cast: Cast): Promise<void> {
  const { mina, jo, look } = cast;
  const page = await atDesk(cast, mina, 'readiness');
  await page.getByRole('button', { name: /^Mark R4,/ }).click();
  await page.getByRole('radio', { name: 'Met', exact: true }).check({ force: true });
  await page.getByRole('button', { name: 'Put on record' }).click();
  await expect(page.getByRole('radio', { name: 'Met', exact: true })).toHaveCount(0);
  await look(page, 'readiness');
  await mark(cast, BEFORE_REVIEW);
  await takeStep(cast, mina, 'Release for reading');
  await expectState(cast, 'PARTNER_THERAPIST_REVIEW');
  const desk = await atDesk(cast, jo, 'disclosure-document');
  await expect(desk.getByText(/Open to you until/).first()).toBeVisible();
  await expect(desk.getByText(/right to know what your life was built on/).first()).toBeVisible();
  await look(desk, 'disclosure, reading by the partner’s therapist');
}

/** Marks criteria as met: each by the therapist whose side it is, those of the frame by the lead. */
async function mark({ coupleId, mina, jo }: Cast, ids: readonly string[]): Promise<void> {
  const path = `readiness/${coupleId}`;
  for (const id of ids) {
    const { voice } = id.startsWith('B') ? jo : mina;
    const { items } = await voice.call<ReadinessOfCoupleView>('GET', path);
    const version = items.find((item) => item.id === id)?.version ?? 0;
    await voice.call('POST', `${path}/items/${id}`, { body: { status: 'met' }, version });
  }
}

/** Everything is met: the log of calming exercises, screens, dates and criteria; then all three sign. */
export async function becomeReady(cast: Cast): Promise<void> {
  const { coupleId, mina, jo, priya, nora, look } = cast;
  const phone = nora.page;
  await phone.goto('/disclosure/readiness');
  await phone.getByRole('radio', { name: 'Five senses' }).check({ force: true });
  await phone.getByRole('radio', { name: 'Yes, it eased' }).check({ force: true });
  await phone.getByRole('button', { name: 'Note it for today' }).click();
  await expect(phone.getByText('The last two weeks (1)').first()).toBeVisible();
  for (const skill of ['breath', 'senses', 'breath', 'senses', 'breath'])
    await nora.voice.call('POST', 'readiness/grounding', { body: { skill, recoveryNoted: true } });
  const day = await atDesk(cast, mina, 'disclosure-session');
  await day.getByRole('button', { name: 'The dates are gathered' }).click();
  await expect(day.getByText(/Gathered/).first()).toBeVisible();
  const after = await atDesk(cast, mina, 'aftercare');
  await after.getByRole('button', { name: 'I asked now' }).click();
  await expect(after.getByText(/Last asked:/).first()).toBeVisible();
  await screenBoth(cast);
  const { items } = await mina.voice.call<ReadinessOfCoupleView>('GET', `readiness/${coupleId}`);
  await mark(
    cast,
    items.filter(({ met }) => !met).map(({ id }) => id),
  );
  for (const member of [jo, priya, mina]) await sign(cast, member);
  await expectState(cast, 'READY');
  const page = await atDesk(cast, mina, 'disclosure');
  await expect(page.getByText(/Readiness holds until/).first()).toBeVisible();
  await look(page, 'disclosure, ready');
}

async function sign(cast: Cast, member: Member): Promise<void> {
  const page = await atDesk(cast, member, 'disclosure');
  await expect(page.getByRole('heading', { name: 'Signatures under readiness' })).toBeVisible();
  if (member === cast.priya) await cast.look(page, 'disclosure, signatures');
  await page.getByRole('button', { name: 'Sign readiness' }).click();
  await expect(page.getByRole('button', { name: 'Sign readiness' })).toHaveCount(
    member === cast.mina ? 0 : 1,
  );
}

/** The risk screen of each person, by their own therapist: one on the screen, one beside it. */
export async function screenBoth(cast: Cast): Promise<void> {
  const { coupleId, mina, jo } = cast;
  const today = clinicDay(0);
  await readinessFact(await atDesk(cast, mina, 'readiness'), 'Risk screen', today);
  const body = { kind: 'risk_screen', side: 'BP', on: today };
  await jo.voice.call('POST', `readiness/${coupleId}/records`, { body });
}

/** The lead asks for a date, and both people find it on their phones. */
export async function giveDate(cast: Cast): Promise<void> {
  const { mina, nora, ruben, look } = cast;
  const page = await atDesk(cast, mina, 'disclosure');
  await page.getByLabel('Day', { exact: true }).fill(clinicDay(2));
  // The demo's weeks are full between nine and six.
  await page.getByLabel('Starts at').fill(eveningStart());
  await page.getByRole('button', { name: 'Check and schedule' }).click();
  await expect(page.getByText(/Session: /).first()).toBeVisible();
  await expectState(cast, 'SCHEDULED');
  for (const { page: phone } of [ruben, nora]) {
    await phone.goto('/disclosure');
    await expect(phone.getByRole('heading', { name: 'A session is planned' })).toBeVisible();
  }
  await look(nora.page, 'disclosure, a session is planned');
}
