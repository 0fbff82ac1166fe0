import { expectAccessible } from '../harness/accessible.ts';
import { handInOwnExercise } from '../harness/check-ins.ts';
import { addCouple, assign, invite } from '../harness/couple-pages.ts';
import { expect, test } from '../harness/journey.ts';
import { buildExercise, publishExercise } from '../harness/library-pages.ts';
import { enrol } from '../harness/own-pages.ts';
import { signInAtPortal } from '../harness/staff.ts';

const NAME = 'Kind moments of the clinic';
const team = { recovering: /Mina Castellan/, partner: /Jo Whitlock/, joint: /Mina Castellan/ };
const SHARED = 'the neighbour waved across the street';
const ALONE = 'I looked for reasons not to believe it';

test('an exercise that the clinic wrote is published, given, done and read', async ({ devices }) => {
  const { page: mina } = await devices.desk();
  const { page: robin } = await devices.phone();

  await test.step('she writes it and publishes it', async () => {
    await signInAtPortal(mina, 'Mina Castellan');
    await buildExercise(mina, NAME, expectAccessible);
    await publishExercise(mina, 'The first version');
    await mina.getByRole('link', { name: 'History', exact: true }).click();
    await expect(mina.getByText('Published by Dr. Mina Castellan. The first version')).toBeVisible();
    await expectAccessible(mina, 'history of an exercise');
  });

  await test.step('she gives it to a person who came in just now', async () => {
    await mina.getByRole('link', { name: 'Caseload' }).first().click();
    await addCouple(mina, { name: 'Fennel', recovering: 'Robin', partner: 'Marta', team });
    await enrol(robin, await invite(mina, 'Robin'), 'Robin', () => Promise.resolve());
    await mina.reload();
    await assign(mina, NAME, 'Robin', 1);
  });

  await test.step('he does it, with the question that comes only after yes', async () => {
    await robin.reload();
    await handInOwnExercise(robin, NAME, { shared: SHARED, alone: ALONE });
  });

  await test.step('she reads what is for her and nothing else', async () => {
    await mina.reload();
    await mina.getByRole('button', { name: new RegExp(`^${NAME}`) }).click();
    await expect(mina.getByText(SHARED)).toBeVisible();
    await expect(mina.getByText('Questions that Robin alone can read: 1')).toBeVisible();
    await expect(mina.getByText(ALONE)).toHaveCount(0);
  });
});
