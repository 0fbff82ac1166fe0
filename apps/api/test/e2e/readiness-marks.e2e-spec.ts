import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  CosignDetailView,
  OwnReadinessPartView,
  ReadinessRowView,
  ReadinessOfCoupleView,
  ReadinessWordsView,
  OwnDisclosureView,
} from '@trellis/contracts';
import { itemsWithoutException, readinessItems } from '@trellis/domain';
import { arrangeCase, firstMonday, travel, type ArrangedCase } from '../arrange-case.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { openDisclosure, readinessOf, readinessSeen, releaseBoth } from '../arrange-readiness.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const monday = '2025-01-06';
const rowOf = (view: ReadinessOfCoupleView, id: string): ReadinessRowView =>
  view.items.find((item) => item.id === id)!;

describe('the criteria of readiness', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let at: string;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    ours = await arrangeCase(app);
    at = readinessOf(ours.coupleId);
    await openDisclosure(ours);
  });
  afterAll(async () => app.close());

  const mark = async (by: TestClient, item: string, version: number, body: object) =>
    by.call('post', `${at}/items/${item}`, { body, version });

  describe('a criterion', () => {
    it('is marked by the therapist of its side, with evidence that only that side reads', async () => {
      const marked = await mark(ours.jo, 'B3', 0, { status: 'met', evidence: 'cnry-jo-evidence' });
      expect([marked.status, marked.body]).toEqual([200, { item: 'B3', status: 'met', version: 1 }]);
      expect(rowOf(await readinessSeen(ours.jo, ours.coupleId), 'B3')).toMatchObject({
        ...{ status: 'met', met: true, version: 1, markedByName: 'Jo Whitlock', hasWords: true, mine: true },
      });
      expect(rowOf(await readinessSeen(ours.mina, ours.coupleId), 'B3')).toMatchObject({
        ...{ status: 'met', met: true, version: 0, markedByName: null, hasWords: false, mine: false },
      });
      const words = (await ours.jo.call('get', `${at}/words/BP`)).body as ReadinessWordsView;
      expect(words.words).toMatchObject([{ kind: 'evidence', about: 'B3', text: 'cnry-jo-evidence' }]);
      expect((await ours.mina.call('get', `${at}/words/BP`)).status).toBe(404);
    });

    it('R-3 is not replaced by somebody who saw an older mark', async () => {
      await mark(ours.jo, 'B3', 0, { status: 'met' });
      const stale = await mark(ours.jo, 'B3', 0, { status: 'not_met' });
      expect([stale.status, stale.body.code]).toEqual([412, 'version_stale']);
      const crowd = await Promise.all(
        [1, 1, 1].map(async (version) => mark(ours.jo, 'B3', version, { status: 'not_met' })),
      );
      expect(crowd.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    });

    it('does not count against the facts', async () => {
      await mark(ours.mina, 'R1', 0, { status: 'met' });
      await mark(ours.mina, 'S1', 0, { status: 'met' });
      const view = await readinessSeen(ours.mina, ours.coupleId);
      expect(rowOf(view, 'S1')).toMatchObject({ status: 'met', met: false, fact: false });
      await releaseBoth(ours, '2025-03-01');
      expect(rowOf(await readinessSeen(ours.mina, ours.coupleId), 'S1')).toMatchObject({
        met: true,
        fact: true,
      });
    });

    it.each(itemsWithoutException)('%s has no exception', async (id) => {
      const { side } = readinessItems.find((item) => item.id === id)!;
      const by = side === 'BP' ? ours.jo : ours.mina;
      for (const status of ['not_applicable', 'clinician_override']) {
        const refused = await mark(by, id, 0, { status, reason: 'because', coSignerId: ours.danaId });
        expect([refused.status, refused.body.facts]).toEqual([409, { reason: 'no_exception', item: id }]);
      }
    });

    it('asks for a reason where it is not applicable', async () => {
      const bare = await mark(ours.mina, 'R8', 0, { status: 'not_applicable' });
      expect([bare.status, bare.body.facts]).toEqual([400, { field: 'reason' }]);
      expect(
        (await mark(ours.mina, 'R8', 0, { status: 'not_applicable', reason: 'Read it last year.' })).status,
      ).toBe(200);
      expect(rowOf(await readinessSeen(ours.mina, ours.coupleId), 'R8').met).toBe(true);
    });

    it('is the lead’s where it is joint', async () => {
      expect((await mark(ours.mina, 'S5', 0, { status: 'met' })).status).toBe(200);
      const other = await mark(ours.jo, 'S5', 1, { status: 'not_met' });
      expect([other.status, other.body.code]).toEqual([403, 'not_allowed']);
    });

    it('cannot be marked before there is a disclosure', async () => {
      const fresh = await arrangeCase(app);
      const early = await fresh.mina.call('post', `${readinessOf(fresh.coupleId)}/items/R8`, {
        body: { status: 'met' },
        version: 0,
      });
      expect([early.status, early.body.facts]).toEqual([409, { reason: 'no_process' }]);
    });
  });

  describe('an override', () => {
    const override = (coSignerId: string) => ({
      status: 'clinician_override',
      reason: 'cnry-why',
      coSignerId,
    });

    it('counts only once the colleague who was asked has signed in their own sign-in', async () => {
      const supervisorId = await arrangeStaff(app, ours.clinicId, 'supervisor', 'Sol Reyes');
      const sol = await signedIn(app, ours.clinicId, supervisorId, 'supervisor');
      expect((await mark(ours.mina, 'R8', 0, override(supervisorId))).status).toBe(200);
      const before = await readinessSeen(ours.mina, ours.coupleId);
      expect(rowOf(before, 'R8')).toMatchObject({ met: false, coSign: 'asked', coSignerName: 'Sol Reyes' });
      const [asked] = (await sol.call('get', 'readiness/cosigns')).body.requests;
      expect(asked).toMatchObject({ coupleName: 'Ellery', item: 'R8', byName: 'Mina Castellan' });
      const detail = (await sol.call('get', `readiness/cosigns/${asked.id}`)).body as CosignDetailView;
      expect(detail.reason).toBe('cnry-why');
      const signed = await sol.call('post', `readiness/cosigns/${asked.id}`, { body: { agreed: true } });
      expect([signed.status, signed.body.requests]).toEqual([200, []]);
      expect(rowOf(await readinessSeen(ours.mina, ours.coupleId), 'R8')).toMatchObject({
        met: true,
        coSign: 'signed',
      });
      const twice = await sol.call('post', `readiness/cosigns/${asked.id}`, { body: { agreed: false } });
      expect(twice.status).toBe(404);
      expect((await ours.rowan.call('get', 'record/openings')).text).toContain('Sol Reyes');
    });

    it('is nobody’s to sign but the one who was asked', async () => {
      const solId = await arrangeStaff(app, ours.clinicId, 'supervisor', 'Sol Reyes');
      await mark(ours.mina, 'R8', 0, override(solId));
      const [{ id }] = (await app.db.sql<{ id: string }>(
        'SELECT id FROM readiness_mark WHERE couple_id = $1',
        [ours.coupleId],
      )) as [{ id: string }];
      for (const by of [ours.mina, ours.jo, ours.dana]) {
        const tried = await by.call('post', `readiness/cosigns/${id}`, { body: { agreed: true } });
        expect(tried.status).toBe(404);
      }
    });

    it.each([
      ['oneself', () => ours.minaId],
      ['the therapist of the other side', () => ours.joId],
      ['the couple therapist, who would read the reason', () => ours.danaId],
      ['somebody unknown', () => '99999999-9999-4999-8999-999999999999'],
    ])('is not co-signed by %s', async (_, who) => {
      const refused = await mark(ours.mina, 'R8', 0, override(who()));
      expect([refused.status, refused.body.facts]).toEqual([409, { reason: 'cosigner', item: 'R8' }]);
    });

    it('lapses when the colleague does not agree, or the criterion is marked anew', async () => {
      const solId = await arrangeStaff(app, ours.clinicId, 'supervisor', 'Sol Reyes');
      const sol = await signedIn(app, ours.clinicId, solId, 'supervisor');
      await mark(ours.mina, 'R8', 0, override(solId));
      const [{ id }] = (await sol.call('get', 'readiness/cosigns')).body.requests;
      await sol.call('post', `readiness/cosigns/${id}`, { body: { agreed: false } });
      expect(rowOf(await readinessSeen(ours.mina, ours.coupleId), 'R8')).toMatchObject({
        met: false,
        coSign: 'refused',
      });
      await mark(ours.mina, 'R8', 1, override(solId));
      await mark(ours.mina, 'R8', 2, { status: 'not_met' });
      expect((await sol.call('get', 'readiness/cosigns')).body.requests).toEqual([]);
    });

    it('is read without its reason, and asked of nobody, once the words were erased with their person', async () => {
      const solId = await arrangeStaff(app, ours.clinicId, 'supervisor', 'Sol Reyes');
      const sol = await signedIn(app, ours.clinicId, solId, 'supervisor');
      await mark(ours.mina, 'R8', 0, override(solId));
      const [{ id }] = (await sol.call('get', 'readiness/cosigns')).body.requests;
      await app.db.sql('SELECT app.scrub_preparation($1, $2)', [ours.clinicId, ours.rowanId]);
      expect(rowOf(await readinessSeen(ours.mina, ours.coupleId), 'R8').hasWords).toBe(false);
      const words = await ours.mina.call('get', `${at}/words/RP`);
      expect([words.status, (words.body as ReadinessWordsView).words]).toEqual([200, []]);
      expect((await sol.call('get', 'readiness/cosigns')).body.requests).toEqual([]);
      expect((await sol.call('get', `readiness/cosigns/${id}`)).status).toBe(404);
    });
  });

  describe('a person', () => {
    it('ticks what is theirs to meet, from their own phone, and nothing else', async () => {
      const ticked = await ours.iris.call('post', 'readiness/items/B6', { body: { met: true }, version: 0 });
      const own = ticked.body as OwnReadinessPartView;
      expect(own.items.map(({ id }) => id)).toEqual(['B5', 'B6', 'B7', 'B8', 'B11']);
      expect(own.items.find(({ id }) => id === 'B6')).toEqual({ id: 'B6', met: true, version: 1 });
      for (const item of ['B3', 'R12', 'B1', 'S1', 'X9']) {
        const wrong = await ours.iris.call('post', `readiness/items/${item}`, {
          body: { met: true },
          version: 0,
        });
        expect([item, wrong.status]).toEqual([item, 404]);
      }
      const stale = await ours.iris.call('post', 'readiness/items/B6', { body: { met: false }, version: 0 });
      expect(stale.body.code).toBe('version_stale');
    });

    it('is told on the overview that nothing waits once all that is theirs is ticked', async () => {
      const waits = async () => {
        const { cards } = (await ours.rowan.call('get', 'disclosure')).body as OwnDisclosureView;
        return cards.filter(({ kind, done }) => kind === 'readiness_items' && !done).length;
      };
      expect(await waits()).toBe(1);
      await ours.rowan.call('post', 'readiness/items/R12', { body: { met: true }, version: 0 });
      expect(await waits()).toBe(0);
      await ours.rowan.call('post', 'readiness/items/R12', { body: { met: false }, version: 1 });
      expect(await waits()).toBe(1);
    });

    it('meets the practice of calming skills by six entries of two skills in 14 days', async () => {
      await ours.iris.call('post', 'readiness/items/B5', { body: { met: true }, version: 0 });
      for (const skill of ['senses', 'breath', 'senses', 'walk', 'senses']) {
        const body = { skill, recoveryNoted: true };
        expect((await ours.iris.call('post', 'readiness/grounding', { body })).status).toBe(200);
      }
      const five = (await ours.iris.call('get', 'readiness')).body as OwnReadinessPartView;
      expect([five.grounding!.entries, five.items.find(({ id }) => id === 'B5')!.met]).toEqual([5, false]);
      const body = { skill: 'breath', recoveryNoted: true };
      const six = (await ours.iris.call('post', 'readiness/grounding', { body }))
        .body as OwnReadinessPartView;
      expect([six.grounding!.enough, six.items.find(({ id }) => id === 'B5')!.met]).toEqual([true, true]);
      const jo = await readinessSeen(ours.jo, ours.coupleId);
      expect(jo.sides[0]!.grounding).toEqual({ entries: 6, skills: 3, enough: true });
      expect((await ours.rowan.call('post', 'readiness/grounding', { body })).status).toBe(404);
    });

    it('signs a release of information and takes it back', async () => {
      await releaseBoth(ours, '2025-03-01');
      expect((await readinessSeen(ours.jo, ours.coupleId)).releasesSigned).toBe(true);
      const own = (await ours.iris.call('get', 'readiness')).body as OwnReadinessPartView;
      expect(own.releases).toHaveLength(1);
      expect(own.releases[0]!.therapists).toEqual(['Dana Raman', 'Jo Whitlock', 'Mina Castellan']);
      const revoked = await ours.iris.call('post', `readiness/releases/${own.releases[0]!.id}/revocation`);
      expect(revoked.status).toBe(200);
      expect((await readinessSeen(ours.jo, ours.coupleId)).releasesSigned).toBe(false);
      const again = await ours.iris.call('post', `readiness/releases/${own.releases[0]!.id}/signature`, {
        body: { textVersion: 'information_release/1' },
        version: 3,
      });
      expect(again.body.code).toBe('version_stale');
    });

    it('finds a release no longer enough once its last day has passed, or a therapist has joined', async () => {
      await releaseBoth(ours, '2025-01-08');
      travel(app, new Date('2025-01-09T05:59:00Z'));
      expect((await readinessSeen(ours.mina, ours.coupleId)).releasesSigned).toBe(true);
      travel(app, new Date('2025-01-09T06:00:00Z'));
      expect((await readinessSeen(ours.mina, ours.coupleId)).releasesSigned).toBe(false);
      travel(app, firstMonday);
      const newId = await arrangeStaff(app, ours.clinicId, 'therapist', 'Noa Lind');
      await app.db.sql(
        `INSERT INTO care_assignment VALUES ($1, gen_random_uuid(), $2, $3, 'JOINT', false, now() - interval '1 hour', NULL)`,
        [ours.clinicId, ours.coupleId, newId],
      );
      expect((await readinessSeen(ours.mina, ours.coupleId)).releasesSigned).toBe(false);
    });
  });

  it('shows the office two items and lets it mark them', async () => {
    const adminId = await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Dale Moss');
    const dale = await signedIn(app, ours.clinicId, adminId, 'clinic_admin');
    const marked = await dale.call('post', `${at}/office-items/S2`, { body: { status: 'met' }, version: 0 });
    expect(marked.body.items).toMatchObject([
      { item: 'S2', status: 'met', version: 1 },
      { item: 'S3', status: 'not_met', version: 0 },
    ]);
    expect(
      (await dale.call('post', `${at}/office-items/S1`, { body: { status: 'met' }, version: 0 })).status,
    ).toBe(404);
    expect((await ours.mina.call('get', `${at}/office-items`)).status).toBe(404);
    expect(rowOf(await readinessSeen(ours.mina, ours.coupleId), 'S2').met).toBe(true);
  });

  it('says where one clinician holds both sides, and when a colleague was asked about it', async () => {
    const alone = await arrangeCase(app);
    await app.db.sql('UPDATE care_assignment SET staff_id = $2 WHERE couple_id = $1', [
      alone.coupleId,
      alone.minaId,
    ]);
    await openDisclosure(alone);
    const before = await readinessSeen(alone.mina, alone.coupleId);
    expect(before.solo.notice).not.toBeNull();
    expect(before.releasesSigned).toBe(true);
    const body = { kind: 'consultation', side: 'JOINT', on: monday, note: 'cnry-consulted' };
    await alone.mina.call('post', `${readinessOf(alone.coupleId)}/records`, { body });
    expect((await readinessSeen(alone.mina, alone.coupleId)).solo.consultationOn).toBe(monday);
    const words = await alone.mina.call('get', `${readinessOf(alone.coupleId)}/words/JOINT`);
    expect((words.body as ReadinessWordsView).words[0]!.text).toBe('cnry-consulted');
  });
});
