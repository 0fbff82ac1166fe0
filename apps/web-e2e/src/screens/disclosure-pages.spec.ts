import { moveDemoTime } from '../harness/demo.ts';
import { gatherCast, type Cast } from '../harness/disclosure/cast.ts';
import { chapters } from '../harness/disclosure/story.ts';
import { expect, test, type Devices } from '../harness/journey.ts';
import { seePages } from '../harness/pages-seen.ts';
import { signInAtPortal } from '../harness/staff.ts';

type Seen = (cast: Cast, devices: Devices) => Promise<void>;

/** Addresses by the names that their pictures get. */
function pages(
  stage: string,
  at: (area: string) => string,
  areas: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    areas.map((area) => [`${stage}-${area.replaceAll('/', '-') || 'first'}`, at(area)]),
  );
}
const own = (stage: string, ...areas: string[]): Record<string, string> =>
  pages(stage, (area) => `/disclosure${area === '' ? '' : `/${area}`}`, areas);
const atDesk = ({ coupleId }: Cast, stage: string, ...areas: string[]): Record<string, string> =>
  pages(stage, (area) => `/couples/${coupleId}/${area}`, areas);

const preparing: Seen = async (cast) => {
  const { mina, jo, priya, ruben, nora } = cast;
  const document = 'disclosure-document';
  await seePages(
    ruben.page,
    'ruben',
    own('1', '', 'readiness', document, `${document}/inventory`, `${document}/a`, 'questions/received'),
  );
  await seePages(
    nora.page,
    'nora',
    own('1', '', 'readiness', 'readiness/answer', 'questions', 'questions/wishes'),
  );
  await seePages(
    mina.page,
    'mina',
    atDesk(cast, '1', 'disclosure', 'readiness', document, 'questions', 'letters'),
  );
  await seePages(jo.page, 'jo', atDesk(cast, '1', 'disclosure', 'readiness', document, 'questions'));
  await seePages(priya.page, 'priya', atDesk(cast, '1', 'disclosure', 'readiness', 'disclosure-session'));
};

const dated: Seen = async (cast, devices) => {
  const { mina, jo, priya, ruben, nora } = cast;
  const session = 'disclosure-session';
  for (const [who, { page }] of Object.entries({ ruben, nora }))
    await seePages(page, who, own('2', '', session, `${session}/plans`, `${session}/today`));
  for (const [who, { page }] of Object.entries({ mina, jo, priya }))
    await seePages(page, who, atDesk(cast, '2', session));
  const { page } = await devices.desk();
  await signInAtPortal(page, 'Dale Moss');
  await seePages(page, 'dale', { '2-pipeline': '/disclosures', '2-office': `/disclosures/${cast.coupleId}` });
};

const after: Seen = async (cast) => {
  const { mina, jo, priya, ruben, nora } = cast;
  const around = ['', 'aftercare', 'aftercare/safe', 'letters'];
  await seePages(ruben.page, 'ruben', own('3', ...around, 'aftercare/left-out', 'aftercare/slip'));
  await seePages(nora.page, 'nora', own('3', ...around));
  for (const [who, { page }] of Object.entries({ mina, jo, priya }))
    await seePages(page, who, {
      ...atDesk(cast, '3', 'aftercare', 'disclosure', 'letters'),
      '3-follow-ups': '/follow-ups',
    });
};

const complete: Seen = async (cast) => {
  const { mina, jo, ruben, nora } = cast;
  for (const [who, { page }] of Object.entries({ ruben, nora }))
    await seePages(page, who, own('4', '', 'letters', 'aftercare'));
  for (const [who, { page }] of Object.entries({ mina, jo }))
    await seePages(page, who, atDesk(cast, '4', 'disclosure', 'letters', 'disclosure-document'));
};

type Looks = Readonly<Record<string, Seen>>;

/** What is looked at once a chapter is told. */
const onTheWay: Looks = {
  'every section is approved': preparing,
  'a date is given': dated,
  'the impact letter is written': after,
};
const atTheEnd: Looks = { 'the process is complete': complete };

async function tellAndLook(devices: Devices, looks: Looks): Promise<void> {
  const cast = await gatherCast(devices, () => Promise.resolve());
  const last = Math.max(...Object.keys(looks).map((name) => chapters.findIndex(([one]) => one === name)));
  for (const [name, tell] of chapters.slice(0, last + 1)) {
    await test.step(name, () => tell(cast));
    const look = looks[name];
    if (look !== undefined) await test.step(`pages after: ${name}`, () => look(cast, devices));
  }
  expect(Object.keys(looks).filter((name) => !chapters.some(([one]) => one === name))).toEqual([]);
}

test.afterEach(async () => {
  await moveDemoTime(0);
});

// Looking takes longer than a sign-in counts as fresh, and the last letter asks for a fresh one: two stories.
test('pages of a disclosure up to the letters, for five people and the office', async ({ devices }) => {
  test.setTimeout(1_500_000);
  await tellAndLook(devices, onTheWay);
});

test('pages of a disclosure at its end', async ({ devices }) => {
  test.setTimeout(900_000);
  await tellAndLook(devices, atTheEnd);
});
