import { expectAccessible } from '../harness/accessible.ts';
import { addCouple, invite } from '../harness/couple-pages.ts';
import { expect, test } from '../harness/journey.ts';
import { enrol, type Look } from '../harness/own-pages.ts';
import { signInAtPortal } from '../harness/staff.ts';

const couple = {
  name: 'Sorrel',
  recovering: 'Noor',
  partner: 'Ines',
  team: { recovering: /Mina Castellan/, partner: /Jo Whitlock/, joint: /Mina Castellan/ },
} as const;
const noLook: Look = () => Promise.resolve();

test('a therapist gives the plan of the stage, lets it rest, and the person reads so', async ({
  devices,
}) => {
  const { page: mina } = await devices.desk();
  const { page: noor } = await devices.phone();

  await test.step('she looks at the plan week by week, leaves one out and gives the rest', async () => {
    await signInAtPortal(mina, 'Mina Castellan');
    await addCouple(mina, couple);
    await enrol(noor, await invite(mina, couple.recovering), couple.recovering, noLook);
    await mina.getByRole('link', { name: 'Homework', exact: true }).click();
    await mina.getByRole('link', { name: 'Ready plans' }).click();
    await expect(mina.getByLabel('Plan', { exact: true })).toHaveValue('stage_1_starter');
    await expect(mina.getByText('For Jo Whitlock to assign.').first()).toBeVisible();
    await expectAccessible(mina, 'ready plans');
    await mina.getByRole('checkbox', { name: /^Urge and trigger log/ }).uncheck();
    await mina.getByRole('button', { name: /^Assign these \d$/ }).click();
    await expect(mina.getByRole('heading', { name: couple.recovering, exact: true })).toBeVisible();
  });

  await test.step('the plan says what is due and what is closed, and she lets it rest', async () => {
    await mina.getByRole('button', { name: 'Change “Daily recovery check-in”' }).click();
    await mina.getByRole('button', { name: 'Show why' }).click();
    await expect(mina.getByText('Comes in a later stage.').first()).toBeVisible();
    await expectAccessible(mina, 'plan');
    await mina.getByRole('button', { name: 'Travel, illness or a pause' }).click();
    await mina.getByRole('radio', { name: 'Travel' }).check();
    await expectAccessible(mina, 'plan, a rest');
    await mina.getByRole('button', { name: 'Let it rest' }).click();
    await expect(mina.getByText(/^Travel: from .* until you end it$/)).toBeVisible();
  });

  await test.step('the person reads that it rests, and no reason', async () => {
    await noor.reload();
    await expect(noor.getByText('Exercises of yours rest for now.')).toBeVisible();
    await expect(noor.getByText('Travel')).toHaveCount(0);
    await expectAccessible(noor, 'Today, resting');
  });

  await test.step('it goes on', async () => {
    await mina.getByRole('button', { name: 'Go on from today' }).click();
    await expect(mina.getByText(/^Travel: from/)).toHaveCount(0);
    await noor.reload();
    await expect(noor.getByRole('heading', { name: 'Daily recovery check-in' })).toBeVisible();
    await expect(noor.getByText('Exercises of yours rest for now.')).toHaveCount(0);
  });
});
