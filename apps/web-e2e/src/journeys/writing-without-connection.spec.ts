import type { Page } from '@playwright/test';
import type { OwnTaskView, TodayView } from '@trellis/contracts';
import { expectAccessible } from '../harness/accessible.ts';
import { homeworkUrl } from '../harness/address.ts';
import { demoPerson } from '../harness/demo.ts';
import { expect, test } from '../harness/journey.ts';
import { keptTraces } from '../harness/kept.ts';
import { signInAtHome, signInWith, skipTo } from '../harness/own-pages.ts';
import { expireSessions } from '../harness/time.ts';

const QUESTION = 'One thing I was tempted to leave out';
const HOURS = ['morning', 'noon', 'evening', 'night'];
const box = (page: Page) => page.getByRole('textbox', { name: QUESTION });

test('a day without a connection from the first minute on: everything is there afterwards, in order', async ({
  devices,
}) => {
  const { page, watch } = await devices.phone();
  watch.expectLostConnections();
  await page.clock.install();
  await signInAtHome(page, 'RP');
  const task = await todaysTask(page);
  await page.goto(`/tasks/${task}`);
  await skipTo(page, QUESTION);
  await box(page).fill('Before it. ');
  await page.clock.runFor(2_000);
  await expect(page.getByText('Saved with your clinic')).toBeVisible();
  await shellIsKept(page);
  await page.context().setOffline(true);

  await test.step('writing goes on for hours, and the page says where the words are', async () => {
    for (const hour of HOURS) {
      await box(page).press('ControlOrMeta+End');
      await box(page).pressSequentially(`${hour} words. `);
      await expect(page.getByText('Kept on this device', { exact: false })).toBeVisible();
      await expect(page.getByText('Saved with your clinic')).toHaveCount(0);
      await page.clock.fastForward('10:00');
    }
    await expect(page.getByText('Kept on this device, not sent yet')).toBeVisible();
    expect(await keptTraces(page)).not.toContain('morning words');
  });

  await test.step('the page closes by itself, and takes words without showing any', async () => {
    await page.clock.fastForward('16:00');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await expect(page.getByText('There is no connection to the clinic now.')).toBeVisible();
    await putAside(page, 'first note');
    await page.clock.fastForward('08:00:00');
    await putAside(page, 'second note');
    await expectAccessible(page, 'sign-in without a connection');
    expect(await keptTraces(page)).not.toMatch(/first note|second note|morning words/);
  });

  await test.step('a cold start without a connection opens the shell, and nothing of anybody', async () => {
    const { context, url } = { context: page.context(), url: `${homeworkUrl()}/tasks/${task}` };
    const cold = await context.newPage();
    await cold.goto(url);
    await expect(cold.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await expect(cold.getByText('There is no connection to the clinic now.')).toBeVisible();
    await putAside(cold, 'third note, from a cold start');
    await cold.close();
    await page.close();
  });

  await test.step('with a connection again, all of it goes to the clinic', async () => {
    await expireSessions();
    const context = page.context();
    await context.setOffline(false);
    const next = await context.newPage();
    await next.goto(`/tasks/${task}`);
    await signInWith(next, await demoPerson('RP'));
    await next.getByText(/^Question \d+ of \d+$/).waitFor();
    await skipTo(next, QUESTION);
    await expect(box(next)).toHaveValue(`Before it. ${HOURS.map((hour) => `${hour} words. `).join('')}`);
    await expect(next.getByText('Saved with your clinic')).toBeVisible({ timeout: 30_000 });
    await next.getByRole('button', { name: 'Add what I wrote without a connection' }).click();
    await expect(next.getByRole('button', { name: 'Add what I wrote' })).toHaveCount(0);
    await expect(next.getByText('Saved with your clinic')).toBeVisible();
    const text = String((await ownTask(next, task)).answers['left_out']);
    const parts = [...HOURS.map((hour) => `${hour} words.`), 'first note', 'second note', 'third note'];
    const places = parts.map((part) => text.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(parts.filter((part) => text.split(part).length !== 2)).toEqual([]);
  });
});

test('handed in without a connection: kept, said so, and sent once by the next page', async ({ devices }) => {
  const { page, watch } = await devices.phone();
  watch.expectLostConnections();
  await signInAtHome(page, 'BP');
  const task = await todaysTask(page);
  await page.goto(`/tasks/${task}`);
  await page.getByText(/^Question \d+ of \d+$/).waitFor();
  await shellIsKept(page);
  await page.context().setOffline(true);
  await answerAll(page);
  await page.getByRole('button', { name: /^Hand in to / }).click();
  await expect(page.getByRole('heading', { name: 'Kept on this device, not sent yet' })).toBeVisible();
  await expectAccessible(page, 'handed in without a connection');
  const context = page.context();
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto('/today');
  await expect.poll(async () => (await ownTask(next, task)).state, { timeout: 30_000 }).toBe('submitted');
  expect(await keptTraces(next)).not.toContain('in my own words');
  const caches = await next.evaluate(async () => {
    const names = await globalThis.caches.keys();
    const kept = names.map(async (name) =>
      (await (await globalThis.caches.open(name)).keys()).map(({ url }) => url),
    );
    return (await Promise.all(kept)).flat();
  });
  expect(caches.filter((url) => new URL(url).pathname.startsWith('/api'))).toEqual([]);
});

/** The partner's check-in (B01), up to the look before handing in. */
async function answerAll(page: Page): Promise<void> {
  const answers: readonly (() => Promise<void>)[] = [
    () => page.getByRole('checkbox', { name: 'hopeful' }).check({ force: true }),
    () => page.getByRole('button', { name: 'Less' }).click(),
    () => page.getByRole('button', { name: 'More' }).click(),
    () => page.getByRole('textbox', { name: 'I cared for myself by' }).fill('in my own words'),
    ...Array.from(
      { length: 3 },
      () => () => page.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true }),
    ),
  ];
  for (const [at, answer] of answers.entries()) {
    await expect(page.getByText(`Question ${String(at + 1)} of ${String(answers.length)}`)).toBeVisible();
    await answer();
    await page.getByRole('button', { name: 'Next' }).click();
  }
  await expect(page.getByRole('heading', { name: 'Before you hand it in' })).toBeVisible();
}

async function putAside(page: Page, words: string): Promise<void> {
  await page.getByLabel('What I want to keep').fill(words);
  await page.getByRole('button', { name: 'Put it aside' }).click();
  await expect(page.getByText('Put aside. It is kept on this device, not sent yet.')).toBeVisible();
  await expect(page.getByLabel('What I want to keep')).toHaveValue('');
}

/** The program of the shell has taken over: from now on the app opens without the clinic. */
async function shellIsKept(page: Page): Promise<void> {
  await expect
    .poll(async () => page.evaluate(() => globalThis.navigator.serviceWorker.controller !== null))
    .toBe(true);
}

async function todaysTask(page: Page): Promise<string> {
  const answer = await page.request.get(`${homeworkUrl()}/api/home/homework/today`);
  const [task] = ((await answer.json()) as TodayView).tasks;
  if (task === undefined) throw new Error('There is no task today');
  return task.id;
}

async function ownTask(page: Page, taskId: string): Promise<OwnTaskView> {
  const answer = await page.request.get(`${homeworkUrl()}/api/home/homework/${taskId}`);
  expect(answer.status()).toBe(200);
  return (await answer.json()) as OwnTaskView;
}
