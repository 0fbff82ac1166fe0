import { expectAccessible } from '../harness/accessible.ts';
import { addCouple, invite } from '../harness/couple-pages.ts';
import { staffWithFreshCode } from '../harness/demo.ts';
import { expect, test } from '../harness/journey.ts';
import { walkToWays, type Look } from '../harness/own-pages.ts';
import { givePasskeys } from '../harness/passkey-device.ts';
import { signInAtPortal } from '../harness/staff.ts';
import { forgetFreshProofs } from '../harness/time.ts';

const team = { recovering: /Priya Raman/, partner: /Jo Whitlock/, joint: /Priya Raman/ };
const noLook: Look = () => Promise.resolve();

test('A-5, A-8 a therapist adds a passkey, comes in with it, and removes it with a fresh code', async ({
  devices,
}) => {
  const { page } = await devices.desk();
  await givePasskeys(page);
  await signInAtPortal(page, 'Priya Raman');

  await test.step('she adds a passkey to her account', async () => {
    await page.getByRole('link', { name: /Priya Raman/ }).click();
    await page.getByLabel('Name of the passkey').fill('Desk');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await expect(page.getByText(/added .* not used yet/)).toBeVisible();
    await expectAccessible(page, 'account, a passkey');
  });

  await test.step('it lets her in, with nothing typed', async () => {
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await expect(page.getByRole('heading', { name: 'Caseload', level: 1 })).toBeVisible();
  });

  await test.step('removing it asks for a fresh code, and is done when the code is right', async () => {
    await page.getByRole('link', { name: /Priya Raman/ }).click();
    await expect(page.getByText(/last used/)).toBeVisible();
    await forgetFreshProofs();
    await page.getByRole('button', { name: 'Remove' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await expectAccessible(page, 'a fresh code is asked for');
    await dialog.getByLabel('Six-digit code').fill('000000');
    await expect(dialog.getByRole('alert')).toBeVisible();
    const { code } = await staffWithFreshCode('Priya Raman');
    await dialog.getByLabel('Six-digit code').fill(code);
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: 'Remove' })).toHaveCount(0);
  });
});

test('A-5 a person enrols with a passkey, comes in with it, and adds a second device by a code', async ({
  devices,
}) => {
  test.setTimeout(240_000);
  const { page: desk } = await devices.desk();
  const { page: phone } = await devices.phone();
  const { page: tablet } = await devices.phone();
  await givePasskeys(phone);
  await givePasskeys(tablet);
  await signInAtPortal(desk, 'Priya Raman');
  await addCouple(desk, { name: 'Sorrel', recovering: 'Emil', partner: 'Nora', team });
  const invitation = await invite(desk, 'Emil');

  await test.step('he says whose phone it is and joins with a passkey', async () => {
    await walkToWays(phone, invitation, 'Emil', noLook, 'Somebody else uses it too');
    await expect(phone.getByText('You said that somebody else uses this device.')).toBeVisible();
    await expect(phone.getByRole('button', { name: 'With a PIN on this device' })).toHaveCount(0);
    await expectAccessible(phone, 'invitation, ways in of a shared device');
    await phone.getByRole('button', { name: 'With a passkey' }).click();
    await phone.getByRole('button', { name: 'Join with a passkey' }).click();
    await phone.getByRole('link', { name: 'Continue' }).click();
    await expect(phone.getByRole('heading', { name: 'Hello, Emil' })).toBeVisible();
    const kept = (await phone.context().cookies()).map(({ name }) => name);
    expect(kept).toEqual(['__Host-client']);
  });

  await test.step('his therapist sees that he shares the device', async () => {
    await desk.reload();
    await expect(desk.getByText('Uses a shared device')).toBeVisible();
    await expectAccessible(desk, 'couple, a shared device');
  });

  await test.step('a code from his record lets a second device make a passkey', async () => {
    await phone.getByRole('link', { name: 'My record' }).click();
    await phone.getByRole('button', { name: 'Add another device' }).click();
    await expect(phone.getByText('It works once and for ten minutes.')).toBeVisible();
    const shown = await phone.locator('tr-further-passkey tr-copy-box').innerText();
    const [code = ''] = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(shown) ?? [];
    await expectAccessible(phone, 'record, a code for another device');
    await tablet.goto('/sign-in');
    await tablet.getByRole('link', { name: 'Add this device with a code' }).click();
    await tablet.getByLabel('The code').fill(code);
    await expectAccessible(tablet, 'adding a device');
    await tablet.getByRole('button', { name: 'Go on' }).click();
    await tablet.getByRole('button', { name: 'Make the passkey' }).click();
    await expect(tablet.getByRole('heading', { name: 'Hello, Emil' })).toBeVisible();
  });

  await test.step('the passkey lets him in again', async () => {
    await phone.getByRole('button', { name: 'Sign out' }).click();
    await phone.getByRole('button', { name: 'Use a passkey' }).click();
    await expect(phone.getByRole('heading', { name: 'Hello, Emil' })).toBeVisible();
  });
});
