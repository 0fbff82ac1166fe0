import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  DocumentCommentView,
  DocumentVersionView,
  InventoryView,
  OwnDocumentView,
} from '@trellis/contracts';
import { firstMonday, travel, type ArrangedCase } from '../arrange-case.js';
import {
  answerNo,
  approveAll,
  arrangePreparing,
  documentOf,
  handIn,
  openReview,
  ownDocument,
  putAt,
  reviewOf,
  write,
  writeWhole,
} from '../arrange-document.js';
import { eventually } from '../eventually.js';
import { testApp, type TestApp } from '../test-app.js';

const home = 'disclosure-document';
const day = 24 * 60 * 60_000;

describe('the disclosure document', () => {
  let app: TestApp;
  let ours: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(async () => app.close());
  beforeEach(async () => {
    ours = await arrangePreparing(app);
  });

  const section = (view: OwnDocumentView, id: string): OwnDocumentView['sections'][number] | undefined =>
    view.sections.find((one) => one.section === id);

  describe('while it is written', () => {
    it('is empty before the first word, and its sensitive sections wait for the legal question', async () => {
      const view = await ownDocument(ours.rowan);
      expect([view.stage, view.version, view.versions, view.therapistName]).toEqual([
        'writing', 0, [], 'Mina Castellan',
      ]); // prettier-ignore
      expect(view.ownNames).toEqual(['Rowan', 'Iris']);
      expect(view.sections.map(({ block }) => block)).toEqual([
        null, ...new Array<string>(6).fill('ask_legal_question'), null, null,
      ]); // prettier-ignore
      const path = `${home}/sections/c`;
      const refused = await ours.rowan.call('put', path, { body: { text: 'x' }, version: 0 });
      expect([refused.status, refused.body.code, refused.body.facts]).toEqual([
        ...[409, 'disclosure_writing_paused', { block: 'ask_legal_question' }],
      ]);
      expect(
        (await app.db.sql('SELECT FROM disclosure_section_draft WHERE section = $1', ['c'])).length,
      ).toBe(0);
    });

    it('keeps words as they are typed, and answers the same words twice with one save', async () => {
      const put = { body: { text: 'Why I share this.' }, version: 0 };
      const first = await ours.rowan.call('put', `${home}/sections/a`, put);
      const again = await ours.rowan.call('put', `${home}/sections/a`, put);
      expect([first.status, first.body.version]).toEqual([200, 1]);
      expect(again.body).toEqual(first.body);
      const view = await ownDocument(ours.rowan);
      expect(section(view, 'a')).toMatchObject({ text: 'Why I share this.', version: 1, changed: true });
    });

    it('R-3 loses nothing where two devices write: the later one is told, and both texts are there to see', async () => {
      await write(ours.rowan, 'a', 'from the phone');
      const late = await ours.rowan.call('put', `${home}/sections/a`, {
        body: { text: 'from the tablet' },
        version: 0,
      });
      expect([late.status, late.body.code]).toEqual([412, 'version_stale']);
      expect(section(await ownDocument(ours.rowan), 'a')?.text).toBe('from the phone');
      const taken = await ours.rowan.call('put', `${home}/sections/a`, {
        body: { text: 'from the phone\n\nfrom the tablet' },
        version: 1,
      });
      expect(taken.status).toBe(200);
    });

    it('is saved once where sixteen saves arrive together', async () => {
      const saves = Array.from({ length: 16 }, (_, n) =>
        ours.rowan.call('put', `${home}/sections/a`, { body: { text: `words ${String(n)}` }, version: 0 }),
      );
      const answers = await Promise.all(saves);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 412)).toHaveLength(15);
      expect(section(await ownDocument(ours.rowan), 'a')?.version).toBe(1);
    });

    it('has its words where a save was cut off in the middle, and takes them again', async () => {
      await write(ours.rowan, 'h', 'kept before the stop');
      // Somebody holds the table; the server's connection dies while it waits.
      await app.db.sql('BEGIN');
      await app.db.sql('LOCK TABLE disclosure_section_draft IN EXCLUSIVE MODE');
      const put = { body: { text: 'on its way' }, version: 1 };
      const saving = ours.rowan.call('put', `${home}/sections/h`, put);
      const cut = async (): Promise<number> => {
        await app.db.sql('SELECT pg_stat_clear_snapshot()');
        const killed = await app.db.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%disclosure_section_draft%'`);
        return killed.length;
      };
      await eventually(cut, (killed) => killed === 1);
      expect((await saving).status).toBeGreaterThanOrEqual(500);
      await app.db.sql('ROLLBACK');
      expect(section(await ownDocument(ours.rowan), 'h')).toMatchObject({
        text: 'kept before the stop',
        version: 1,
      });
      expect((await ours.rowan.call('put', `${home}/sections/h`, put)).body.version).toBe(2);
    });

    it('stops every section where a crime or somebody under 18 may be involved, until the therapist takes it back', async () => {
      const stop = { exposurePossible: true, minorOrCrime: true };
      expect((await ours.rowan.call('put', `${home}/legal`, { body: stop, version: 0 })).status).toBe(200);
      const view = await ownDocument(ours.rowan);
      expect(new Set(view.sections.map(({ block }) => block))).toEqual(new Set(['stop_and_call']));
      const back = { body: { exposurePossible: true, minorOrCrime: false }, version: view.version };
      expect((await ours.rowan.call('put', `${home}/legal`, back)).body.code).toBe('not_allowed');
      const at = `${documentOf(ours.coupleId)}/legal`;
      expect((await reviewOf(ours.mina, ours.coupleId)).legal.minorOrCrime).toBe(true);
      expect((await ours.mina.call('put', at, back)).status).toBe(200);
      const after = await ownDocument(ours.rowan);
      expect(after.sections.map(({ block }) => block).slice(0, 3)).toEqual([
        null,
        'talk_first',
        'talk_first',
      ]);
    });

    it('keeps the inventory whole for its author and their therapist', async () => {
      await answerNo(ours.rowan);
      const row = {
        ...{
          period: '2019 to 2021',
          behaviour: 'films',
          medium: 'phone',
          frequency: 'weekly',
          timeCost: '3 h',
        },
        ...{ moneyCost: '0', secrecy: 'deleted history', realPersons: false, healthRisk: false },
        ...{ knownByPartner: 'partly', source: 'memory' },
      };
      const put = { body: { entries: [row] }, version: 0 };
      expect((await ours.rowan.call('put', `${home}/inventory`, put)).body.version).toBe(1);
      expect((await ours.rowan.call('put', `${home}/inventory`, put)).body.version).toBe(1);
      const other = { body: { entries: [] }, version: 0 };
      expect((await ours.rowan.call('put', `${home}/inventory`, other)).status).toBe(412);
      const own = (await ours.rowan.call('get', `${home}/inventory`)).body as InventoryView;
      const read = (await ours.mina.call('get', `${documentOf(ours.coupleId)}/inventory`))
        .body as InventoryView;
      expect([own.entries, read.entries]).toEqual([[row], [row]]);
      expect((await reviewOf(ours.mina, ours.coupleId)).inventoryEntries).toBe(1);
    });
  });

  describe('in its rounds', () => {
    it('makes versions that never change, each a step of the process', async () => {
      await answerNo(ours.rowan);
      await write(ours.rowan, 'a', 'one');
      expect((await handIn(ours.rowan)).number).toBe(1);
      const same = { body: { basedOn: 1, sections: [{ section: 'a', version: 1 }] } };
      const again = await ours.rowan.call('post', `${home}/versions`, same);
      expect(again.body).toMatchObject({
        code: 'disclosure_document_refused',
        facts: { reason: 'nothing_new' },
      });
      await write(ours.rowan, 'a', 'two');
      const unseen = await ours.rowan.call('post', `${home}/versions`, same);
      expect([unseen.status, unseen.body.code]).toEqual([412, 'version_stale']);
      expect((await handIn(ours.rowan)).number).toBe(2);
      const first = (await ours.rowan.call('get', `${home}/versions/1`)).body as DocumentVersionView;
      expect(first.sections).toEqual([{ section: 'a', text: 'one' }]);
      const steps = await app.db.sql<{ v: number }>(
        "SELECT draft_version AS v FROM disclosure_event WHERE event = 'submit_draft' AND couple_id = $1 ORDER BY at, draft_version",
        [ours.coupleId],
      );
      expect(steps.map(({ v }) => v)).toEqual([1, 2]);
      const review = await reviewOf(ours.mina, ours.coupleId);
      expect([review.rounds, review.roundsNeeded, review.answerDueOn]).toEqual([2, 2, '2025-01-13']);
    });

    it('is handed in once where eight devices hand in together', async () => {
      await write(ours.rowan, 'a', 'one');
      const body = { basedOn: null, sections: [{ section: 'a', version: 1 }] };
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => ours.rowan.call('post', `${home}/versions`, { body })),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect((await reviewOf(ours.mina, ours.coupleId)).rounds).toBe(1);
    });

    it('carries comments at their place, changed and taken back by their writer alone', async () => {
      await write(ours.rowan, 'a', 'The evening I told you half.');
      await handIn(ours.rowan);
      const id = randomUUID();
      const body = { id, number: 1, section: 'a', start: 4, length: 7, text: 'Which evening?' };
      const at = `${documentOf(ours.coupleId)}/comments`;
      expect((await ours.mina.call('post', at, { body })).body.version).toBe(1);
      expect((await ours.mina.call('post', at, { body })).body.version).toBe(1);
      const [seen] = (await ownDocument(ours.rowan)).comments;
      expect(seen).toMatchObject({
        text: 'Which evening?',
        start: 4,
        length: 7,
        authorName: 'Mina Castellan',
      });
      const change = { start: 4, length: 7, text: 'Which evening, and where?' };
      const [one, two] = await Promise.all([
        ours.mina.call('put', `${at}/${id}`, { body: change, version: 1 }),
        ours.mina.call('put', `${at}/${id}`, { body: { ...change, text: 'Name the evening.' }, version: 1 }),
      ]);
      expect([one.status, two.status].sort()).toEqual([200, 412]);
      const settled = await ours.rowan.call('post', `${home}/comments/${id}/settlement`, { version: 2 });
      expect([settled.status, settled.body.version]).toEqual([200, 3]);
      const page = (await ours.mina.call('get', `${documentOf(ours.coupleId)}/versions/1`))
        .body as DocumentVersionView;
      expect(page.comments.map((comment: DocumentCommentView) => comment.settledAt !== null)).toEqual([true]);
      expect((await ours.mina.call('post', `${at}/${id}/removal`, { version: 3 })).status).toBe(200);
      expect((await ownDocument(ours.rowan)).comments).toEqual([]);
    });

    it('is decided on section by section; a decision stands while its words stand', async () => {
      await write(ours.rowan, 'a', 'one');
      await write(ours.rowan, 'h', 'two');
      await handIn(ours.rowan);
      const decide = async (name: string, decision: string, number: number): Promise<number> => {
        const { processVersion: version } = await reviewOf(ours.mina, ours.coupleId);
        const body = { section: name, number, decision };
        return (await ours.mina.call('post', `${documentOf(ours.coupleId)}/decisions`, { body, version }))
          .status;
      };
      expect([await decide('a', 'approved', 1), await decide('h', 'changes_requested', 1)]).toEqual([
        200, 200,
      ]);
      expect([await decide('b', 'approved', 1), await decide('a', 'approved', 2)]).toEqual([409, 409]);
      await write(ours.rowan, 'h', 'two, and when');
      await handIn(ours.rowan);
      const { sections, awaitingSince } = await reviewOf(ours.mina, ours.coupleId);
      expect(sections.filter(({ standing }) => standing !== 'not_written')).toEqual([
        { section: 'a', standing: 'approved' },
        { section: 'h', standing: 'open' },
      ]);
      expect(awaitingSince).toBe(firstMonday.toISOString());
      const stale = { body: { section: 'h', number: 2, decision: 'approved' }, version: 1 };
      const answer = await ours.mina.call('post', `${documentOf(ours.coupleId)}/decisions`, stale);
      expect([answer.status, answer.body.code]).toEqual([412, 'version_stale']);
    });
  });

  describe('in its review', () => {
    const reading = (): string => `${documentOf(ours.coupleId)}/reading`;

    it('L-1 opens to the partner’s therapist for fourteen days, the newest version alone, each time on record', async () => {
      await writeWhole(ours.rowan, 'cnry');
      await approveAll(ours.mina, ours.coupleId);
      expect((await ours.jo.call('get', reading())).status).toBe(404);
      await openReview(app, ours, firstMonday, new Date(firstMonday.getTime() + 15 * day));
      expect((await ours.jo.call('get', reading())).status).toBe(404);
      await putAt(app, ours.coupleId, 'PARTNER_THERAPIST_REVIEW');
      const open = await ours.jo.call('get', reading());
      expect([open.status, open.body.number, open.body.mode]).toEqual([200, 2, 'review']);
      expect(open.text).toContain('cnry second c');
      expect(open.text).not.toContain('cnry first');
      expect(open.body.watermark).toEqual({ reader: 'Jo Whitlock', at: firstMonday.toISOString() });
      expect(open.body.until).toBe('2025-01-21T06:00:00.000Z');
      travel(app, new Date('2025-01-21T06:00:00Z'));
      const late = await ours.jo.call('get', reading());
      travel(app, firstMonday);
      expect([late.status, late.body.code]).toEqual([404, 'not_found']);
      const openings = await ours.rowan.call('get', 'record/openings');
      expect(openings.text).toContain('Jo Whitlock');
      expect((await ours.iris.call('get', 'record/openings')).text).not.toContain('Jo Whitlock');
    });

    it('goes back with the ids of open questions, and can be written again', async () => {
      await writeWhole(ours.rowan, 'cnry');
      await openReview(app, ours, firstMonday, new Date(firstMonday.getTime() + 15 * day));
      await putAt(app, ours.coupleId, 'PARTNER_THERAPIST_REVIEW');
      const { body } = await ours.jo.call('get', reading());
      const gaps = `${documentOf(ours.coupleId)}/gaps`;
      const strange = { body: { questionIds: [randomUUID()] }, version: Number(body.processVersion) };
      expect((await ours.jo.call('post', gaps, strange)).status).toBe(400);
      const questionId = randomUUID();
      await app.db.sql(
        `INSERT INTO disclosure_question (clinic_id, id, couple_id, person_id, status, words_sealed, why_sealed, edit_open,
            written_at, changed_at, version) VALUES ($1, $2, $3, $4, 'released', '\\x00', '\\x00', false, now(), now(), 1)`,
        [ours.clinicId, questionId, ours.coupleId, ours.irisId],
      );
      const real = { body: { questionIds: [questionId] }, version: Number(body.processVersion) };
      expect((await ours.jo.call('post', gaps, { ...real, version: 1000 })).body.code).toBe('version_stale');
      const raised = await ours.jo.call('post', gaps, real);
      expect([raised.status, raised.body.code]).toEqual([200, undefined]);
      const review = await reviewOf(ours.mina, ours.coupleId);
      expect([review.state, review.gaps, review.open]).toEqual(['PREPARING', [questionId], true]);
      expect((await ours.jo.call('get', reading())).status).toBe(404);
      expect((await ownDocument(ours.rowan)).stage).toBe('writing');
    });

    it('stands from the review on: neither of its writers changes a word', async () => {
      await writeWhole(ours.rowan, 'cnry');
      for (const state of [
        'PARTNER_THERAPIST_REVIEW',
        'READY',
        'ON_HOLD',
        'SCHEDULED',
        'AFTERCARE',
      ] as const) {
        await putAt(app, ours.coupleId, state);
        const view = await ownDocument(ours.rowan);
        expect([state, view.stage, view.sections[0]?.text]).toEqual([state, 'stands', 'cnry second a']);
        const put = { body: { text: 'later' }, version: 2 };
        const saved = await ours.rowan.call('put', `${home}/sections/a`, put);
        const body = { id: randomUUID(), number: 2, section: 'a', start: 0, length: 1, text: 'x' };
        const comment = await ours.mina.call('post', `${documentOf(ours.coupleId)}/comments`, { body });
        expect([saved.body.code, comment.body.code]).toEqual(new Array(2).fill('disclosure_document_locked'));
      }
    });
  });
});
