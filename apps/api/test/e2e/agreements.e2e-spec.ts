import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseStageGatesView, EpisodeView, PredictorSumView } from '@trellis/contracts';
import { OffTrackWatch } from '../../src/predictors/off-track/off-track-watch.service.js';
import { arrangeCase, firstMonday, travel, type ArrangedCase } from '../arrange-case.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { askedAboutFear, assignJointly, halfToday } from '../arrange-joint.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const hour = (hours: number): Date => new Date(firstMonday.getTime() + hours * 3_600_000);
const both = { askedRp: true, askedBp: true };
const told = { event: 'slip', tell: true, within_hours: 40, how: 'in_person', detail_level: 'yes_no' };

/** The information agreement: two signatures in the halves, the third by the couple therapist. */
describe('information agreements', () => {
  let app: TestApp;
  let ellery: ArrangedCase;
  const first = { work: '', his: '', hers: '' };

  beforeAll(async () => {
    app = await testApp();
    ellery = await arrangeCase(app);
    await askedAboutFear(app, ellery);
    Object.assign(first, await assigned('2025-01-06'));
  });
  afterAll(async () => app.close());

  const assigned = async (startsOn: string) => {
    const made = await assignJointly(ellery.dana, ellery.coupleId, 'C06', { startsOn, days: 1 });
    const [{ id: work }] = made.body as unknown as [{ id: string }];
    await app.db.sql("UPDATE homework_task SET opens_on = '2025-01-06' WHERE template_code = 'C06'", []);
    return { work, his: await halfToday(ellery.rowan, 'C06'), hers: await halfToday(ellery.iris, 'C06') };
  };
  const handIn = async (person: TestClient, id: string, key: string, agreement: readonly object[]) => {
    const { version } = (await person.call('get', `homework/${id}`)).body;
    const answers = { agreement, [key]: 'my name' };
    return person.call('post', `homework/${id}/submission`, { body: { answers }, version: Number(version) });
  };
  const sign = (by: TestClient, work: string, body: object = both) =>
    by.call('post', `agreements/${work}/signature`, { body });
  const stateFor = async (person: TestClient, id: string) =>
    (await person.call('get', `agreements/${id}`)).body as Readonly<Record<string, unknown>>;

  it('wait for both, then for the couple therapist alone', async () => {
    expect(await stateFor(ellery.iris, first.hers)).toMatchObject({ state: 'open', version: 0 });
    expect((await sign(ellery.dana, first.work)).body).toMatchObject({ code: 'agreement_refused', facts: { reason: 'not_both_signed' } }); // prettier-ignore
    expect((await handIn(ellery.rowan, first.his, 'signature_rp', [told])).status).toBe(200);
    expect(await stateFor(ellery.iris, first.hers)).toMatchObject({ state: 'open' });
    expect((await handIn(ellery.iris, first.hers, 'signature_bp', [told])).status).toBe(200);
    expect(await stateFor(ellery.iris, first.hers)).toMatchObject({ state: 'waits' });
    expect((await sign(ellery.mina, first.work)).body.facts).toEqual({ reason: 'not_yours' });
    for (const wrong of [{}, { askedRp: true, askedBp: false }, { askedRp: [true], askedBp: true }])
      expect((await sign(ellery.dana, first.work, wrong)).status).toBe(400);
  });

  it('are signed by nobody while there is fear on either side', async () => {
    await app.db.sql(`UPDATE readiness_record SET outcome = 'present' WHERE side = 'BP'`, []);
    expect((await sign(ellery.dana, first.work)).body.facts).toEqual({ reason: 'closed' });
    await app.db.sql(`UPDATE readiness_record SET outcome = 'absent' WHERE side = 'BP'`, []);
  });

  it('are in force once, for all', async () => {
    const signed = await sign(ellery.dana, first.work);
    expect([signed.status, signed.body]).toMatchObject([200, { signedByName: 'Dana Raman', agreement: { state: 'in_force', number: 1 } }]); // prettier-ignore
    expect((await sign(ellery.dana, first.work)).body.facts).toEqual({ reason: 'signed_before' });
    for (const [who, id] of [[ellery.rowan, first.his], [ellery.iris, first.hers]] as const)
      expect(await stateFor(who, id)).toMatchObject({ state: 'in_force', number: 1, lookAgain: false });
    await app.db.sql('UPDATE couple SET stage = 2 WHERE id = $1', [ellery.coupleId]);
    expect(await stateFor(ellery.iris, first.hers)).toMatchObject({ lookAgain: true });
    await app.db.sql('UPDATE couple SET stage = 1 WHERE id = $1', [ellery.coupleId]);
  }); // prettier-ignore

  it('say by when a slip is told', async () => {
    travel(app, hour(5));
    const slip = { kind: 'slip', level: 'slip', slipAt: hour(3).toISOString() };
    const logged = await ellery.mina.call('post', `slips/${ellery.coupleId}`, { body: slip });
    expect([logged.status, logged.text]).toMatchObject([
      200,
      expect.stringContaining(hour(43).toISOString()),
    ]);
  });

  it('are what every other area judges the telling by', async () => {
    const { coupleId, clinicId, mina, jo } = ellery;
    const alarms = async (by: TestClient): Promise<string[]> => {
      await app.app.get(OffTrackWatch).look({ clinicId, coupleId });
      const { episodes } = (await by.call('get', `off-track/${coupleId}`)).body;
      return (episodes as EpisodeView[]).flatMap(({ alerts }) => alerts.map(({ rule }) => rule));
    };
    const judged = async (): Promise<unknown[]> => {
      const { gates } = (await mina.call('get', `stage-gates/${coupleId}`)).body as CaseStageGatesView;
      const inTime = gates[0]?.criteria.find(({ criterion }) => criterion === 'slip_free_or_told')?.met;
      const sum = await jo.call('get', `predictors/${coupleId}/sum?predictor=CT&readOn=2025-01-19`);
      const { indicators } = sum.body as PredictorSumView;
      return [inTime, indicators.find(({ key }) => key === 'c3')?.score];
    };
    const [{ id }] = (await mina.call('get', `slips/${coupleId}`)).body.slips as [{ id: string }];
    const tell = async (version: number, at: Date, partner = 'told'): Promise<void> => {
      travel(app, at);
      const partnerAt = partner === 'told' ? at.toISOString() : null;
      const body = { partner, partnerAt, therapistToldAt: hour(4).toISOString() };
      expect((await mina.call('post', `slips/${coupleId}/${id}/telling`, { body, version })).status).toBe(
        200,
      );
    };
    // The night after the next day: over the standard 24 hours, inside the agreed 40.
    travel(app, hour(36.2));
    expect(await alarms(mina)).toEqual([]);
    await tell(1, hour(43));
    expect(await judged()).toEqual([true, 100]);
    // An hour more is late, though the standard 72 would hold: c3 = (168 - 41) / (168 - 40).
    await tell(2, hour(44));
    expect(await judged()).toEqual([false, 99.2]);
    await tell(3, hour(60.2), 'not_yet');
    expect([await alarms(mina), await alarms(jo)]).toEqual([['OT-7'], []]);
  });

  it('give way to the next, and end without saying by whom', async () => {
    const next = await assigned('2025-01-13');
    await handIn(ellery.rowan, next.his, 'signature_rp', [{ event: 'slip', tell: false }]);
    await handIn(ellery.iris, next.hers, 'signature_bp', [{ event: 'slip', tell: false }]);
    travel(app, hour(6));
    expect((await sign(ellery.dana, next.work)).body).toMatchObject({ agreement: { number: 2 } });
    expect(await stateFor(ellery.rowan, first.his)).toMatchObject({ state: 'ended', number: 1 });
    travel(app, hour(7));
    expect((await ellery.iris.call('post', `agreements/${next.hers}/ending`, { version: 7 })).status).toBe(
      412,
    );
    const ended = await ellery.iris.call('post', `agreements/${next.hers}/ending`, { version: 1 });
    expect([ended.status, ended.body]).toMatchObject([200, { state: 'ended' }]);
    expect(await stateFor(ellery.rowan, next.his)).toEqual(ended.body);
    const again = await ellery.dana.call('post', `agreements/${next.work}/ending`, { version: 2 });
    expect(again.body).toMatchObject({ code: 'agreement_refused', facts: { reason: 'not_in_force' } });
    const kept = await app.db.sql<{ row: object }>(
      'SELECT to_jsonb(g) AS row FROM information_agreement g',
      [],
    );
    expect(JSON.stringify(kept)).not.toContain(ellery.irisId);
  });

  it('are there for nobody else', async () => {
    const theirs = await arrangeCase(app);
    const otherId = await arrangeStaff(app, ellery.clinicId, 'therapist', 'Ana Ruiz');
    const adminId = await arrangeStaff(app, ellery.clinicId, 'clinic_admin', 'Pat Lowe');
    const stranger = await signedIn(app, ellery.clinicId, otherId, 'therapist');
    const office = await signedIn(app, ellery.clinicId, adminId, 'clinic_admin');
    for (const asker of [stranger, office, theirs.dana]) {
      expect((await asker.call('get', `agreements/${first.work}`)).status).toBe(404);
      expect((await sign(asker, first.work)).status).toBe(404);
      expect((await asker.call('post', `agreements/${first.work}/ending`, { version: 1 })).status).toBe(404);
    }
    for (const [person, id] of [
      [ellery.iris, first.his],
      [ellery.iris, randomUUID()],
      [ellery.iris, 'none'],
      [theirs.rowan, first.his],
    ] as const) {
      expect((await person.call('get', `agreements/${id}`)).status).toBe(404);
      expect((await person.call('post', `agreements/${id}/ending`, { version: 1 })).status).toBe(404);
    }
    expect((await ellery.dana.call('get', `agreements/${randomUUID()}`)).status).toBe(404);
  });
});
