import type { BrowserContext, Page } from '@playwright/test';
import type { OwnTaskView, TodayView } from '@trellis/contracts';
import { homeworkUrl } from '../harness/address.ts';
import { demoPerson } from '../harness/demo.ts';
import { draws } from '../harness/draws.ts';
import { expect, test } from '../harness/journey.ts';
import { killApi, waitForNewApi } from '../harness/kill.ts';
import { countMarks, keepLedger, typeAtEnd, type Ledger } from '../harness/ledger.ts';
import { signInAtHome, signInWith, skipTo } from '../harness/own-pages.ts';
import { expireSessions } from '../harness/time.ts';

const QUESTION = 'One thing I was tempted to leave out';
const SAVED = 'Saved with your clinic';
const ROUNDS = Number(process.env['PROOF_ROUNDS'] ?? '20');
const SEED = Number(process.env['PROOF_SEED'] ?? '20250106');
/** A text is looked at and begun anew after so many rounds. */
const ROUNDS_A_TEXT = 10;
/** Starting the server again takes longer than everything else, so it falls once in so many rounds. */
const ROUNDS_A_KILL = 10;

test.afterEach(waitForNewApi);

/** One person's phone: whatever happens to a page, the next one goes on. */
interface Phone {
  readonly context: BrowserContext;
  page: Page;
  readonly taskId: string;
  readonly ledger: Ledger;
}

type Fault = (phone: Phone, word: string, wait: () => Promise<void>) => Promise<void>;

const FAULTS: Readonly<Record<'cut' | 'closed' | 'closedOffline' | 'expired' | 'twoTabs', Fault>> = {
  async cut(phone, word, wait) {
    await wait();
    await phone.context.setOffline(true);
    await typeAtEnd(phone.page, QUESTION, ` ${word}b;`);
    await wait();
    await phone.context.setOffline(false);
  },
  async closed(phone, _word, wait) {
    await wait();
    await phone.page.close();
    await reopen(phone);
  },
  async closedOffline(phone, word, wait) {
    await phone.context.setOffline(true);
    await typeAtEnd(phone.page, QUESTION, ` ${word}b;`);
    await wait();
    await phone.page.close();
    await phone.context.setOffline(false);
    await reopen(phone);
  },
  async expired(phone, word, wait) {
    await wait();
    await expireSessions();
    await typeAtEnd(phone.page, QUESTION, ` ${word}b;`);
    await phone.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await signInWith(phone.page, await demoPerson('RP'));
    await skipToBox(phone.page);
  },
  async twoTabs(phone, word, wait) {
    const first = phone.page;
    const second = await phone.context.newPage();
    await openBox(second, phone.taskId);
    await Promise.all([
      typeAtEnd(first, QUESTION, ` ${word}b;`),
      wait().then(() => typeAtEnd(second, QUESTION, ` ${word}c;`)),
    ]);
    await keepBoth(second);
    await second.close();
    await keepBoth(first);
    await reload(phone);
  },
};

async function killed(phone: Phone, word: string, wait: () => Promise<void>): Promise<void> {
  await wait();
  killApi();
  await typeAtEnd(phone.page, QUESTION, ` ${word}b;`);
  await waitForNewApi();
}

test(`no word that a page called saved is lost or doubled in ${String(ROUNDS)} rounds`, async ({
  devices,
}) => {
  test.setTimeout(180_000 + ROUNDS * 8_000);
  const { page, watch } = await devices.phone();
  watch.expectLostConnections();
  const draw = draws(SEED);
  const ledger = await keepLedger(page.context());
  await signInAtHome(page, 'RP');
  const phone: Phone = { context: page.context(), page, taskId: await todaysTask(page), ledger };
  await openBox(phone.page, phone.taskId);
  let called = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const names = Object.keys(FAULTS) as (keyof typeof FAULTS)[];
    const name = round % ROUNDS_A_KILL === 0 ? 'killed' : draw.of(names);
    const fault = name === 'killed' ? killed : FAULTS[name];
    const word = `w${String(round)}x${draw.below(36 ** 4).toString(36)}`;
    const wait = async (): Promise<void> => phone.page.waitForTimeout(draw.below(400));
    await test.step(`${String(round)} ${name}`, async () => {
      await typeAtEnd(phone.page, QUESTION, ` ${word}a;`);
      await fault(phone, word, wait);
    });
    if (round % ROUNDS_A_TEXT === 0 || round === ROUNDS) called += await settle(phone, round);
  }
  expect(called).toBeGreaterThan(ROUNDS);
});

/** Everything that was called saved stands at the clinic once. Then the text begins anew. @returns how many words */
async function settle({ page, taskId, ledger }: Phone, round: number): Promise<number> {
  await keepBoth(page);
  const { answers } = await ownTask(page, taskId);
  const counts = countMarks(String(answers['left_out']));
  const lost = [...ledger.saved].filter((word) => !counts.has(word));
  const doubled = [...counts].filter(([, count]) => count > 1);
  expect({ round, lost, doubled }).toEqual({ round, lost: [], doubled: [] });
  const called = ledger.saved.size;
  await page.getByRole('textbox', { name: QUESTION }).fill('begun anew');
  await expect(page.getByText(SAVED)).toBeVisible({ timeout: 60_000 });
  ledger.forget();
  return called;
}

/** Waits until the clinic has the text; where two stand side by side, keeps both. */
async function keepBoth(page: Page): Promise<void> {
  const two = page.getByRole('button', { name: 'See both' });
  await expect(page.getByText(SAVED).or(two)).toBeVisible({ timeout: 60_000 });
  if (!(await two.isVisible())) return;
  await two.click();
  await page.getByRole('button', { name: 'Keep both in one' }).click();
  await expect(page.getByText(SAVED)).toBeVisible({ timeout: 60_000 });
}

async function reload(phone: Phone): Promise<void> {
  await phone.page.reload();
  await skipToBox(phone.page);
}

async function reopen(phone: Phone): Promise<void> {
  phone.page = await phone.context.newPage();
  await openBox(phone.page, phone.taskId);
}

async function openBox(page: Page, taskId: string): Promise<void> {
  await page.goto(`/tasks/${taskId}`);
  await skipToBox(page);
}

async function skipToBox(page: Page): Promise<void> {
  await page.getByText(/^Question \d+ of \d+$/).waitFor();
  await skipTo(page, QUESTION);
}

async function todaysTask(page: Page): Promise<string> {
  const answer = await page.request.get(`${homeworkUrl()}/api/home/homework/today`);
  const [task] = ((await answer.json()) as TodayView).tasks;
  if (task === undefined) throw new Error('Rowan has no task today');
  return task.id;
}

async function ownTask(page: Page, taskId: string): Promise<OwnTaskView> {
  const answer = await page.request.get(`${homeworkUrl()}/api/home/homework/${taskId}`);
  expect(answer.status()).toBe(200);
  return (await answer.json()) as OwnTaskView;
}
