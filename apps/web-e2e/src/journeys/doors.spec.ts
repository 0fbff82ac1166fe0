import { expectAccessible } from '../harness/accessible.ts';
import { expect, test } from '../harness/journey.ts';
import { signInAtPortal } from '../harness/staff.ts';

test('the staff door asks for two things and keeps what was typed when one is wrong', async ({ devices }) => {
  const { page } = await devices.desk();
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible();
  await expectAccessible(page, 'sign-in');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Enter your email address.')).toBeVisible();
  await expect(page.getByText('Enter your password.')).toBeVisible();
  await page.getByLabel('Email').fill('nobody@northpier.example');
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill('not the right one');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('E-mail and password do not match. Check both and try again.')).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue('nobody@northpier.example');
});

test('a therapist sees her caseload and nobody sees it after she has signed out', async ({ devices }) => {
  const { page } = await devices.desk();
  await signInAtPortal(page, 'Priya Raman');
  await expect(page.getByRole('heading', { name: 'Caseload', level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Marlow' })).toBeVisible();
  await expectAccessible(page, 'caseload');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible();
  await page.goto('/caseload');
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible();
  await expect(page.getByText('Marlow')).toHaveCount(0);
});
