import type { Page } from '@playwright/test';
import { addCouple } from '../harness/couple-pages.ts';
import { staffWithFreshCode } from '../harness/demo.ts';
import { expect, test } from '../harness/journey.ts';
import { said } from '../harness/spanish.ts';
import { signInAtPortal } from '../harness/staff.ts';

const team = { recovering: /Jo Whitlock/, partner: /Priya Raman/, joint: /Jo Whitlock/ };
const inSpanish = { locale: 'es-ES' };
const portal = (at: string, names?: Record<string, string>) => said('portal', at, names);
const own = (at: string, names?: Record<string, string>) => said('homework', at, names);
const names = { name: 'Inés' };

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const speaksSpanish = (page: Page) => expect(page.locator('html')).toHaveAttribute('lang', 'es');

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel(portal('sign-in/email')).waitFor();
  const { email, password, code } = await staffWithFreshCode('Jo Whitlock');
  await page.getByLabel(portal('sign-in/email')).fill(email);
  await page.getByRole('textbox', { name: portal('sign-in/password'), exact: true }).fill(password);
  await press(page, portal('sign-in/continue'));
  const field = page.getByLabel(portal('sign-in/code.label'));
  await expect(field).toHaveValue(/^\d{6}$/);
  if ((await field.inputValue()) === code) await press(page, portal('sign-in/code.send'));
  else await field.fill(code);
  await expect(page.getByRole('button', { name: portal('shell/signOut') })).toBeVisible();
}

async function next(page: Page): Promise<void> {
  const place = page.getByText(/^Pregunta \d+ de \d+/);
  const before = await place.innerText();
  await press(page, own('task/next'));
  await expect(page.getByText(before, { exact: true })).toHaveCount(0);
}

test('the whole way in Spanish: invited, joined, a task done and read', async ({ devices }) => {
  test.setTimeout(240_000);
  const { page: english } = await devices.desk();
  await signInAtPortal(english, 'Jo Whitlock');
  await addCouple(english, { name: 'Olmo', recovering: 'Inés', partner: 'Tomás', team });
  const address = english.url();
  const { page: jo } = await devices.desk(inSpanish);
  const { page: phone } = await devices.phone(inSpanish);
  let link = '';
  let code = '';

  await test.step('the therapist invites her', async () => {
    await signIn(jo);
    await jo.goto(address);
    await speaksSpanish(jo);
    await press(jo, portal('couple/access.invite', names));
    const dialog = jo.getByRole('dialog');
    await dialog.getByRole('button', { name: portal('couple/invitation.create') }).click();
    await expect(dialog.getByRole('status')).toHaveCount(2);
    const [shown, told] = await dialog.getByRole('status').allTextContents();
    link = (shown ?? '').trim();
    code = (told ?? '').replaceAll(/\D/g, '');
    await jo.keyboard.press('Escape');
  });

  await test.step('she joins', async () => {
    await phone.goto(link);
    await expect(phone.getByRole('heading', { name: own('invite/code.heading') })).toBeVisible();
    await speaksSpanish(phone);
    await phone.getByLabel(own('invite/code.label')).fill(code);
    await press(phone, own('invite/code.go'));
    await expect(phone.getByRole('heading', { name: own('invite/who.heading', names) })).toBeVisible();
    await press(phone, own('invite/next'));
    await press(phone, own('invite/next'));
    await press(phone, own('invite/alone.yes'));
    // The texts come from the clinic: without waiting there may be no box yet.
    await expect(phone.getByRole('checkbox').first()).toBeVisible();
    for (const box of await phone.getByRole('checkbox').all()) await box.check();
    await press(phone, own('invite/next'));
    await press(phone, own('invite/device.own'));
    await press(phone, own('invite/ways.passphrase'));
    await phone.getByLabel(own('invite/passphrase.label')).fill('tetera huerto terciopelo noveno');
    await press(phone, own('invite/passphrase.go'));
    await phone.getByRole('link', { name: own('invite/finished.go') }).click();
    await expect(phone.getByRole('heading', { name: own('today/hello', names) })).toBeVisible();
  });

  await test.step('she gets a task', async () => {
    await jo.goto(`${address}/homework`);
    await jo.getByLabel(portal('homework/assign.what')).selectOption({
      label: 'Registro diario de recuperación',
    });
    await jo.getByLabel(portal('homework/assign.days')).fill('1');
    await press(jo, portal('homework/assign.send', names));
    await expect(jo.getByText(portal('homework/assign.done', { name: 'Inés', count: '1' }))).toBeVisible();
  });

  await test.step('she does it and hands it in', async () => {
    await phone.reload();
    await expect(phone.getByRole('heading', { name: 'Registro diario de recuperación' })).toBeVisible();
    await phone.getByRole('link', { name: own('today/start') }).click();
    // Today has boxes of its own: the page of questions comes first.
    await expect(phone.getByText(/^Pregunta 1 de \d+/)).toBeVisible();
    await phone.getByRole('checkbox').first().check({ force: true });
    await next(phone);
    await press(phone, own('task/more'));
    await next(phone);
    await phone.getByRole('radio', { name: own('task/no'), exact: true }).check({ force: true });
    await next(phone);
    await phone.getByRole('textbox').fill('quería callar lo de ayer');
    await next(phone);
    await phone.getByRole('checkbox').first().check({ force: true });
    await next(phone);
    await phone.getByRole('textbox').or(phone.getByRole('spinbutton')).fill('7');
    await next(phone);
    await phone.getByRole('radio', { name: own('task/yes'), exact: true }).check({ force: true });
    await next(phone);
    await expect(phone.getByRole('heading', { name: own('task/review.heading') })).toBeVisible();
    await phone.getByRole('button', { name: /^Entregar a / }).click();
    await expect(phone.getByRole('heading', { name: own('task/done.heading') })).toBeVisible();
    await speaksSpanish(phone);
  });

  await test.step('the therapist sees that it came', async () => {
    await jo.reload();
    await expect(jo.getByText(portal('homework/chips.toRead')).first()).toBeVisible();
  });
});
