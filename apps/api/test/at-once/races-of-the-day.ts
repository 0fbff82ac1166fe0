import type {
  CaseLettersView,
  DisclosureSessionView,
  DisclosureView,
  OwnDisclosureSessionView,
  OwnLetterView,
  OwnSlipsView,
} from '@trellis/contracts';
import { timeAfter } from '../arrange-aftercare.js';
import { arrangeCase, travel } from '../arrange-case.js';
import { arrangeAftercare, layDown, lettersOf } from '../arrange-letters.js';
import { datesGathered, readyCase, scheduled, sessionAt } from '../arrange-session.js';
import type { TestApp } from '../test-app.js';
import { pageOf, standingOf, texts, twice, type Race } from './race.js';

type Races = Readonly<Record<string, () => Promise<Race>>>;

const day = {
  ...{ sober: true, slept: true, safe: true, consentReaffirmed: true },
  ...{ transportConfirmed: true, childCareConfirmed: true },
};
const bothSaid = (of: (text: string) => object): readonly [object, object] => [of(texts[0]), of(texts[1])];

/** A date, and what is asked and settled on the day itself. */
export async function racesOfTheDay(app: TestApp): Promise<Races> {
  const ours = await scheduled(app);
  const { mina, jo, dana, iris, coupleId } = ours;
  await app.db.sql("UPDATE disclosure_process SET state = 'DAY_OF_CHECK' WHERE id = $1", [ours.processId]);
  travel(app, new Date(sessionAt.getTime() - 3_600_000));
  const path = `disclosure-sessions/${coupleId}`;
  const session = () => pageOf<DisclosureSessionView>(mina, path);
  const run = async (textOf: (run: NonNullable<DisclosureSessionView['run']>) => string) => {
    const { run: now } = await session();
    if (now === null) throw new Error('there is no run');
    return { text: textOf(now), version: now.version };
  };
  return {
    'what a person is asked on the day': () =>
      Promise.resolve({
        by: twice(jo),
        method: 'put',
        path: `${path}/day-checks/BP`,
        bodies: [day, { ...day, slept: false }],
        marks: ['"slept":true', '"slept":false'],
        standing: async () => {
          const { dayChecks } = await pageOf<DisclosureSessionView>(jo, path);
          return standingOf(
            dayChecks,
            ({ side }) => side === 'BP',
            ({ asked }) => JSON.stringify(asked),
          );
        },
      }),
    'what a person says of the day': () =>
      Promise.resolve({
        by: twice(iris),
        method: 'put',
        path: 'disclosure-session/day-check',
        bodies: [day, { ...day, slept: false }],
        marks: ['"slept":true', '"slept":false'],
        standing: async () => {
          const { dayCheck } = await pageOf<OwnDisclosureSessionView>(iris, 'disclosure-session');
          return { text: JSON.stringify(dayCheck.answers), version: dayCheck.version };
        },
      }),
    'the setting, by two therapists': () =>
      Promise.resolve({
        by: [mina, dana],
        method: 'put',
        path: `${path}/run/setting`,
        bodies: [
          { telehealth: true, marks: ['RP:two_rooms'] },
          { telehealth: true, marks: ['BP:code_word'] },
        ],
        marks: ['RP:two_rooms', 'BP:code_word'],
        standing: () => run(({ telehealthMarks }) => telehealthMarks.join(' ')),
      }),
    'who came, by two therapists': async () => {
      const participantId = (await session()).appointment?.participants[0]?.id ?? '';
      return {
        by: [mina, jo],
        method: 'put',
        path: `${path}/run/attendance`,
        bodies: [
          { participantId, attendance: 'came' },
          { participantId, attendance: 'absent' },
        ],
        marks: ['came', 'absent'],
        standing: async () => {
          const { appointment, run: now } = await session();
          return { text: String(appointment?.participants[0]?.attendance), version: now?.version ?? 0 };
        },
      };
    },
    'distress in the session, by two therapists': async () => {
      await app.db.sql("UPDATE disclosure_process SET state = 'IN_SESSION' WHERE id = $1", [ours.processId]);
      return {
        by: [mina, jo],
        method: 'put',
        path: `${path}/run/distress`,
        bodies: [
          { side: 'BP', moment: 'start', value: 3 },
          { side: 'BP', moment: 'start', value: 7 },
        ],
        marks: ['[3]', '[7]'],
        standing: () => run(({ distress }) => JSON.stringify(distress.map(({ value }) => value))),
      };
    },
    'signs in the session, by two therapists': () =>
      Promise.resolve({
        by: [mina, jo],
        method: 'put',
        path: `${path}/run/signs`,
        bodies: [{ signs: ['flight'] }, { signs: ['dissociation'] }],
        marks: ['flight', 'dissociation'],
        standing: () => run(({ signs }) => signs.join(' ')),
      }),
    // Last: it goes back in time.
    'a date that is ordered': async () => {
      const ready = await readyCase(app);
      await datesGathered(ready);
      const days = ['2025-03-26T15:00:00.000Z', '2025-03-27T15:00:00.000Z'] as const;
      return {
        by: twice(ready.mina),
        method: 'post',
        path: `disclosure/${ready.coupleId}/order`,
        bodies: [{ startsAt: days[0] }, { startsAt: days[1] }],
        marks: days,
        standing: async () => {
          const { order, version } = await pageOf<DisclosureView>(ready.mina, `disclosure/${ready.coupleId}`);
          return { text: JSON.stringify(order), version };
        },
      };
    },
  };
}

