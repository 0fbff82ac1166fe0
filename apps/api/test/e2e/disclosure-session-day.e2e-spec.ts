import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DisclosureSessionView, UnmetGateView } from '@trellis/contracts';
import { sessionSteps } from '@trellis/domain';
import { scheduled, sessionAt, type ReadyCase } from '../arrange-session.js';
import { travel } from '../arrange-case.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const good = {
  ...{ sober: true, slept: true, safe: true, consentReaffirmed: true },
  ...{ transportConfirmed: true, childCareConfirmed: true },
};

describe('the day of the session', () => {
  let app: TestApp;
  let ours: ReadyCase;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    ours = await scheduled(app);
    await app.db.sql("UPDATE disclosure_process SET state = 'DAY_OF_CHECK' WHERE id = $1", [ours.processId]);
    to(-60);
  });
  afterAll(async () => app.close());

  const to = (minutes: number): void => travel(app, new Date(sessionAt.getTime() + minutes * 60_000));
  const path = (rest = '') => `disclosure-sessions/${ours.coupleId}${rest}`;
  const view = async (by = ours.mina): Promise<DisclosureSessionView> =>
    (await by.call('get', path())).body as DisclosureSessionView;
  const check = async (by: TestClient, side: string, body: object = good, version = 0) =>
    by.call('put', path(`/day-checks/${side}`), { body, version });
  const run = async (method: 'put' | 'post', rest: string, body?: object, by = ours.mina) => {
    const { version } = (await view(by)).run!;
    return by.call(method, path(`/run/${rest}`), { version, ...(body === undefined ? {} : { body }) });
  };
  const step = async (name: string, body?: object) => {
    const { processVersion } = await view();
    return ours.mina.call('post', path(`/${name}`), {
      version: processVersion,
      ...(body === undefined ? {} : { body }),
    });
  };
  const begun = async (): Promise<void> => {
    await run('put', 'setting', { telehealth: false, marks: [] });
    await check(ours.mina, 'RP');
    await check(ours.jo, 'BP');
    const answer = await step('go');
    if (answer.status !== 200) throw new Error(answer.text);
  };

  it('does not begin before each person was asked alone, by the therapist of their own side', async () => {
    await run('put', 'setting', { telehealth: false, marks: [] });
    expect((await check(ours.mina, 'BP')).status).toBe(404);
    expect((await check(ours.dana, 'RP')).status).toBe(404);
    expect((await check(ours.mina, 'RP', { ...good, slept: null })).status).toBe(200);
    const refused = await step('go');
    const gates = refused.body.facts.gates as { guardId: string; item: string; evidence: object }[];
    expect(gates.map(({ guardId, item }) => [guardId, item])).toEqual([
      ['day_checks_done', 'RP'],
      ['day_checks_done', 'BP'],
    ]);
    expect(gates[1]?.evidence).toEqual({});
    expect((await check(ours.mina, 'RP', good, 1)).status).toBe(200);
    expect((await check(ours.jo, 'BP')).status).toBe(200);
    const begun = await step('go');
    expect([begun.status, begun.body.state]).toEqual([200, 'IN_SESSION']);
    expect(begun.body.run.steps).toMatchObject([{ step: 'ARRIVE_SEPARATE', endedAt: null }]);
  });

  it('shows the other side only whether a check counts', async () => {
    await check(ours.jo, 'BP', { ...good, safe: false });
    await ours.iris.call('put', 'disclosure-session/day-check', {
      body: { ...good, slept: false },
      version: 0,
    });
    const [mine] = [(await view()).dayChecks.find(({ side }) => side === 'BP')];
    expect(mine).toEqual({
      ...{
        side: 'BP',
        done: false,
        mine: false,
        asked: null,
        askedAt: null,
        own: null,
        ownAt: null,
        version: 0,
      },
    });
    const hers = (await view(ours.jo)).dayChecks.find(({ side }) => side === 'BP');
    expect(hers).toMatchObject({
      mine: true,
      done: false,
      asked: { safe: false },
      own: { slept: false },
      version: 1,
    });
    expect((await view(ours.dana)).dayChecks.every(({ asked, own }) => asked === null && own === null)).toBe(
      true,
    );
  });

  it('asks for the contacts and addresses of that day where it is by video, or where nobody has said', async () => {
    await check(ours.mina, 'RP');
    await check(ours.jo, 'BP');
    const unmet = async (): Promise<string[]> => gatesOf(await step('go')).map(({ guardId }) => guardId);
    expect(await unmet()).toEqual(['emergency_checked']);
    const set = await run('put', 'setting', { telehealth: true, marks: ['BP:two_rooms', 'RP:code_word'] });
    expect(set.body.run.telehealthGaps).toHaveLength(8);
    expect(await unmet()).toEqual(['emergency_checked']);
    await run('post', 'emergency');
    expect((await step('go')).status).toBe(200);
  });

  it('takes the checks back when it is put off, and gives the hour back', async () => {
    await check(ours.mina, 'RP');
    const answer = await ours.iris.call('post', 'disclosure-session/no-go', { body: { kind: 'postpone' } });
    expect([answer.status, answer.body.appointment]).toEqual([200, null]);
    const after = await view();
    expect([after.state, after.appointment, after.run]).toEqual(['SCHEDULED', null, null]);
    const reasons = await app.db.sql<{ side: string }>(
      'SELECT side FROM disclosure_reason WHERE couple_id = $1',
      [ours.coupleId],
    );
    expect(reasons.every(({ side }) => side === 'BP')).toBe(true);
  });

  it('runs through its parts, with a clock that leaves out the pauses and survives a reload', async () => {
    await begun();
    to(0);
    for (const next of sessionSteps.slice(1, 4)) {
      const answer = await run('post', 'parts', { endingEarly: false });
      expect(lastStep(answer)).toMatchObject({ step: next, endedAt: null });
    }
    to(10);
    expect((await ours.iris.call('post', 'disclosure-session/pause')).body.run).toMatchObject({
      paused: true,
    });
    expect((await ours.rowan.call('post', 'disclosure-session/pause')).status).toBe(200);
    to(14);
    expect((await view()).run).toMatchObject({ elapsedSeconds: 600, pauses: [{ until: null }] });
    expect((await run('post', 'parts', { endingEarly: false })).body.facts).toEqual({ reason: 'paused' });
    expect((await step('continue')).body.state).toBe('IN_SESSION');
    to(20);
    const clock = { elapsedSeconds: 960, overMinutes: 0 };
    expect((await view()).run).toMatchObject({
      ...clock,
      pauses: [{ from: expect.any(String), until: expect.any(String) }],
    });
    expect((await view(ours.jo)).run).toMatchObject(clock);
    expect((await ours.rowan.call('get', 'disclosure-session')).body.run).toEqual({
      ...{ step: 'READING', elapsedSeconds: 960, paused: false, readingOpen: false },
    });
  });

  it('takes one of two therapists who step at once; the other looks again', async () => {
    await begun();
    const { version } = (await view()).run!;
    const both = await Promise.all(
      [ours.mina, ours.jo].map((by) =>
        by.call('post', path('/run/parts'), { version, body: { endingEarly: false } }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await view()).run?.steps.map((row) => row.step)).toEqual(['ARRIVE_SEPARATE', 'GROUND']);
  });

  it('keeps ticks, ratings and what is noticed; a second long pause offers an early end', async () => {
    await begun();
    await run('post', 'parts', { endingEarly: false });
    expect(lastStep(await run('put', 'ticks', { step: 'GROUND', line: 1, ticked: true }))?.ticked).toEqual([
      1,
    ]);
    expect((await run('put', 'ticks', { step: 'GROUND', line: 7, ticked: true })).status).toBe(400);
    expect((await run('put', 'ticks', { step: 'CLOSE', line: 0, ticked: true })).status).toBe(400);
    await run('put', 'distress', { side: 'RP', moment: 'start', value: 6 }, ours.jo);
    await run('put', 'distress', { side: 'RP', moment: 'start', value: 7 });
    const noticed = await run('put', 'signs', { signs: ['dissociation'] });
    expect(noticed.body.run).toMatchObject({
      distress: [{ side: 'RP', moment: 'start', value: 7 }],
      endEarlyBecause: ['dissociation'],
    });
    for (const minute of [10, 40]) {
      to(minute);
      await ours.dana.call('post', path('/pause'));
      to(minute + 21);
      await step('continue');
    }
    expect((await view()).run?.endEarlyBecause).toEqual(['second_long_pause', 'dissociation']);
  });

  it('ends once the ways home are confirmed, early with the talk apart', async () => {
    await begun();
    expect((await step('end', { early: true })).body.facts.gates[0].guardId).toBe('departure_plan');
    const apart = await run('post', 'parts', { endingEarly: true });
    expect(lastStep(apart)?.step).toBe('DEBRIEF_SEPARATE');
    await run('post', 'departure');
    const ended = await step('end', { early: true });
    expect([ended.status, ended.body.state]).toEqual([200, 'AFTERCARE_ACUTE']);
    expect(lastStep(ended)?.endedAt).not.toBeNull();
    expect(ended.body.run.endedAt).not.toBeNull();
    expect((await ours.iris.call('get', 'disclosure-session')).body).toMatchObject({
      appointment: null,
      run: null,
    });
    expect((await run('put', 'distress', { side: 'RP', moment: 'close', value: 1 })).body.code).toBe(
      'session_refused',
    );
  });

  it('notes who came', async () => {
    const { participants } = (await view()).appointment!;
    const answer = await run('put', 'attendance', { participantId: participants[0]!.id, attendance: 'came' });
    expect(answer.body.appointment.participants[0]).toMatchObject({ name: 'Iris', attendance: 'came' });
    const nobody = { participantId: '99999999-9999-4999-8999-999999999999', attendance: 'came' };
    expect((await run('put', 'attendance', nobody)).status).toBe(404);
  });
});

function gatesOf({ body }: { body: { facts?: { gates: UnmetGateView[] } } }): UnmetGateView[] {
  return body.facts?.gates ?? [];
}

function lastStep({ body }: { body: unknown }) {
  return (body as DisclosureSessionView).run?.steps.at(-1);
}
