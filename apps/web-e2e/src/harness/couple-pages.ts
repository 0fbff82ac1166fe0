import type { Page } from '@playwright/test';
import { expect } from './journey.ts';

export interface NewCouple {
  readonly name: string;
  readonly recovering: string;
  readonly partner: string;
  /** Whole names of the therapists, as the lists show them. */
  readonly team: { readonly recovering: RegExp; readonly partner: RegExp; readonly joint: RegExp };
}

export interface Invitation {
  readonly link: string;
  readonly code: string;
}

/** Adds a couple from the caseload. Ends on the couple's page. */
export async function addCouple(page: Page, couple: NewCouple): Promise<void> {
  await page.getByRole('link', { name: 'New couple' }).click();
  await expect(page.getByRole('heading', { name: 'New couple', level: 1 })).toBeVisible();
  await page.getByLabel('Name of the couple').fill(couple.name);
  await page.getByLabel('Time zone').selectOption('America/Chicago');
  const person = (side: string) => page.getByRole('group', { name: side });
  await person('recovering person').getByLabel('Name', { exact: true }).fill(couple.recovering);
  await person('partner').getByLabel('Name', { exact: true }).fill(couple.partner);
  await choose(page, 'recovering person', couple.team.recovering);
  await choose(page, 'partner', couple.team.partner);
  await choose(page, 'Joint', couple.team.joint);
  await page.getByRole('radio', { name: /^Limited secrets policy/ }).check();
  await page.getByRole('button', { name: 'Add couple' }).click();
  await expect(
    page.getByRole('heading', { name: `${couple.recovering} and ${couple.partner}` }),
  ).toBeVisible();
}

async function choose(page: Page, side: string, therapist: RegExp): Promise<void> {
  const list = page.getByRole('combobox', { name: side });
  const name = await list.getByRole('option', { name: therapist }).textContent();
  await list.selectOption({ label: (name ?? '').trim() });
}

/** Makes an invitation for one person from the couple's page and reads the link and the code off the dialog. */
export async function invite(page: Page, name: string): Promise<Invitation> {
  await page.getByRole('button', { name: `Invite ${name}` }).click();
  const dialog = page.getByRole('dialog', { name: `Invite ${name}` });
  await dialog.getByRole('button', { name: 'Create invitation' }).click();
  await expect(dialog.getByText('They cannot be shown again.')).toBeVisible();
  const [link, code] = await dialog.getByRole('status').allTextContents();
  await dialog.getByRole('button', { name: 'I have passed both on' }).click();
  await expect(dialog).toBeHidden();
  return { link: (link ?? '').trim(), code: (code ?? '').replace(/\D/g, '') };
}

/** Assigns one exercise for today and the days after, from the couple's homework tab. */
export async function assign(page: Page, exercise: string, name: string, days: number): Promise<void> {
  await page.getByRole('link', { name: 'Homework', exact: true }).click();
  await page.getByLabel('Exercise').selectOption({ label: exercise });
  await page.getByLabel('For how many days').fill(String(days));
  await page.getByRole('button', { name: `Assign to ${name}` }).click();
  await expect(page.getByText(`Assigned to ${name}: ${String(days)}.`)).toBeVisible();
}
