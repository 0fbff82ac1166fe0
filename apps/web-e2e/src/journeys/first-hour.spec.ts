import type { Page } from '@playwright/test';
import { expectAccessible } from '../harness/accessible.ts';
import { hearAnswers } from '../harness/answers-heard.ts';
import { doPartnerCheckIn, doRecoveryCheckIn } from '../harness/check-ins.ts';
import { addCouple, assign, invite, type Invitation } from '../harness/couple-pages.ts';
import { daysUntilRating, moveDemoTime } from '../harness/demo.ts';
import { expect, test } from '../harness/journey.ts';
import { enrol, giveOwnRating, type Look } from '../harness/own-pages.ts';
import { askForDisclosureDate, exportCaseload, giveTherapistRating } from '../harness/portal-pages.ts';
import { signInAtPortal } from '../harness/staff.ts';

const couple = {
  name: 'Thistle',
  recovering: 'Robin',
  partner: 'Marta',
  team: { recovering: /Mina Castellan/, partner: /Jo Whitlock/, joint: /Mina Castellan/ },
} as const;
const OWN_WORDS = 'that I sat in the car for an hour before coming in';
// The file begins with the mark that tells spreadsheets how it is written.
const COLUMNS =
  '\uFEFF"couple","status","stage","week_in_stage","disclosure","recovering_person_enrolled","partner_enrolled","lead_clinician","began_on"';
const CARE_WORDS = 'planting the window boxes';

// The second phone walks the same pages; they have been looked at on the first.
const noLook: Look = () => Promise.resolve();

const open = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Caseload' }).first().click();
  await page.getByRole('link', { name: couple.name }).click();
  await expect(
    page.getByRole('heading', { name: `${couple.recovering} and ${couple.partner}` }),
  ).toBeVisible();
};

test.afterAll(async () => {
  await moveDemoTime(0);
});

