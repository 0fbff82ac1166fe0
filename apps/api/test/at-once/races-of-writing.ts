import { randomUUID } from 'node:crypto';
import type {
  DocumentCustodyView,
  DocumentReviewView,
  DocumentVersionView,
  InventoryView,
  OfficeItemsView,
  OwnDocumentView,
  OwnQuestionsView,
  OwnReadinessPartView,
  ReadinessOfCoupleView,
  ReadinessWordsView,
  SupportPlansView,
} from '@trellis/contracts';
import { arrangeStaff, signedIn } from '../arrange.js';
import { arrangePreparing, answerNo, documentOf, handIn, write } from '../arrange-document.js';
import { ask, question, questionsOf, released } from '../arrange-letters.js';
import { readinessOf } from '../arrange-readiness.js';
import type { TestApp } from '../test-app.js';
import { pageOf, standingOf, texts, twice, type Race } from './race.js';

type Races = Readonly<Record<string, () => Promise<Race>>>;

const entry = {
  ...{ behaviour: '', medium: '', frequency: '', timeCost: '', moneyCost: '', secrecy: '' },
  ...{ realPersons: false, healthRisk: false, knownByPartner: 'no', source: 'memory' },
} as const;

/** Everything that is written with a version while a disclosure is prepared: document, questions, readiness, plans. */
export async function racesOfWriting(app: TestApp): Promise<Races> {
  const ours = await arrangePreparing(app);
  const { rowan, iris, mina, jo, coupleId } = ours;
  await answerNo(rowan);
  await write(rowan, 'c', 'What I hid.');
  await handIn(rowan);
  const papers = documentOf(coupleId);
  const adminId = await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Dale Moss');
  const admin = await signedIn(app, ours.clinicId, adminId, 'clinic_admin');
  const own = () => pageOf<OwnDocumentView>(rowan, 'disclosure-document');
  const asked = () => pageOf<OwnQuestionsView>(iris, 'questions');
  const both = <T>(of: (text: string) => T): readonly [T, T] => [of(texts[0]), of(texts[1])];

  return {
    'a part of the document': () =>
      Promise.resolve({
        by: twice(rowan),
        method: 'put',
        path: 'disclosure-document/sections/c',
        bodies: both((text) => ({ text })),
        marks: texts,
        standing: async () => standingOf((await own()).sections, ({ section }) => section === 'c'),
      }),
    'the inventory': () =>
      Promise.resolve({
        by: twice(rowan),
        method: 'put',
        path: 'disclosure-document/inventory',
        bodies: both((text) => ({ entries: [{ ...entry, period: text }] })),
        marks: texts,
        standing: async () => {
          const inventory = await pageOf<InventoryView>(rowan, 'disclosure-document/inventory');
          return { text: JSON.stringify(inventory.entries), version: inventory.version };
        },
      }),
    'the legal question': () =>
      Promise.resolve({
        by: [rowan, rowan],
        method: 'put',
        path: 'disclosure-document/legal',
        bodies: [
          { exposurePossible: true, minorOrCrime: false },
          { exposurePossible: null, minorOrCrime: false },
        ],
        marks: ['possible true', 'possible null'],
        standing: async () => {
          const { legal, version } = await own();
          return { text: `possible ${String(legal.exposurePossible)}`, version };
        },
      }),
    'a comment in other words': async () => {
      const comment = { id: randomUUID(), number: 1, section: 'c', start: 0, length: 4, text: 'Say when.' };
      await mina.call('post', `${papers}/comments`, { body: comment });
      return {
        by: twice(mina),
        method: 'put',
        path: `${papers}/comments/${comment.id}`,
        bodies: both((text) => ({ start: 0, length: 4, text })),
        marks: texts,
        standing: async () => {
          const { comments } = await pageOf<DocumentVersionView>(mina, `${papers}/versions/1`);
          return standingOf(comments, ({ id }) => id === comment.id);
        },
      };
    },
    'the decision about a part': () =>
      Promise.resolve({
        by: twice(mina),
        method: 'post',
        path: `${papers}/decisions`,
        bodies: [
          { section: 'c', number: 1, decision: 'approved' },
          { section: 'c', number: 1, decision: 'changes_requested' },
        ],
        marks: ['approved', 'changes_requested'],
        standing: async () => {
          const { sections, processVersion } = await pageOf<DocumentReviewView>(mina, papers);
          const standing = sections.find(({ section }) => section === 'c')?.standing;
          return { text: String(standing), version: processVersion };
        },
      }),
    'a question': async () => {
      const id = await ask(iris);
      return {
        by: twice(iris),
        method: 'put',
        path: `questions/${id}`,
        bodies: both((text) => ({ ...question, question: text })),
        marks: texts,
        standing: async () => standingOf((await asked()).questions, (one) => one.id === id),
      };
    },
    'the advice to a question': async () => {
      const id = await ask(iris);
      return {
        by: twice(jo),
        method: 'post',
        path: `${questionsOf(coupleId)}/${id}/look`,
        bodies: both((advice) => ({ advice })),
        marks: texts,
        standing: async () => standingOf((await asked()).questions, (one) => one.id === id),
      };
    },
    'what somebody wants to know': () =>
      Promise.resolve({
        by: twice(iris),
        method: 'put',
        path: 'questions/wishes/money',
        bodies: [{ wish: 'tell_me' }, { wish: 'do_not_tell_me' }],
        marks: ['"tell_me"', '"do_not_tell_me"'],
        standing: async () => {
          const wish = (await asked()).wishes.find(({ category }) => category === 'money');
          return { text: JSON.stringify(wish ?? null), version: wish?.version ?? 0 };
        },
      }),
    'how a question is closed': async () => {
      const theirs = await arrangePreparing(app);
      const id = await released(theirs);
      const page = questionsOf(theirs.coupleId);
      return {
        by: twice(theirs.mina),
        method: 'put',
        path: `${page}/${id}/answer`,
        bodies: [
          { outcome: 'answered', reasonDiscussed: false },
          { outcome: 'declined', reasonDiscussed: true },
        ],
        marks: ['answered', 'declined'],
        standing: async () => {
          const { questions } = await pageOf<{ questions: { outcome: string; answerVersion: number }[] }>(theirs.mina, page); // prettier-ignore
          const [one] = questions;
          return { text: String(one?.outcome), version: one?.answerVersion ?? -1 };
        },
      };
    },
    'a criterion with its evidence': () =>
      Promise.resolve({
        by: twice(mina),
        method: 'post',
        path: `${readinessOf(coupleId)}/items/R8`,
        bodies: both((evidence) => ({ status: 'met', evidence })),
        marks: texts,
        standing: async () => {
          const page = readinessOf(coupleId);
          const { items } = await pageOf<ReadinessOfCoupleView>(mina, page);
          const { words } = await pageOf<ReadinessWordsView>(mina, `${page}/words/RP`);
          const newest = words.find(({ about }) => about === 'R8')?.text ?? '';
          return standingOf(
            items,
            ({ id }) => id === 'R8',
            () => newest,
          );
        },
      }),
    'a criterion of the office': () =>
      Promise.resolve({
        by: twice(admin),
        method: 'post',
        path: `${readinessOf(coupleId)}/office-items/S2`,
        bodies: [{ status: 'met' }, { status: 'not_met' }],
        marks: ['"met"', '"not_met"'],
        standing: async () => {
          const { items } = await pageOf<OfficeItemsView>(admin, `${readinessOf(coupleId)}/office-items`);
          return standingOf(items, ({ item }) => item === 'S2');
        },
      }),
    'a tick of one’s own': () =>
      Promise.resolve({
        by: twice(iris),
        method: 'post',
        path: 'readiness/items/B6',
        bodies: [{ met: true }, { met: false }],
        marks: ['"met":true', '"met":false'],
        standing: async () => {
          const { items } = await pageOf<OwnReadinessPartView>(iris, 'readiness');
          return standingOf(items, ({ id }) => id === 'B6');
        },
      }),
    'a plan for the evening': () =>
      Promise.resolve({
        by: twice(iris),
        method: 'put',
        path: 'disclosure-session/plans/A',
        bodies: both((text) => ({ lines: [{ line: 'sleep', text }] })),
        marks: texts,
        standing: async () => {
          const { plans } = await pageOf<SupportPlansView>(iris, 'disclosure-session/plans');
          const plan = plans.find(({ form }) => form === 'A');
          return { text: JSON.stringify(plan?.lines ?? []), version: plan?.version ?? 0 };
        },
      }),
    'whether the law keeps the document': () =>
      Promise.resolve({
        by: twice(mina),
        method: 'put',
        path: `${papers}/custody/hold`,
        bodies: [{ hold: true }, { hold: false }],
        marks: ['hold true', 'hold false'],
        standing: async () => {
          const { hold, version } = await pageOf<DocumentCustodyView>(mina, `${papers}/custody`);
          return { text: `hold ${String(hold)}`, version };
        },
      }),
  };
}