/** Letters, and how a slip was told. */
export async function racesAfterwards(app: TestApp): Promise<Races> {
  const ours = await arrangeAftercare(app);
  const { iris, jo, coupleId } = ours;
  const id = await layDown(iris, 'impact');
  const letter = () => pageOf<OwnLetterView>(iris, `letters/${id}`);
  const words = async (): Promise<{ text: string; version: number }> => {
    const { sections, version } = await letter();
    return { text: JSON.stringify(sections), version };
  };
  return {
    'a letter that is being written': () =>
      Promise.resolve({
        by: twice(iris),
        method: 'put',
        path: `letters/${id}/draft`,
        bodies: bothSaid((lost) => ({ sections: { lost } })),
        marks: texts,
        standing: words,
      }),
    'a text that is laid down': () =>
      Promise.resolve({
        by: twice(iris),
        method: 'post',
        path: `letters/${id}/revisions`,
        bodies: bothSaid((lost) => ({ sections: { lost } })),
        marks: texts,
        standing: words,
      }),
    'a mark on a letter': () =>
      Promise.resolve({
        by: twice(jo),
        method: 'put',
        path: `${lettersOf(coupleId)}/marks/impact_wanted`,
        bodies: [
          { given: true, revision: null, checks: [] },
          { given: false, revision: null, checks: [] },
        ],
        marks: ['given true', 'given false'],
        standing: async () => {
          const { marks } = await pageOf<CaseLettersView>(jo, lettersOf(coupleId));
          return standingOf(
            marks,
            ({ mark }) => mark === 'impact_wanted',
            ({ given }) => `given ${String(given)}`,
          );
        },
      }),
    'the telling of a slip, by its author and a therapist': async () => {
      const theirs = await arrangeCase(app);
      const { slipId } = await timeAfter(app, theirs);
      const plan = (at: string) => ({ partner: 'with_therapist_planned', partnerAt: at });
      const [first, second] = ['2025-01-07T15:00:00.000Z', '2025-01-07T16:00:00.000Z'] as const;
      return {
        by: twice(theirs.rowan),
        method: 'post',
        path: `slips/${slipId}/telling`,
        bodies: [plan(first), plan(second)],
        marks: [first, second],
        standing: async () => {
          const { slips } = await pageOf<OwnSlipsView>(theirs.rowan, 'slips');
          return standingOf(slips, (one) => one.id === slipId);
        },
      };
    },
  };
}