test("a therapist's first hour, from adding a couple to the chart and the export", async ({ devices }) => {
  test.setTimeout(300_000);
  const { page: mina } = await devices.desk();
  const { page: jo } = await devices.desk();
  const { page: dale } = await devices.desk();
  const { page: robin } = await devices.phone();
  const { page: marta } = await devices.phone();
  const [minaHears, joHears] = [await hearAnswers(mina), await hearAnswers(jo)];
  const [daleHears, martaHears] = [await hearAnswers(dale), await hearAnswers(marta)];
  const invitations: Invitation[] = [];

  await test.step('she signs in and adds a couple', async () => {
    await signInAtPortal(mina, 'Mina Castellan');
    await addCouple(mina, couple);
    await expectAccessible(mina, 'couple');
  });

  await test.step('she invites each person by link and code', async () => {
    invitations.push(await invite(mina, couple.recovering), await invite(mina, couple.partner));
    expect(new Set(invitations.map(({ link }) => link)).size).toBe(2);
    for (const { code } of invitations) expect(code).toMatch(/^\d{6}$/);
  });

  await test.step('each person opens it on a phone, enrols and sees Today', async () => {
    const [forRobin, forMarta] = invitations;
    const robinsName = await enrol(robin, forRobin!, couple.recovering, expectAccessible);
    const martasName = await enrol(marta, forMarta!, couple.partner, noLook);
    expect(robinsName).not.toBe(martasName);
    await expect(robin.getByText('Nothing is asked of you right now')).toBeVisible();
    await expectAccessible(robin, 'Today, nothing asked');
  });

  await test.step('each therapist assigns the daily check-in to her own side', async () => {
    await mina.reload();
    await assign(mina, 'Daily recovery check-in', couple.recovering, 1);
    await signInAtPortal(jo, 'Jo Whitlock');
    await open(jo);
    await assign(jo, 'Daily check-in', couple.partner, 1);
  });

  await test.step('both do it with autosave', async () => {
    await robin.reload();
    await expect(robin.getByText('One box is for you alone.')).toBeVisible();
    await expectAccessible(robin, 'Today');
    await doRecoveryCheckIn(robin, OWN_WORDS, expectAccessible);
    await marta.reload();
    await doPartnerCheckIn(marta, CARE_WORDS, noLook);
  });

  await test.step('the therapist reads what is shared with her and nothing else', async () => {
    await mina.reload();
    await mina.getByRole('button', { name: /^Daily recovery check-in/ }).click();
    await expect(mina.getByText('Right now my main feelings are')).toBeVisible();
    await expect(mina.getByText('moved my body')).toBeVisible();
    await expect(mina.getByText(`Questions that ${couple.recovering} alone can read: 1`)).toBeVisible();
    await expect(mina.getByText(`${couple.partner}’s homework is open to`)).toBeVisible();
    await expect(mina.getByText(OWN_WORDS)).toHaveCount(0);
    await expectAccessible(mina, 'homework of a couple');
    await mina.getByRole('button', { name: 'Mark as reviewed' }).click();
    await expect(mina.getByText(/Reviewed (Mon|Tue|Wed|Thu|Fri|Sat|Sun)/).first()).toBeVisible();
    await jo.reload();
    await jo.getByRole('button', { name: /^Daily check-in/ }).click();
    await expect(jo.getByText(CARE_WORDS)).toBeVisible();
    // Heard at all, before it counts that something was not.
    await expect.poll(() => minaHears.text()).toContain('"keptByAuthor":1');
    await expect.poll(() => joHears.text()).toContain(CARE_WORDS);
    await expect.poll(() => martaHears.text()).toContain('"templateCode":"B01"');
    expect(minaHears.text()).not.toContain(OWN_WORDS);
    expect(minaHears.text()).not.toContain(CARE_WORDS);
    expect(joHears.text()).not.toContain(OWN_WORDS);
    expect(martaHears.text()).not.toContain(OWN_WORDS);
  });

  await test.step('at the end of the first fortnight all three rate', async () => {
    await moveDemoTime(await daysUntilRating());
    await giveOwnRating(robin, ['mostly', 'mostly', 'partly', 'mostly', 'fully'], expectAccessible);
    await giveOwnRating(marta, ['a little', 'partly', 'a little', 'cannot say', 'mostly'], noLook);
    await mina.reload();
    await giveTherapistRating(mina, 'partly', expectAccessible);
  });

  await test.step('the chart shows three perspectives', async () => {
    const chart = mina.getByRole('figure', { name: /^Consistent transparency/ });
    await expect(chart).toContainText('Robin and Marta are 30 points apart in the newest reading.');
    await expectAccessible(mina, 'predictors');
    await chart.getByText('Show the numbers').click();
    for (const [name, score] of [
      ['Robin', '65'],
      ['Marta', '35'],
      ['Therapist', '50'],
    ] as const) {
      const row = chart.getByRole('row').filter({ has: mina.getByRole('rowheader', { name, exact: true }) });
      await expect(row.getByRole('cell')).toHaveText([score]);
    }
  });

  await test.step('she opens a disclosure process and is refused a date with the whole list', async () => {
    await askForDisclosureDate(mina, '2027-03-01');
    const refusal = mina.getByRole('region', { name: /^Not yet/ });
    expect(await refusal.getByRole('listitem').count()).toBeGreaterThan(5);
    await expectAccessible(mina, 'disclosure refused');
  });

  await test.step('an admin exports the caseload and finds no content in it', async () => {
    await signInAtPortal(dale, 'Dale Moss');
    // Twelve couples of the demo, this one, and whichever other journeys opened before.
    const { file, rows } = await exportCaseload(dale, expectAccessible);
    expect(rows).toBeGreaterThanOrEqual(13);
    const [head, ...lines] = file.trimEnd().split(/\r?\n/);
    expect(head).toBe(COLUMNS);
    expect(lines).toHaveLength(rows);
    expect(lines.filter((line) => line.startsWith(`"${couple.name}",`))).toHaveLength(1);
    // Progress as the page was told it: by rows, up to the last one.
    const count = String(rows);
    await expect
      .poll(() => daleHears.text())
      .toContain(`"state":"done","rowsDone":${count},"rowsTotal":${count}`);
    const everything = `${file}\n${daleHears.text()}`;
    for (const words of [OWN_WORDS, CARE_WORDS, 'check-in', 'R01', 'B01', 'calm', 'mostly']) {
      expect(everything).not.toContain(words);
    }
  });
});
