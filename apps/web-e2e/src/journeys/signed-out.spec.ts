import { homeworkUrl, portalUrl } from '../harness/address.ts';
import { expect, test } from '../harness/journey.ts';
import { signInAtHome } from '../harness/own-pages.ts';
import { signInAtPortal } from '../harness/staff.ts';
import { readableTraces } from '../harness/traces.ts';

test('S-5 W-5 after a sign-out at the portal Back shows nothing, and nothing is left in the browser', async ({
  devices,
}) => {
  const { page } = await devices.desk();
  await signInAtPortal(page, 'Mina Castellan');
  await page.getByRole('link', { name: 'Ellery' }).click();
  await expect(page.getByText('No total.')).toBeVisible();
  const [couple] = /\/couples\/[0-9a-f-]+/.exec(page.url())!;
  const asked = ['/api/clinic/session', `/api/clinic${couple}`, '/api/clinic/caseload'];
  expect(await readableTraces(page, asked)).toContain('Ellery');
  expect(await page.title()).not.toMatch(/Ellery|Rowan|Sam/);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible();
  for (const step of ['as it is', 'Back', 'Back again']) {
    if (step !== 'as it is') await page.goBack();
    await expect(page.getByRole('heading', { name: 'Sign in', level: 1 }), step).toBeVisible();
    expect(await readableTraces(page, asked), step).not.toMatch(/Ellery|Rowan|Sam |Marlow/);
  }
  for (const address of asked)
    expect((await page.request.get(`${portalUrl()}${address}`)).status()).toBe(401);
});

test('S-5 W-5 after a sign-out at home Back shows nothing, and nothing is left in the browser', async ({
  devices,
}) => {
  const { page } = await devices.phone();
  await signInAtHome(page, 'RP');
  await page.getByRole('link', { name: 'My record' }).click();
  await expect(page.getByRole('heading', { name: 'My record', exact: true })).toBeVisible();
  const asked = ['session', 'homework/today', 'homework/record'].map((place) => `/api/home/${place}`);
  expect(await readableTraces(page, asked)).toMatch(/Rowan/);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  for (const step of ['as it is', 'Back']) {
    if (step === 'Back') await page.goBack();
    await expect(page.getByRole('heading', { name: 'Sign in' }), step).toBeVisible();
    expect(await readableTraces(page, asked), step).not.toMatch(/Rowan|Sam|R01/);
    expect(await page.title()).toBe('Trellis');
  }
  for (const address of asked)
    expect((await page.request.get(`${homeworkUrl()}${address}`)).status()).toBe(401);
});
