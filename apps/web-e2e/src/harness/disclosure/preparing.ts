import type {
  CaseQuestionsView,
  InformationReleaseView,
  OwnDocumentView,
  ReadinessOfCoupleView,
} from '@trellis/contracts';
import { expect } from '../journey.ts';
import {
  atDesk,
  card,
  couple,
  expectState,
  readinessFact,
  takeStep,
  type Cast,
  type Member,
} from './cast.ts';
import { clinicDay } from './days.ts';
import { keepSection } from './kept-section.ts';

const WHY = 'I share this because you have a right to know what your life was built on.';
const QUESTION = 'Was there money that I did not know of?';
const SECTIONS = 'abcdefghi';

/** Opened by the lead; each person says yes, alone and on their own phone. */
export async function bothConsent(cast: Cast): Promise<void> {
  const { mina, ruben, nora, look } = cast;
  const page = await atDesk(cast, mina, 'disclosure');
  await page.getByRole('button', { name: 'Open a disclosure process' }).click();
  await expect(page.getByRole('heading', { name: 'What you can do now' })).toBeVisible();
  await look(page, 'disclosure, considering');
  for (const { page: phone } of [ruben, nora]) {
    await expectState(cast, 'CONSIDERING');
    await phone.goto('/disclosure');
    await phone.getByRole('link', { name: /^My consent and readiness/ }).click();
    await phone.getByRole('link', { name: 'Read and answer' }).click();
    await expect(phone.getByText('Do you want to prepare for it?').first()).toBeVisible();
    if (phone === ruben.page) await look(phone, 'disclosure, own answer');
    await phone.getByRole('button', { name: 'Yes', exact: true }).click();
    await expect(phone.getByText('Thank you. Your yes is noted.').first()).toBeVisible();
  }
  await expectState(cast, 'SCREENING');
}

/** Each person is looked at alone, the releases are signed, and screening passes. */
export async function passScreening(cast: Cast): Promise<void> {
  const { coupleId, mina, jo, ruben, nora, look } = cast;
  const page = await atDesk(cast, mina, 'readiness');
  await page.getByRole('button', { name: 'Put an assessment on record' }).first().click();
  const form = card(page, `Assessment of ${couple.recovering}`);
  await expect(form).toBeVisible();
  for (const answer of await form.getByRole('radio', { name: 'Not there' }).all()) await answer.check();
  await look(page, 'readiness, assessment');
  await form.getByRole('button', { name: 'Put on record' }).click();
  await expect(form).toHaveCount(0);
  await readinessFact(page, 'Start of own treatment', clinicDay(-70));
  const { sides } = await readiness(cast, jo);
  const findings = (sides.find(({ side }) => side === 'BP')?.assessments ?? []).map(({ condition }) => ({
    condition,
    present: false,
  }));
  const body = { side: 'BP', on: clinicDay(0), findings };
  await jo.voice.call('POST', `readiness/${coupleId}/assessments`, { body });
  await askRelease(cast, mina, 'RP', ruben);
  await askRelease(cast, jo, 'BP', null);
  const phone = nora.page;
  await phone.goto('/disclosure/readiness');
  const release = phone.locator('a[href*="/readiness/release/"]').first();
  await expect(release).toBeVisible();
  await look(phone, 'disclosure, own readiness');
  await release.click();
  await phone.getByRole('button', { name: 'I agree', exact: true }).click();
  await expect(phone.getByText(/You agreed\./).first()).toBeVisible();
  await takeStep(cast, mina, 'Screening passed');
  await expectState(cast, 'PREPARING');
}

/** Asks one person for a release; who is given signs it at once, beside the screen. */
async function askRelease(cast: Cast, by: Member, side: 'RP' | 'BP', signer: Member | null): Promise<void> {
  const path = `readiness/${cast.coupleId}/releases`;
  const body = { side, scopes: ['status', 'safety', 'content'], validUntil: clinicDay(200) };
  const { id } = await by.voice.call<InformationReleaseView>('POST', path, { body });
  await signer?.voice.call('POST', `readiness/releases/${id}/signature`, {
    body: { textVersion: 'information_release/1' },
    version: 1,
  });
}

function readiness({ coupleId }: Cast, by: Member): Promise<ReadinessOfCoupleView> {
  return by.voice.call<ReadinessOfCoupleView>('GET', `readiness/${coupleId}`);
}

/** The partner writes a question, goes through it with her therapist, and lets the list go; it is passed on. */
export async function askQuestions(cast: Cast): Promise<void> {
  const { nora, jo, mina, ruben, look } = cast;
  const phone = nora.page;
  await phone.goto('/disclosure/questions');
  await phone.getByRole('link', { name: 'Write a question' }).click();
  await phone.getByLabel('What I want to ask').fill(QUESTION);
  await phone.getByRole('radio', { name: 'money', exact: true }).check({ force: true });
  const detail = phone.getByRole('group', { name: 'How much I want to hear' });
  await detail.getByRole('radio').nth(2).check({ force: true });
  await expect(phone.getByText('Saved with your clinic').first()).toBeVisible();
  await look(phone, 'disclosure, one question');
  await phone.getByRole('button', { name: 'Done for now' }).click();
  await expect(phone.getByText('not gone through yet').first()).toBeVisible();
  const desk = await atDesk(cast, jo, 'questions');
  await desk.getByRole('button', { name: 'Gone through together' }).click();
  await expect(desk.getByText('gone through', { exact: true }).first()).toBeVisible();
  await look(desk, 'disclosure, questions');
  await phone.reload();
  await phone.getByRole('button', { name: 'I am ready to let it go' }).click();
  await look(phone, 'disclosure, questions before the release');
  await phone.getByRole('button', { name: 'Let it go', exact: true }).click();
  await expect(
    phone.getByText(/Your list has gone to your partner’s therapist, whole/).first(),
  ).toBeVisible();
  const lead = await atDesk(cast, mina, 'questions');
  await lead.getByRole('button', { name: `Pass the list on to ${couple.recovering}` }).click();
  await expect(lead.getByText(`Passed on to ${couple.recovering}`).first()).toBeVisible();
  await ruben.page.goto('/disclosure/questions');
  await expect(ruben.page.getByText(QUESTION).first()).toBeVisible();
  await look(ruben.page, 'disclosure, questions received');
}

