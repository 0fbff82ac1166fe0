import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { asLocalDate, contraindicationIds, tracks } from '@trellis/domain';
import { knowing, processIn, sessionEnd, sessionEnds, sessionStart } from '../../test/arrange-aftercare.js';
import { arrangeCase, travel, type ArrangedCase } from '../../test/arrange-case.js';
import { eventually } from '../../test/eventually.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { HostedWorker } from '../platform/jobs/hosted-worker.js';
import { usualTiming } from '../platform/jobs/job-timing.js';
import { DisclosureClockLoop } from './disclosure-clock-loop.service.js';

const hour = 3_600_000;
/** Everything was assessed for both people, and nothing found: another area keeps that. */
const nothingFound = tracks.flatMap((track) =>
  contraindicationIds.map((id) => ({
    ...{ track, id, present: false, on: asLocalDate('2025-03-28'), assessorId: 'somebody' },
  })),
);
const quick = { pollMs: 60_000, batch: 2, staleSeconds: 60 };

describe('the clock of a disclosure', () => {
  let app: TestApp;
  let ours: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
    knowing(app, { session: { departurePlanConfirmed: true }, assessments: nothingFound });
  });
  afterAll(async () => app.close());

  beforeEach(async () => {
    ours = await arrangeCase(app);
    await processIn(app, ours, 'IN_SESSION', { sessionAt: sessionStart });
    await sessionEnds(app, ours);
  });

  const after = (hours: number): void => {
    travel(app, new Date(sessionEnd.getTime() + hours * hour));
  };
  /** Four workers look at once. */
  const rounds = async (): Promise<void> => {
    const loop = app.app.get(DisclosureClockLoop);
    await Promise.all([1, 2, 3, 4].map(() => loop.round(quick)));
  };
  const raised = (): Promise<{ side: string; kind: string; n: number }[]> =>
    app.db.sql(
      `SELECT side, kind, count(*)::int AS n FROM aftercare_alert WHERE couple_id = $1 GROUP BY side, kind
        ORDER BY kind, side`,
      [ours.coupleId],
    );
  const state = async (): Promise<string> => {
    const [row] = await app.db.sql<{ state: string }>(
      'SELECT state FROM disclosure_process WHERE couple_id = $1',
      [ours.coupleId],
    );
    return row?.state ?? '';
  };
  const contact = async (client: ArrangedCase['jo'], side: string, name: string): Promise<void> => {
    const body = { side, contact: name };
    expect((await client.call('post', `aftercare/${ours.coupleId}/contacts`, { body })).status).toBe(204);
  };

  it('raises a side that nobody has heard of after three hours, once, and not the side that tapped', async () => {
    await ours.iris.call('post', 'aftercare/departure', { body: { tap: 'home' } });
    after(3);
    await rounds();
    expect(await raised()).toEqual([]);
    travel(app, new Date(sessionEnd.getTime() + 3 * hour + 1));
    await rounds();
    await rounds();
    expect(await raised()).toEqual([{ side: 'RP', kind: 'departure_missing', n: 1 }]);
  });

  it('does what was due while every worker was stopped, once, and stays where contacts are missing', async () => {
    for (const [client, side] of [
      [ours.jo, 'BP'],
      [ours.mina, 'RP'],
    ] as const)
      await contact(client, side, 'departure');
    after(100);
    await rounds();
    await rounds();
    expect(await raised()).toEqual([
      { side: 'BP', kind: 'acute_contacts_overdue', n: 1 },
      { side: 'JOINT', kind: 'acute_contacts_overdue', n: 1 },
      { side: 'RP', kind: 'acute_contacts_overdue', n: 1 },
      { side: 'BP', kind: 'contact_due', n: 2 },
      { side: 'RP', kind: 'contact_due', n: 2 },
      { side: 'BP', kind: 'contact_missing', n: 2 },
      { side: 'RP', kind: 'contact_missing', n: 2 },
    ]);
    expect(await state()).toBe('AFTERCARE_ACUTE');
  });

  it('takes the step at 72 hours once, and at once when the last contact comes late', async () => {
    for (const name of ['departure', 'h24']) {
      await contact(ours.jo, 'BP', name);
      await contact(ours.mina, 'RP', name);
    }
    after(71.9);
    await contact(ours.jo, 'BP', 'h72');
    await rounds();
    expect(await state()).toBe('AFTERCARE_ACUTE');
    after(73);
    await rounds();
    expect(await state()).toBe('AFTERCARE_ACUTE');
    after(74);
    await contact(ours.mina, 'RP', 'h72');
    await rounds();
    expect(await state()).toBe('AFTERCARE');
    const steps = await app.db.sql(
      `SELECT count(*)::int AS n, min(actor_role) AS role FROM disclosure_event
        WHERE couple_id = $1 AND event = 'acute_passed' AND cardinality(refused_guards) = 0`,
      [ours.coupleId],
    );
    expect(steps).toEqual([{ n: 1, role: 'system' }]);
  });

  it('leaves nothing half done when a worker dies, and is claimed again', async () => {
    after(4);
    // Claimed by a worker that never comes back.
    const claimed = await app.db.sql('SELECT * FROM app.claim_disclosure_clocks($1, 50, 60)', [
      new Date(sessionEnd.getTime() + 4 * hour),
    ]);
    expect(claimed.length).toBeGreaterThan(0);
    await rounds();
    expect(await raised()).toEqual([]);
    await app.db.sql(`UPDATE disclosure_clock SET claimed_at = app.now() - interval '61 seconds'`);
    await rounds();
    await rounds();
    expect(await raised()).toEqual([
      { side: 'BP', kind: 'departure_missing', n: 1 },
      { side: 'RP', kind: 'departure_missing', n: 1 },
    ]);
  });

  it('undoes all of a look whose transaction fails in the middle', async () => {
    after(4);
    await app.db.sql(
      `CREATE FUNCTION fail_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'killed in the middle'; END $$;
        CREATE TRIGGER fail_once BEFORE INSERT ON outbox_message FOR EACH ROW WHEN (NEW.kind = 'aftercare.alert')
          EXECUTE FUNCTION fail_once()`,
    );
    await rounds();
    await app.db.sql('DROP FUNCTION fail_once CASCADE');
    expect(await raised()).toEqual([]);
    await app.db.sql('UPDATE disclosure_clock SET claimed_at = NULL');
    await rounds();
    expect((await raised()).map(({ n }) => n)).toEqual([1, 1]);
  });

  it('orders the letters of an alert once, to the side and whoever covers it', async () => {
    await app.db.sql(
      `INSERT INTO cover VALUES ($1, $2, $3, $4, app.now() - interval '1 hour', app.now() + interval '1 day', NULL)`,
      [ours.clinicId, randomUUID(), ours.joId, ours.danaId],
    );
    await ours.rowan.call('post', 'aftercare/departure', { body: { tap: 'home' } });
    after(4);
    await rounds();
    const worker = app.app.get(HostedWorker);
    await worker.start({ ...usualTiming, pollMs: 100, backoffMs: 20, attempts: 2 }, `test-${randomUUID()}`);
    const told = await eventually(
      () =>
        app.db.sql<{ told: boolean }>(
          'SELECT told_at IS NOT NULL AS told FROM aftercare_alert WHERE couple_id = $1',
          [ours.coupleId],
        ),
      (rows) => rows.every((row) => row.told),
    );
    expect(told).toEqual([{ told: true }]);
    // Handed out again, as after a worker that died before it could say that it was done.
    await app.db.sql(
      `UPDATE outbox_message SET done_at = NULL, claimed_at = NULL WHERE kind = 'aftercare.alert' AND clinic_id = $1`,
      [ours.clinicId],
    );
    await eventually(
      () =>
        app.db.sql(
          `SELECT 1 FROM outbox_message WHERE kind = 'aftercare.alert' AND clinic_id = $1 AND done_at IS NULL`,
          [ours.clinicId],
        ),
      (rows) => rows.length === 0,
    );
    await worker.stop();
    const letters = await app.db.sql<{ subject_id: string }>(
      `SELECT subject_id FROM outbox_message WHERE kind = 'mail.follow-up-waits' AND clinic_id = $1`,
      [ours.clinicId],
    );
    expect(letters.map(({ subject_id: id }) => id).sort()).toEqual([ours.joId, ours.danaId].sort());
  });
});
