import type { TaskRowView, TodayView } from '@trellis/contracts';
import { moveDemoTime } from '../harness/demo.ts';
import { expect, test, type Device } from '../harness/journey.ts';
import { signInAtHome } from '../harness/own-pages.ts';
import { seePages, walkPages } from '../harness/pages-seen.ts';
import { signInAtPortal } from '../harness/staff.ts';
import { voiceOf } from '../harness/voice.ts';

const PHONE = { viewport: { width: 390, height: 844 } };

/** Addresses by the names that their pictures get. */
const pages = (...areas: string[]): Record<string, string> =>
  Object.fromEntries(areas.map((area) => [area.replaceAll('/', '-'), `/${area}`]));

/** Exercises of each track that are looked at question by question on their first page. */
const given = { RP: ['R05', 'R14', 'R04'], BP: ['B03', 'B05', 'B06'] } as const;

/** Gives exercises to one person of Ellery; those that are closed or there already stay as they are. */
async function give({ page }: Device, side: 'RP' | 'BP'): Promise<string> {
  const voice = voiceOf(page, 'clinic');
  await page.getByRole('link', { name: 'Ellery' }).click();
  await page.waitForURL(/couples\/[0-9a-f-]{36}/);
  const coupleId = /couples\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  const { tasks } = await voice.call<{ tasks: TaskRowView[] }>('GET', `homework?coupleId=${coupleId}`);
  const personId = tasks.find(({ compartment }) => compartment === side)?.personId ?? '';
  const startsOn = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(new Date());
  for (const templateCode of given[side])
    await voice.call('POST', 'homework', { body: { personId, templateCode, startsOn, days: 7 } });
  return coupleId;
}

async function ownPages({ page }: Device, who: string): Promise<void> {
  const { tasks } = await voiceOf(page, 'home').call<TodayView>('GET', 'homework/today');
  const own = Object.fromEntries(tasks.map(({ id, templateCode }) => [templateCode, `/tasks/${id}`]));
  const areas = ['today', 'writing', 'record', 'shared', 'feedback', 'appointments', 'forms', 'ratings'];
  const all = {
    ...pages(...areas, 'closeness', 'closeness/so-far', 'stage', 'help', 'help/steady', 'nowhere'),
    ...own,
  };
  await seePages(page, who, all);
  await walkPages(page, who, all);
}

test.afterEach(async () => {
  await moveDemoTime(0);
});

test('pages of a therapist, and of the person they care for', async ({ devices }) => {
  test.setTimeout(1_200_000);
  for (const [name, side, who] of [
    ['Mina Castellan', 'RP', 'rowan'],
    ['Jo Whitlock', 'BP', 'sam'],
  ] as const) {
    const desk = await devices.desk();
    await signInAtPortal(desk.page, name);
    const coupleId = await give(desk, side);
    expect(coupleId).not.toBe('');
    if (side === 'RP') {
      const places = ['caseload', 'follow-ups', 'review', 'off-track', 'private-notes', 'second-signatures'];
      await seePages(desk.page, 'mina', {
        ...pages(...places, 'library', 'packs', 'cover', 'calendar', 'instruments', 'account', 'nowhere'),
        ...Object.fromEntries(
          [
            '',
            'homework',
            'homework/plan',
            'homework/ready-plans',
            'predictors',
            'instruments',
            'stages',
            'care-team',
          ].map((area) => [`couple-${area.replaceAll('/', '-')}`, `/couples/${coupleId}/${area}`]),
        ),
      });
    }
    const phone = await devices.phone(PHONE);
    await signInAtHome(phone.page, side);
    await ownPages(phone, who);
  }
});

test('pages of the office', async ({ devices }) => {
  test.setTimeout(600_000);
  const { page } = await devices.desk();
  await signInAtPortal(page, 'Dale Moss');
  const places = [
    'caseload',
    'calendar',
    'instruments',
    'library',
    'packs',
    'cover',
    'disclosures',
    'reports',
    'audit',
  ];
  await seePages(page, 'dale', pages(...places, 'staff', 'erasures', 'account'));
});