/** One section is written on the phone, the others beside it; the first round is answered, the second approved. */
export async function writeDocument(cast: Cast): Promise<void> {
  const { ruben, look } = cast;
  const phone = ruben.page;
  await phone.goto('/disclosure/disclosure-document');
  await phone.getByRole('button', { name: 'No', exact: true }).click();
  await expect(phone.getByText('You said no. You can change this at any time.').first()).toBeVisible();
  await phone.getByRole('link', { name: /^Why I share this/ }).click();
  await phone.getByRole('textbox', { name: 'Why I share this' }).fill(WHY);
  await expect(phone.getByText('Saved with your clinic').first()).toBeVisible();
  await look(phone, 'disclosure, a section');
  await keepSection(cast);
  await phone.getByRole('button', { name: 'Done for now' }).click();
  await writeRest(ruben, 1);
  await handIn(cast, 1);
  await answerRound(cast);
  await phone.getByRole('link', { name: /^Why I share this/ }).click();
  await expect(phone.getByText('Say it without the house.').first()).toBeVisible();
  await look(phone, 'disclosure, a section with a comment');
  await phone.getByRole('button', { name: 'I have seen to this' }).click();
  await expect(phone.getByText('Seen to', { exact: true }).first()).toBeVisible();
  await phone.getByRole('textbox', { name: 'Why I share this' }).fill(`${WHY} I tell it whole.`);
  await expect(phone.getByText('Saved with your clinic').first()).toBeVisible();
  await phone.getByRole('button', { name: 'Done for now' }).click();
  await handIn(cast, 2);
}

async function writeRest({ voice }: Member, round: number): Promise<void> {
  const { sections } = await voice.call<OwnDocumentView>('GET', 'disclosure-document');
  for (const section of SECTIONS.slice(1)) {
    const version = sections.find((one) => one.section === section)?.version ?? 0;
    const text = `Section ${section}, round ${String(round)}, in plain words.`;
    await voice.call('PUT', `disclosure-document/sections/${section}`, { body: { text }, version });
  }
}

async function handIn({ ruben, look }: Cast, round: number): Promise<void> {
  const phone = ruben.page;
  await phone.goto('/disclosure/disclosure-document');
  await phone.getByRole('button', { name: 'Hand in this round' }).click();
  await expect(phone.getByText('There is nothing new to hand in.')).toBeVisible();
  if (round === 1) await look(phone, 'disclosure, own document');
}

/** A comment and a wish for changes, at the desk of the author's therapist; the author comes back to the page. */
async function answerRound(cast: Cast): Promise<void> {
  const { mina, ruben, look } = cast;
  const page = await atDesk(cast, mina, 'disclosure-document');
  const section = card(page, 'Why I share this');
  await section.getByRole('textbox').fill('Say it without the house.');
  await section.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(section.getByText('Say it without the house.', { exact: true })).toBeVisible();
  await section.getByRole('button', { name: 'Ask for changes' }).click();
  await expect(section.getByText('Changes asked for').first()).toBeVisible();
  await look(page, 'disclosure, review of a round');
  await ruben.page.reload();
}

/** The second round is approved: one section on the screen, the others beside it. */
export async function approveDocument(cast: Cast): Promise<void> {
  const { coupleId, mina, look } = cast;
  const page = await atDesk(cast, mina, 'disclosure-document');
  await page.getByRole('button', { name: 'Compare with the version before' }).click();
  await look(page, 'disclosure, versions compared');
  const section = card(page, 'Why I share this');
  await section.getByRole('button', { name: 'Approve' }).click();
  await expect(section.getByText('Approved', { exact: true }).first()).toBeVisible();
  const path = `disclosure-documents/${coupleId}`;
  for (const letter of SECTIONS.slice(1)) {
    const { processVersion: version, rounds: number } = await mina.voice.call<{
      processVersion: number;
      rounds: number;
    }>('GET', path);
    const body = { section: letter, number, decision: 'approved' };
    await mina.voice.call('POST', `${path}/decisions`, { body, version });
  }
  const { questions } = await mina.voice.call<CaseQuestionsView>('GET', `questions/${coupleId}`);
  const asked = await atDesk(cast, mina, 'questions');
  await asked.getByRole('radio', { name: 'Answered in the document' }).check({ force: true });
  await asked.getByRole('button', { name: 'Save', exact: true }).last().click();
  await expect(asked.getByText(/Released questions that nothing closes yet: 0/).first()).toBeVisible();
  expect(questions).toHaveLength(1);
}
