import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../harness/accessible.ts';
import { expect, test } from '../harness/journey.ts';
import { watchRequests, whatStaysOfLink } from '../harness/link-watch.ts';
import { startEmptyServer } from '../harness/system.ts';
import { authenticatorCode } from '../harness/totp.ts';

const OWNER = { email: 'ada@harbour.example', password: 'nine kites over wet sand' };
const THERAPIST = { email: 'noor@harbour.example', password: 'a lantern under quiet clouds' };

/** Reads the secret off the page, as a phone would. @returns the secret in groups of four */
async function secretOnPage(page: Page): Promise<string> {
  return page.locator('tr-authenticator-seed').getByRole('status').first().innerText();
}

/** Reads the ten codes and says that they are kept. */
async function keepCodes(page: Page): Promise<readonly string[]> {
  await expect(page.getByRole('heading', { name: 'Keep your recovery codes' })).toBeVisible();
  const codes = await page.locator('tr-recovery-codes').getByRole('listitem').allInnerTexts();
  await page.getByRole('checkbox', { name: 'I have kept the codes' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  return codes;
}

async function signInWithRecoveryCode(
  page: Page,
  { email, password }: typeof OWNER,
  code: string,
): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(code);
  await expectAccessible(page, 'sign-in, recovery code');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function inviteTherapist(page: Page): Promise<{ link: string; code: string }> {
  await page.getByRole('button', { name: 'Invite a colleague' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite a colleague' });
  await dialog.getByRole('button', { name: 'Make the invitation' }).click();
  await expect(dialog.getByText('Please fill this in.').first()).toBeVisible();
  await expectAccessible(page, 'invite dialog, asked');
  await dialog.getByLabel('Name, as it is shown').fill('Noor Haddad');
  await dialog.getByLabel('Email').fill(THERAPIST.email);
  await dialog.getByRole('button', { name: 'Make the invitation' }).click();
  await expect(dialog.getByText('Link and code are shown this once.')).toBeVisible();
  await expectAccessible(page, 'invite dialog, link and code');
  const [link, code] = await dialog.getByRole('status').allInnerTexts();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Noor Haddad')).toBeVisible();
  return { link: link!.trim(), code: code!.replace(/\D/g, '') };
}

test('N-6 a practice begins on an empty server: first owner, first colleague, recovery code, audit', async ({
  devices,
}) => {
  test.setTimeout(300_000);
  const server = await startEmptyServer();
  try {
    const baseURL = server.portalUrl;
    const { page: owner } = await devices.desk({ baseURL });
    const { page: colleague } = await devices.desk({ baseURL });
    const watched = [watchRequests(owner.context()), watchRequests(colleague.context())];
    const setUpLink = /http\S+\/setup#\S+/.exec(readFileSync(server.logFile, 'utf8'))![0];
    let ownersCodes: readonly string[] = [];
    let invitation = { link: '', code: '' };

    await test.step('the link that the server printed sets up the practice and its owner', async () => {
      await owner.goto(setUpLink);
      await expect(owner.getByRole('heading', { name: 'Set up your practice' })).toBeVisible();
      expect(await whatStaysOfLink(owner, '/dev/null')).not.toContain(setUpLink.split('#')[1]);
      await owner.getByLabel('Name of the practice').fill('Harbour Practice');
      await owner.getByLabel('Time zone').selectOption('America/Chicago');
      await owner.getByLabel('Phone').fill('+1 312 555 0144');
      await owner.getByLabel('Your name, as it is shown').fill('Ada Field');
      await owner.getByLabel('Email').fill(OWNER.email);
      await owner.getByRole('textbox', { name: 'Password', exact: true }).fill(OWNER.password);
      await expectAccessible(owner, 'set-up');
      await owner.getByLabel('Six-digit code').fill(authenticatorCode(await secretOnPage(owner)));
      await owner.getByRole('button', { name: 'Set up the practice' }).click();
      await expect(owner.getByRole('heading', { name: 'Keep your recovery codes' })).toBeVisible();
      await expectAccessible(owner, 'recovery codes');
      ownersCodes = await keepCodes(owner);
      expect(new Set(ownersCodes).size).toBe(10);
      await expect(owner.getByRole('heading', { name: 'Staff', level: 1 })).toBeVisible();
    });

    await test.step('the owner invites a therapist', async () => {
      invitation = await inviteTherapist(owner);
      await expectAccessible(owner, 'staff');
    });

    await test.step('she joins with link and code, and keeps codes of her own', async () => {
      await colleague.goto(invitation.link);
      await expect(colleague.getByRole('heading', { name: 'Join your practice' })).toBeVisible();
      await expect(colleague.getByText(/Noor|Harbour/)).toHaveCount(0);
      expect(await whatStaysOfLink(colleague, server.logFile)).not.toContain(invitation.link.split('#')[1]);
      await expectAccessible(colleague, 'join, code');
      await colleague.getByLabel('Invitation code').fill(invitation.code);
      await expect(colleague.getByText('Noor Haddad, you were invited to Harbour Practice.')).toBeVisible();
      await colleague.getByRole('textbox', { name: 'Password', exact: true }).fill(THERAPIST.password);
      await expectAccessible(colleague, 'join, account');
      await colleague.getByLabel('Six-digit code').fill(authenticatorCode(await secretOnPage(colleague)));
      await colleague.getByRole('button', { name: 'Join' }).click();
      await keepCodes(colleague);
      await expect(colleague.getByRole('heading', { name: 'Caseload', level: 1 })).toBeVisible();
      await expect(colleague.getByRole('link', { name: 'Staff' })).toHaveCount(0);
      await colleague.goto('/audit');
      await expect(colleague.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
    });

    await test.step('the owner signs in again with a recovery code, which opens once', async () => {
      await owner.getByRole('button', { name: 'Sign out' }).click();
      await signInWithRecoveryCode(owner, OWNER, ownersCodes[0]!);
      await expect(owner.getByRole('button', { name: 'Sign out' })).toBeVisible();
      await owner.getByRole('button', { name: 'Sign out' }).click();
      await signInWithRecoveryCode(owner, OWNER, ownersCodes[0]!);
      await expect(owner.getByRole('alert')).toBeVisible();
      await owner.getByLabel('Recovery code').fill(ownersCodes[1]!);
      await owner.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(owner.getByRole('button', { name: 'Sign out' })).toBeVisible();
    });

    await test.step('account, staff and audit show what happened', async () => {
      await owner.getByRole('link', { name: 'Ada Field' }).click();
      await expect(owner.getByText('8 left. Each opens once, in place of the authenticator.')).toBeVisible();
      await expectAccessible(owner, 'account');
      await owner.getByRole('link', { name: 'Staff' }).click();
      await expect(owner.getByRole('row', { name: /Noor Haddad/ })).toBeVisible();
      await owner.getByRole('link', { name: 'Audit' }).click();
      await expect(owner.getByRole('heading', { name: 'Audit record' })).toBeVisible();
      await expect(owner.getByRole('row', { name: /Noor Haddad/ }).first()).toBeVisible();
      await expectAccessible(owner, 'audit');
    });

    for (const request of watched.flatMap(({ requests }) => requests))
      for (const secret of [setUpLink.split('#')[1]!, invitation.link.split('#')[1]!])
        expect(request).not.toContain(secret);
  } finally {
    await server.stop();
  }
});
