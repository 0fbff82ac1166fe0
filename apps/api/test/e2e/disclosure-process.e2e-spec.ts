import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CoSignatureView, DisclosureView, OwnDisclosureView } from '@trellis/contracts';
import { arrangeStaff, signedIn } from '../arrange.js';
import { days, DisclosureStage, goodFacts, hours } from '../arrange-disclosure.js';
import type { TestClient } from '../test-client.js';

const signed = ['RP', 'BP', 'JOINT'] as const;

describe('the process of a disclosure', () => {
  let stage: DisclosureStage;
  let admin: TestClient;
  let supervisor: TestClient;
  let supervisorId: string;
  let path: string;

  beforeAll(async () => {
    stage = await DisclosureStage.open();
    const { app, ours } = stage;
    const adminId = await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Ada Field');
    supervisorId = await arrangeStaff(app, ours.clinicId, 'supervisor', 'Sol Park');
    admin = await signedIn(app, ours.clinicId, adminId, 'clinic_admin');
    supervisor = await signedIn(app, ours.clinicId, supervisorId, 'supervisor');
    path = `disclosure/${ours.coupleId}`;
  });
  beforeEach(() => {
    stage.facts = goodFacts();
  });
  afterAll(async () => stage.app.close());

  const viewOf = async (by: TestClient): Promise<DisclosureView> =>
    (await by.call('get', path)).body as DisclosureView;
  const own = async (by: TestClient): Promise<OwnDisclosureView> =>
    (await by.call('get', 'disclosure')).body as OwnDisclosureView;
  const step = async (by: TestClient, body: object, version = stage.version) =>
    by.call('post', `${path}/steps`, { body, version });

  it('lets each therapist sign alone, both at the same moment, and takes the step with the last of them', async () => {
    const { mina, jo, dana } = stage.ours;
    await stage.place('PARTNER_THERAPIST_REVIEW');
    const sign = async (by: TestClient) =>
      by.call('post', `${path}/signatures`, { body: { purpose: 'readiness' }, version: stage.version });
    expect((await sign(mina)).status).toBe(200);
    expect(await stage.state()).toBe('PARTNER_THERAPIST_REVIEW');
    expect((await sign(mina)).body.signatures).toHaveLength(1);
    const both = await Promise.all([sign(jo), sign(dana)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await stage.state()).toBe('READY');
    const view = await viewOf(jo);
    expect(view.signatures.map(({ side, byName, mine }) => [side, byName, mine]).sort()).toEqual([
      ['BP', 'Jo Whitlock', true],
      ['JOINT', 'Dana Raman', false],
      ['RP', 'Mina Castellan', false],
    ]);
    expect(view.readyUntil).toBe(days(14).toISOString());
    expect((await sign(mina)).body.code).toBe('version_stale');
  });

  it('asks a colleague to sign, in a sign-in of their own, and counts nobody else', async () => {
    const { mina, minaId, jo, joId } = stage.ours;
    await stage.place('SCREENING');
    const waive = { event: 'waive', waiverReason: 'not_indicated', reason: 'Told before in full.' };
    const ask = async (coSignerId: string) =>
      mina.call('post', `${path}/co-signatures`, {
        body: { event: 'waive', coSignerId },
        version: stage.version,
      });
    const offered = (await viewOf(mina)).coSigners;
    expect(offered.map(({ name }) => name)).toEqual(['Dana Raman', 'Jo Whitlock', 'Sol Park']);
    for (const nobody of [minaId, stage.ours.irisId, stage.ours.coupleId])
      expect((await ask(nobody)).body.code).toBe('co_signer_unknown');
    await ask(joId);
    expect((await step(mina, waive)).body.facts.gates).toMatchObject([{ guardId: 'second_clinician' }]);
    expect((await ask(supervisorId)).body.coSignatures).toMatchObject([
      { coSignerName: 'Sol Park', signedAt: null, mine: true },
    ]);
    expect((await jo.call('get', 'disclosure/co-signatures')).body).toEqual([]);
    const [asked] = (await supervisor.call('get', 'disclosure/co-signatures')).body as CoSignatureView[];
    expect(asked).toMatchObject({ event: 'waive', askedByName: 'Mina Castellan', coupleName: null });
    expect((await jo.call('post', `disclosure/co-signatures/${asked!.id}`)).status).toBe(404);
    expect((await supervisor.call('post', `disclosure/co-signatures/${asked!.id}`)).body).toEqual([]);
    expect((await supervisor.call('post', `disclosure/co-signatures/${asked!.id}`)).status).toBe(404);
    expect((await step(mina, { ...waive, reason: undefined })).body.code).toBe('disclosure_refused');
    expect((await step(mina, waive)).body.state).toBe('WAIVED');
    const [row] = await stage.app.db.sql(
      "SELECT co_signer FROM disclosure_event WHERE event = 'waive' AND cardinality(refused_guards) = 0",
    );
    expect(row).toEqual({ co_signer: supervisorId });
  });

  it('L-1 keeps why it was paused on the side that flagged, sealed, and puts each reading on record', async () => {
    const { mina, jo, dana, rowanId } = stage.ours;
    await stage.place('PREPARING');
    const reason = 'He was followed home twice this week.';
    const held = await step(jo, { event: 'hold', holdReason: 'safety', reason });
    expect(held.body).toMatchObject({ state: 'ON_HOLD', hold: { reasonClass: 'safety' } });
    const eventId = (held.body as DisclosureView).events.at(-1)!.id;
    for (const other of [mina, dana]) {
      const view = await viewOf(other);
      expect(view.hold).toMatchObject({ reasonClass: null });
      expect(view.events.at(-1)).toMatchObject({ event: 'hold', reasonClass: null, hasWords: false });
      expect((await other.call('get', `${path}/steps/${eventId}/words`)).status).toBe(404);
    }
    expect((await jo.call('get', `${path}/steps/${eventId}/words`)).body).toEqual({
      ...{ eventId, side: 'BP', words: reason },
    });
    const readings = await stage.app.db.sql(
      "SELECT person_id FROM audit_event WHERE action = 'disclosure_words.read'",
    );
    expect(readings).toEqual([{ person_id: stage.ours.irisId }]);
    expect(readings).not.toContainEqual({ person_id: rowanId });
    const [row] = await stage.app.db.sql<{ sealed: Buffer }>('SELECT sealed FROM disclosure_words');
    expect(row!.sealed.toString('utf8')).not.toContain('followed');
    expect((await viewOf(jo)).acts.map(({ event }) => event)).toEqual(expect.arrayContaining(['resume']));
  });

  it('tells the other of an end only when their own therapist says so, and until then nothing at all', async () => {
    const { rowan, iris, mina, jo } = stage.ours;
    await stage.place('PREPARING');
    const before = (await iris.call('get', 'disclosure')).text;
    const declined = await rowan.call('post', 'disclosure/decline');
    expect(declined.body).toMatchObject({
      phase: 'not_now',
      mayStop: false,
      notices: [{ words: 'not_at_this_time' }],
    });
    expect(await stage.state()).toBe('DECLINED');
    expect((await iris.call('get', 'disclosure')).text).toBe(before);
    expect((await viewOf(mina)).notices).toEqual([]);
    const [notice] = (await viewOf(jo)).notices;
    expect(notice).toMatchObject({ side: 'BP', words: 'not_at_this_time' });
    expect((await mina.call('post', `${path}/notices/${notice!.id}`)).status).toBe(404);
    expect((await jo.call('post', `${path}/notices/${notice!.id}`)).body.notices).toEqual([]);
    expect((await jo.call('post', `${path}/notices/${notice!.id}`)).status).toBe(404);
    expect(await own(iris)).toMatchObject({ phase: 'not_now', notices: [{ words: 'not_at_this_time' }] });
  });

  it('answers somebody who ends what has ended as though they had just done so', async () => {
    const { rowan, iris } = stage.ours;
    await stage.place('PREPARING');
    const alone = await iris.call('post', 'disclosure/stop');
    await stage.place('PREPARING');
    await rowan.call('post', 'disclosure/stop');
    const second = await iris.call('post', 'disclosure/stop');
    const masked = (text: string): string => text.replaceAll(/"(id|at)":"[^"]*"/g, '"$1":""');
    expect([second.status, masked(second.text)]).toEqual([alone.status, masked(alone.text)]);
  });

  it('lets a person say no before it begins, and a therapist begin when both want to', async () => {
    const { iris, mina } = stage.ours;
    await stage.place('NOT_STARTED');
    await iris.call('post', 'disclosure/stop');
    expect(await stage.state()).toBe('STOPPED');
    expect((await mina.call('post', path)).body).toMatchObject({ state: 'CONSIDERING', version: 1 });
    expect(await own(iris)).toMatchObject({ phase: 'considering' });
  });

  it('lets the office enter the date that the lead ordered, and no other', async () => {
    const { mina, jo } = stage.ours;
    await stage.place('READY', { signed, readyUntil: days(10) });
    const startsAt = days(3).toISOString();
    const order = async (by: TestClient, body: object) =>
      by.call('post', `${path}/order`, { body, version: stage.version });
    expect((await order(jo, { startsAt })).body.code).toBe('not_allowed');
    expect((await order(mina, { startsAt: days(-1).toISOString() })).body.code).toBe('invalid_request');
    expect((await order(mina, { startsAt })).body).toMatchObject({ order: { startsAt, version: 1 } });
    const enter = async (at: Date, version: number) =>
      admin.call('post', `${path}/schedule`, { body: { startsAt: at.toISOString() }, version });
    expect((await enter(days(3), 9)).body.code).toBe('version_stale');
    const other = await enter(days(4), 1);
    expect([other.body.code, other.body.facts]).toEqual(['disclosure_refused', { gates: [] }]);
    const [item] = (await admin.call('get', 'disclosure')).body.items;
    expect(item).toMatchObject({ state: 'READY', daysInState: 60, order: { startsAt, version: 1 } });
    const entered = await enter(days(3), 1);
    expect(entered.body).toMatchObject({ state: 'SCHEDULED', sessionAt: startsAt, readiness: [], acts: [] });
    expect((await viewOf(mina)).order).toBeNull();
  });

  it('shows the office states and days, every pause alike, and nothing of why', async () => {
    await stage.place('SESSION_PAUSED', { sessionAt: hours(-1) });
    const inSession = (await admin.call('get', 'disclosure')).text;
    await stage.place('ON_HOLD', { hold: { reason: 'safety', side: 'BP' } });
    expect((await admin.call('get', 'disclosure')).text).toBe(inSession);
    expect(JSON.parse(inSession).items).toEqual([
      {
        ...{ coupleId: stage.ours.coupleId, coupleName: expect.any(String) },
        ...{ state: 'PAUSED', daysInState: 60, order: null },
      },
    ]);
    expect((await admin.call('get', path)).status).toBe(404);
    expect((await supervisor.call('get', 'disclosure')).status).toBe(404);
    expect((await admin.call('get', 'disclosure?limit=0')).status).toBe(400);
    expect((await admin.call('get', 'disclosure?cursor=x')).status).toBe(400);
  });

  it('writes to every therapist when it goes back, and tells both people of the date alone', async () => {
    const { rowan, iris } = stage.ours;
    await stage.place('SCHEDULED', { signed, readyUntil: days(10), sessionAt: days(3) });
    await stage.app.db.sql("DELETE FROM outbox_message WHERE kind = 'mail.process-changed'");
    expect(await stage.ask('system', '', { event: 'slip_logged' })).toBe('ok');
    const letters = await stage.app.db.sql(
      "SELECT 1 FROM outbox_message WHERE kind = 'mail.process-changed'",
    );
    expect(letters).toHaveLength(3);
    const told = { phase: 'preparing', sessionAt: null, notices: [{ words: 'session_cancelled' }] };
    expect(await own(rowan)).toMatchObject(told);
    expect(await own(iris)).toMatchObject(told);
    await stage.place('SCHEDULED', { signed, readyUntil: days(20), sessionAt: days(9) });
    const dated = { phase: 'scheduled', sessionAt: days(9).toISOString(), notices: [] };
    for (const person of [rowan, iris]) expect(await own(person)).toMatchObject(dated);
    await stage.place('PREPARING');
    expect(await stage.app.db.sql('SELECT 1 FROM disclosure_signature WHERE ended_at IS NULL')).toEqual([]);
  });

  it('C-7, C-11 answers strangers, other doors and no sign-in as though there were nothing', async () => {
    await stage.place('PREPARING');
    const { app, ours } = stage;
    const strangerId = await arrangeStaff(app, ours.clinicId, 'therapist', 'Wren Hale');
    const stranger = await signedIn(app, ours.clinicId, strangerId, 'therapist');
    for (const to of ['steps', 'signatures', 'order', 'verification', 'recheck', 'co-signatures']) {
      const body = {
        ...(to === 'steps' ? { event: 'close' } : {}),
        ...(to === 'signatures' ? { purpose: 'resume' } : {}),
        ...(to === 'order' ? { startsAt: days(3).toISOString() } : {}),
        ...(to === 'verification' ? { enabled: true, agreed: true } : {}),
        ...(to === 'co-signatures' ? { event: 'waive', coSignerId: ours.joId } : {}),
      };
      for (const by of [stranger, admin, supervisor])
        expect((await by.call('post', `${path}/${to}`, { body, version: stage.version })).status).toBe(404);
      const answer = await app
        .client('clinic')
        .call('post', `${path}/${to}`, { body, version: stage.version });
      expect(answer.status).toBe(401);
      expect((await ours.mina.call('post', `${path}/${to}`, { body })).status).toBe(428);
      expect((await ours.mina.call('post', `${path}/${to}`, { body, version: 1 })).status).toBe(412);
    }
    expect((await app.client('home').call('get', 'disclosure')).status).toBe(401);
    expect((await step(ours.mina, { event: 'slip_logged' })).status).toBe(400);
  });
});
