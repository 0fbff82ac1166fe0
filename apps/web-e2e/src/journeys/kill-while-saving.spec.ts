import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { OwnTaskView, PersonSessionView, TodayView } from '@trellis/contracts';
import { homeworkUrl } from '../harness/address.ts';
import { killApi, waitForNewApi } from '../harness/kill.ts';
import { expect, test } from '../harness/journey.ts';
import { signInAtHome, skipTo } from '../harness/own-pages.ts';

const QUESTION = 'One thing I was tempted to leave out';

// Whatever a journey found, those after it need a server.
test.afterEach(waitForNewApi);

const box = (page: Page) => page.getByRole('textbox', { name: QUESTION });

test('what the page called saved is there after the server was killed', async ({ devices }) => {
  const { page, watch } = await devices.phone();
  watch.expectLostConnections();
  await signInAtHome(page, 'RP');
  const taskId = await todaysTask(page);
  await page.goto(`/tasks/${taskId}`);
  await skipTo(page, QUESTION);

  await test.step('killed at the moment the page says saved', async () => {
    await box(page).fill('first words, saved before the power went');
    await expect(page.getByText('Saved with your clinic')).toBeVisible();
    killApi();
    await waitForNewApi();
    const { page: other } = await devices.phone();
    await signInAtHome(other, 'RP', `/tasks/${taskId}`);
    await skipTo(other, QUESTION);
    await expect(box(other)).toHaveValue('first words, saved before the power went');
    await other.context().close();
  });

  await test.step('words typed while nobody answers are not called saved until they are', async () => {
    killApi({ keepDown: true });
    await box(page).fill('second words, typed while the server was away');
    await expect(page.getByText('Kept on this device, not sent yet')).toBeVisible();
    await expect(page.getByText('Saved with your clinic')).toHaveCount(0);
    await waitForNewApi();
    await expect(page.getByText('Saved with your clinic')).toBeVisible({ timeout: 60_000 });
    const stored = await ownTask(page, taskId);
    expect(stored.answers).toMatchObject({ left_out: 'second words, typed while the server was away' });
  });
});

test('the clinic holds the last text it acknowledged, whenever the server is killed', async ({ devices }) => {
  const { page, watch } = await devices.phone();
  watch.expectLostConnections();
  await signInAtHome(page, 'RP');
  const taskId = await todaysTask(page);
  for (const patience of [5, 40, 120]) {
    const before = await ownTask(page, taskId);
    const { acknowledged, sent } = await saveUntilKilled(page, before, patience);
    await waitForNewApi();
    const { left_out: stored } = (await ownTask(page, taskId)).answers;
    // The one on its way when the server died may have arrived or not; nothing older may be there.
    expect([acknowledged, sent]).toContain(stored);
  }
});

/** Saves one text after the other as fast as answers come and kills the server after so many milliseconds. */
async function saveUntilKilled(
  page: Page,
  task: OwnTaskView,
  patience: number,
): Promise<{ acknowledged: string; sent: string }> {
  const session = await readSession(page);
  let [version, acknowledged, sent] = [task.version, '', ''];
  let count = 0;
  for (;;) {
    sent = `text ${String(++count)} ${randomUUID()}`;
    if (count === 3) setTimeout(() => killApi(), patience);
    const answer = await page.request
      .put(`${homeworkUrl()}/api/home/homework/${task.id}/draft`, {
        data: { answers: { left_out: sent } },
        headers: {
          'x-xsrf-token': session.csrfToken,
          'if-match': `"v${String(version)}"`,
          origin: homeworkUrl(),
        },
      })
      .catch(() => undefined);
    if (answer === undefined) return { acknowledged, sent };
    expect(answer.status()).toBe(200);
    version = ((await answer.json()) as { readonly version: number }).version;
    acknowledged = sent;
  }
}

/** @returns the id of the check-in that Rowan is asked for today */
async function todaysTask(page: Page): Promise<string> {
  const answer = await page.request.get(`${homeworkUrl()}/api/home/homework/today`);
  const [task] = ((await answer.json()) as TodayView).tasks;
  if (task === undefined) throw new Error('Rowan has no task today');
  return task.id;
}

async function readSession(page: Page): Promise<PersonSessionView> {
  const answer = await page.request.get(`${homeworkUrl()}/api/home/session`);
  return (await answer.json()) as PersonSessionView;
}

async function ownTask(page: Page, taskId: string): Promise<OwnTaskView> {
  const answer = await page.request.get(`${homeworkUrl()}/api/home/homework/${taskId}`);
  expect(answer.status()).toBe(200);
  return (await answer.json()) as OwnTaskView;
}
