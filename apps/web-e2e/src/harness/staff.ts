import type { Page } from '@playwright/test';
import { staffWithFreshCode } from './demo.ts';
import { expect } from './journey.ts';

/** Signs a member of the demo staff in by hand: e-mail, password, six digits. Ends on the first page. */
export async function signInAtPortal(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await fillSignIn(page, name);
}

/** The same on the sign-in page that is open. Ends where it leads back to. */
export async function fillSignIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('Email').waitFor();
  const member = await staffWithFreshCode(name);
  await page.getByLabel('Email').fill(member.email);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(member.password);
  await page.getByRole('button', { name: 'Continue' }).click();
  await enterCode(page, member.code);
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
}

/** In the demo clinic the field fills itself with the code of the moment; a person would type it. */
async function enterCode(page: Page, code: string): Promise<void> {
  const field = page.getByLabel('Six-digit code');
  await expect(field).toHaveValue(/^\d{6}$/);
  const filledIn = (await field.inputValue()) === code;
  // The sixth digit sends the form by itself.
  if (filledIn) await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  else await field.fill(code);
}
