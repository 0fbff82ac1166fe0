import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { markup } from '@trellis/fixtures';

import { doPartnerCheckIn, doRecoveryCheckIn } from '../harness/check-ins.ts';
import { addCouple, assign, invite } from '../harness/couple-pages.ts';
import { portalUrl } from '../harness/address.ts';
import { expect, test } from '../harness/journey.ts';
import { keptTraces, watchAddresses } from '../harness/kept.ts';
import { enrol, type Look } from '../harness/own-pages.ts';
import { signInAtPortal } from '../harness/staff.ts';

const couple = {
  name: `Bramble"><img src=x onerror=marked()>`,
  recovering: `Nell<svg onload=marked()>`,
  partner: `Ray'"><script>marked()</script>`,
  team: { recovering: /Mina Castellan/, partner: /Jo Whitlock/, joint: /Mina Castellan/ },
} as const;
const OWN = `canary-own-words <img src=x onerror=marked()> {{constructor.constructor("marked()")()}}`;
const CARE = `canary-care-words javascript:marked() </textarea><script>marked()</script>`;
const NOTE = `canary-note-words\n${markup.join('\n')}`.slice(0, 20_000);
const noLook: Look = () => Promise.resolve();

/** Counts, on every page from now on, how often a text was run, and shuts out whatever it may ask. */
async function markRuns(page: Page): Promise<() => Promise<number>> {
  let runs = 0;
  await page.exposeFunction('noteRun', () => (runs += 1));
  await page.addInitScript(() => {
    Object.assign(globalThis, {
      marked: () => (globalThis as unknown as { noteRun: () => void }).noteRun(),
    });
  });
  page.on('dialog', (dialog) => {
    runs += 1;
    void dialog.dismiss();
  });
  await page.reload();
  return async () => {
    await page.waitForTimeout(100);
    return runs;
  };
}

/** Writes through the API as the page that is open would. @returns the answer's status */
async function write(page: Page, path: string, body: object): Promise<number> {
  const { csrfToken } = (await (await page.request.get(`${portalUrl()}/api/clinic/session`)).json()) as {
    csrfToken: string;
  };
  const answer = await page.request.post(`${portalUrl()}/api/clinic/${path}`, {
    headers: {
      'x-xsrf-token': csrfToken,
      'idempotency-key': randomUUID(),
      'sec-fetch-site': 'same-origin',
      origin: portalUrl(),
    },
    data: body,
  });
  return answer.status();
}

test('W-2 W-5 M20 what somebody writes is shown as they wrote it, run by nobody and kept by no browser', async ({
  devices,
}) => {
  test.setTimeout(300_000);
  const [{ page: mina }, { page: jo }] = [await devices.desk(), await devices.desk()];
  const [{ page: nell }, { page: ray }] = [await devices.phone(), await devices.phone()];
  const pages = { mina, jo, nell, ray };
  const went = [mina, jo, nell, ray].map((page) => watchAddresses(page.context()));

  await signInAtPortal(mina, 'Mina Castellan');
  const minaRuns = await markRuns(mina);
  await test.step('names are names, in lists and headings', async () => {
    await addCouple(mina, couple);
    await expect(mina.getByRole('heading', { level: 1 }).first()).toContainText(couple.recovering);
    await mina.getByRole('link', { name: 'Caseload' }).first().click();
    await expect(mina.getByRole('link', { name: couple.name, exact: true })).toBeVisible();
  });

  await test.step('a person is greeted by the name and writes; the therapist of the side reads it so', async () => {
    await mina.getByRole('link', { name: couple.name, exact: true }).click();
    const invitations = [await invite(mina, couple.recovering), await invite(mina, couple.partner)] as const;
    await enrol(nell, invitations[0], couple.recovering, noLook);
    await enrol(ray, invitations[1], couple.partner, noLook);
    const runs = [await markRuns(nell), await markRuns(ray)];
    await mina.reload();
    await assign(mina, 'Daily recovery check-in', couple.recovering, 1);
    await signInAtPortal(jo, 'Jo Whitlock');
    runs.push(await markRuns(jo));
    await jo.getByRole('link', { name: 'Caseload' }).first().click();
    await jo.getByRole('link', { name: couple.name, exact: true }).click();
    await assign(jo, 'Daily check-in', couple.partner, 1);
    await nell.reload();
    await doRecoveryCheckIn(nell, OWN, noLook);
    await ray.reload();
    await doPartnerCheckIn(ray, CARE, noLook);
    await jo.reload();
    await jo.getByRole('button', { name: /^Daily check-in/ }).click();
    await expect(jo.getByText(CARE, { exact: true })).toBeVisible();
    for (const count of runs) expect(await count()).toBe(0);
  });

  await test.step('the whole corpus in one note is the text of its page', async () => {
    const coupleId = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(mina.url())?.[0] ?? '';
    const path = `couples/${coupleId}/psychotherapy-notes`;
    expect(await write(mina, path, { id: randomUUID(), text: NOTE, sessionOn: null })).toBe(201);
    await mina.goto(`/couples/${coupleId}/private-notes`);
    await mina.getByRole('list').getByRole('button').filter({ hasText: /\d/ }).first().click();
    const area = mina.getByRole('textbox', { name: /note/i }).first();
    await expect(area).toHaveValue(NOTE.replaceAll('\r\n', '\n').replaceAll('\r', '\n'));
    expect(await minaRuns()).toBe(0);
  });

  await test.step('nothing of it stays in a storage, cache, address, header or title', async () => {
    for (const [name, page] of Object.entries(pages)) {
      const kept = await keptTraces(page);
      expect(kept.length, name).toBeGreaterThan(20);
      expect(kept, name).not.toMatch(/canary-|marked\(\)|Bramble|Nell<|Ray'/);
    }
    for (const addresses of went) {
      expect(addresses.text().length).toBeGreaterThan(1000);
      expect(addresses.text()).not.toMatch(/canary-|marked\(\)|Bramble/);
    }
  });
});

// What finds nothing proves nothing: here it is shown words in every place it looks at.
test('W-5 M20 the search of a browser finds what is kept in it', async ({ devices }) => {
  const { page } = await devices.phone();
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.evaluate(async () => {
    localStorage.setItem('a', 'canary-local');
    sessionStorage.setItem('a', 'canary-session');
    history.replaceState({ words: 'canary-state' }, '');
    await (await caches.open('kept')).put('/kept', new Response('canary-cache'));
    const opening = indexedDB.open('kept', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const writing = opening.result.transaction('rows', 'readwrite');
    writing.objectStore('rows').put(new TextEncoder().encode('canary-bytes'), 'one');
    writing.objectStore('rows').put({ deep: ['canary-object'] }, 'canary-key');
    await new Promise((resolve) => (writing.oncomplete = resolve));
    opening.result.close();
  });
  const kept = await keptTraces(page);
  for (const place of ['local', 'session', 'state', 'cache', 'bytes', 'object', 'key'])
    expect(kept).toContain(`canary-${place}`);
});
