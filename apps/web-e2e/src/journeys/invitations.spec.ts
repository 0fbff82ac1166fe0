import type { Page } from '@playwright/test';
import { homeworkUrl, readAddress } from '../harness/address.ts';
import { expectAccessible } from '../harness/accessible.ts';
import { hearAnswers } from '../harness/answers-heard.ts';
import { addCouple, invite, type Invitation } from '../harness/couple-pages.ts';
import { expect, test } from '../harness/journey.ts';
import { watchRequests, whatStaysOfLink } from '../harness/link-watch.ts';
import { enrol, signInWith, type Look } from '../harness/own-pages.ts';
import { signInAtPortal } from '../harness/staff.ts';

const team = { recovering: /Priya Raman/, partner: /Jo Whitlock/, joint: /Priya Raman/ };
const noLook: Look = () => Promise.resolve();

/** Adds a couple of its own for a journey and invites both. @returns link and code of each */
async function inviteBoth(desk: Page, name: string, recovering: string, partner: string) {
  await signInAtPortal(desk, 'Priya Raman');
  await addCouple(desk, { name, recovering, partner, team });
  return { first: await invite(desk, recovering), second: await invite(desk, partner) };
}

const token = ({ link }: Invitation): string => link.split('#').at(-1)!;

test('both partners enrol, each on a device of their own', async ({ devices }) => {
  const { page: desk } = await devices.desk();
  const { page: his } = await devices.phone();
  const { page: hers } = await devices.phone();
  const { first, second } = await inviteBoth(desk, 'Alder', 'Tomas', 'Vera');
  const [hisAnswers, herAnswers] = [await hearAnswers(his), await hearAnswers(hers)];
  const hisName = await enrol(his, first, 'Tomas', noLook);
  const herName = await enrol(hers, second, 'Vera', noLook);
  expect(hisName).not.toBe(herName);
  // Each is told of the other's first name and of nothing that opens the other's door.
  expect(hisAnswers.text()).not.toContain(herName);
  expect(herAnswers.text()).not.toContain(hisName);
  await his.reload();
  await expect(his.getByRole('heading', { name: 'Hello, Tomas' })).toBeVisible();
});

test('N-7 both partners enrol on one device: the second link asks for a sign-out first, names nobody and merges nothing', async ({
  devices,
}) => {
  const { page: desk } = await devices.desk();
  const { page: shared } = await devices.phone();
  const { first, second } = await inviteBoth(desk, 'Linden', 'Anton', 'Edda');
  const hisName = await enrol(shared, first, 'Anton', noLook);
  const [hisCookie] = await shared.context().cookies(homeworkUrl());

  await test.step('her link, opened over his live session, asks for a sign-out and shows no name', async () => {
    await shared.goto(second.link);
    await expect(shared.getByRole('heading', { name: 'Somebody is signed in here' })).toBeVisible();
    await expect(shared.locator('body')).not.toContainText(/Anton|Edda|Linden|Priya|Whitlock|North Pier/);
    await expect(shared.getByLabel('Six-digit code')).toHaveCount(0);
    expect(await shared.title()).toBe('Trellis');
    await expectAccessible(shared, 'invitation, somebody signed in');
  });

  await test.step('left as it is, his pages are his, and her invitation is unused', async () => {
    await shared.getByRole('link', { name: 'Leave it as it is' }).click();
    await expect(shared.getByRole('heading', { name: 'Hello, Anton' })).toBeVisible();
  });

  await test.step('after the sign-out she enrols for herself; his session is dead', async () => {
    await shared.goto(second.link);
    await shared.getByRole('button', { name: 'Sign out and go on' }).click();
    await expect(shared.getByRole('heading', { name: 'Enter your code' })).toBeVisible();
    await expect(shared.locator('body')).not.toContainText(/Anton|Edda|Linden/);
    const herName = await enrol(shared, second, 'Edda', noLook);
    expect(herName).not.toBe(hisName);
    const old = await shared.request.get(`${homeworkUrl()}/api/home/session`, {
      headers: { cookie: `${hisCookie!.name}=${hisCookie!.value}` },
    });
    expect(old.status()).toBe(401);
  });

  await test.step('each still has their own sign-in on the device they share', async () => {
    await shared.getByRole('link', { name: 'My record' }).click();
    await shared.getByRole('button', { name: 'Sign out' }).click();
    await signInWith(shared, { signInName: hisName, passphrase: 'kettle orchard velvet ninth' });
    await expect(shared.getByRole('heading', { name: 'Hello, Anton' })).toBeVisible();
  });
});

test('N-7 a link opened over a live session cannot be used from it, also not by asking the clinic directly', async ({
  devices,
}) => {
  const { page: desk } = await devices.desk();
  const { page: his } = await devices.phone();
  const { first, second } = await inviteBoth(desk, 'Hazel', 'Boris', 'Lena');
  await enrol(his, first, 'Boris', noLook);
  const exchanged = await his.request.post(`${homeworkUrl()}/api/home/invitations/exchange`, {
    data: { token: token(second), code: second.code },
    headers: { origin: homeworkUrl() },
  });
  expect(exchanged.status()).toBe(204);
  // What the browser holds now is her enrolment and nothing of his: the two are never one session.
  const session = await his.request.get(`${homeworkUrl()}/api/home/session`);
  expect(await session.json()).toMatchObject({ level: 'enrolment', person: { name: 'Lena' } });
  for (const place of ['homework/today', 'homework/record'])
    expect((await his.request.get(`${homeworkUrl()}/api/home/${place}`)).status()).toBe(403);
});

test('N-6 the secret of a link is gone from address, history and measurements, and was in no request line', async ({
  devices,
}) => {
  const { page: desk } = await devices.desk();
  const { page: phone } = await devices.phone();
  const { first } = await inviteBoth(desk, 'Rowan tree', 'Milo', 'Iris');
  const { requests } = watchRequests(phone.context());
  await phone.goto(first.link);
  await expect(phone.getByRole('heading', { name: 'Enter your code' })).toBeVisible();
  await expect(phone).toHaveURL(`${homeworkUrl()}/invite`);
  const secret = token(first);
  expect(await whatStaysOfLink(phone, readAddress().logFile)).not.toContain(secret);
  await phone.getByLabel('Six-digit code').fill(first.code);
  await phone.getByRole('button', { name: 'Continue' }).click();
  await expect(phone.getByRole('heading', { name: 'Welcome, Milo' })).toBeVisible();
  expect(await whatStaysOfLink(phone, readAddress().logFile)).not.toContain(secret);
  // Nothing of the person stands in an address either, and no other page is told where one came from.
  expect(requests.length).toBeGreaterThan(5);
  for (const request of requests) {
    expect(request).not.toContain(secret);
    expect(request).not.toMatch(/Milo|Iris|referer: \S/);
  }
});
