import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { OwnRemindersView } from '@trellis/contracts';
import { HostedWorker } from '../../src/platform/jobs/hosted-worker.js';
import { usualTiming } from '../../src/platform/jobs/job-timing.js';
import { ReminderLoop } from '../../src/reminders/reminder-loop.service.js';
import { arrangeCase, assignOne, travel, type ArrangedCase } from '../arrange-case.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { eventually } from '../eventually.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const later = (instant: string): Date => new Date(instant);
const quick = { ...usualTiming, pollMs: 50, backoffMs: 20 };

describe('reminders by mail', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let clinic = 0;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    ours = await arrangeCase(app);
    clinic += 1;
  });
  afterAll(async () => app.close());

  const address = (name: string): string => `${name}.${String(clinic)}@pier.example`;
  const wish = (name: string, more: object = {}) => ({
    ...{ given: true, address: address(name), quietFrom: '21:00', quietUntil: '09:00', quietDays: [] },
    ...{ timeZone: 'America/Chicago', discreet: true, ...more },
  });
  const choose = async (by: TestClient, body: object, version = 0): Promise<OwnRemindersView> => {
    const answer = await by.call('put', 'reminders', { body, version });
    expect([answer.status, answer.text.slice(0, 300)]).toEqual([200, answer.text.slice(0, 300)]);
    const shown = answer.body as OwnRemindersView;
    return shown;
  };
  const both = async (more: object = {}): Promise<void> => {
    await choose(ours.rowan, wish('rowan', more));
    await choose(ours.iris, wish('iris', more));
  };
  const book = (by: TestClient, kind: string, side: string, staffId: string) =>
    by.call('post', `appointments/${ours.coupleId}`, {
      body: {
        ...{ kind, side, on: '2025-01-08', time: '14:00', minutes: 50, place: { at: 'open' } },
        staffIds: [staffId],
      },
    });

  /** Everybody is looked at at this moment, by three workers at once, and what they left is sent. */
  async function roundAt(instant: string): Promise<void> {
    travel(app, later(instant));
    await app.db.sql(`UPDATE reminder_wish SET look_at = '2025-01-01Z'`);
    const loop = app.app.get(ReminderLoop);
    await Promise.all([loop.round(), loop.round(), loop.round()]);
    await sent();
  }

  async function sent(): Promise<void> {
    const worker = app.app.get(HostedWorker);
    await worker.start(quick);
    await eventually(
      () =>
        app.db.sql<object>(
          `SELECT FROM outbox_message WHERE kind = 'mail.reminder' AND done_at IS NULL AND failed_at IS NULL`,
        ),
      (waiting) => waiting.length === 0,
    );
    await worker.stop();
  }

  function lettersTo(name: string): string[] {
    const folder = join(app.dataDir, 'outbox');
    const names = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.eml')) : [];
    return names
      .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('=\r\n', ''))
      .filter((text) => text.includes(`To: ${address(name)}`));
  }

  const counts = (): number[] => ['rowan', 'iris'].map((name) => lettersTo(name).length);

  it('are a choice of each person, in versions, and the address goes when it is taken back', async () => {
    const before = await ours.iris.call('get', 'reminders');
    expect(before.body).toEqual({
      ...{ version: 0, given: false, address: null, quietFrom: '21:00', quietUntil: '09:00', quietDays: [] },
      ...{ timeZone: 'America/Chicago', discreet: true, since: null },
    });
    const refused = await ours.rowan.call('put', 'reminders', {
      ...{ body: { ...wish('rowan'), address: undefined }, version: 0 },
    });
    expect([refused.status, refused.body.code]).toEqual([400, 'reminders_invalid']);
    expect(await choose(ours.rowan, wish('rowan', { quietDays: [7, 6] }))).toMatchObject({
      ...{ version: 1, given: true, address: address('rowan'), quietDays: [6, 7] },
    });
    const stale = await ours.rowan.call('put', 'reminders', { body: wish('rowan'), version: 0 });
    expect(stale.body.code).toBe('version_stale');
    expect(await choose(ours.rowan, { ...wish('rowan'), given: false }, 1)).toMatchObject({
      ...{ version: 2, given: false, address: null },
    });
    expect(
      await app.db.sql(
        `SELECT version, given, newest, address_sealed IS NULL AS gone FROM reminder_wish WHERE clinic_id = $1
          ORDER BY version`,
        [ours.clinicId],
      ),
    ).toEqual([
      { version: 1, given: true, newest: false, gone: true },
      { version: 2, given: false, newest: true, gone: true },
    ]);
    const after = await ours.iris.call('get', 'reminders');
    expect([after.text, after.headers['etag']]).toEqual([before.text, before.headers['etag']]);
  });

  it('tell of a session twice, each once however many workers look, and of nobody else’s', async () => {
    await both({ discreet: false });
    expect((await book(ours.mina, 'individual', 'RP', ours.minaId)).status).toBe(201);
    await roundAt('2025-01-07T19:59:00Z');
    expect(counts()).toEqual([0, 0]);
    await roundAt('2025-01-07T20:01:00Z');
    await roundAt('2025-01-07T20:20:00Z');
    expect(counts()).toEqual([1, 0]);
    await roundAt('2025-01-08T19:01:00Z');
    expect(counts()).toEqual([2, 0]);
    await roundAt('2025-01-08T19:40:00Z');
    expect(counts()).toEqual([2, 0]);
    expect(lettersTo('rowan').every((text) => text.includes('Subject: An appointment is coming up'))).toBe(
      true,
    );
  });

  it('say the same whatever they are about, to whoever wants it so, and name nobody', async () => {
    await both();
    await assignOne(ours.mina, ours.rowanId, 'R01', '2025-01-07');
    await book(ours.dana, 'couple', 'JOINT', ours.danaId);
    await roundAt('2025-01-07T20:01:00Z');
    const [first = '', second = ''] = lettersTo('rowan').map(wordsOf);
    expect(lettersTo('rowan')).toHaveLength(2);
    expect(second).toBe(first);
    expect(lettersTo('iris').map(wordsOf)).toEqual([first]);
    for (const text of [...lettersTo('rowan'), ...lettersTo('iris')])
      expect(text).not.toMatch(/Rowan|Iris|Mina|Dana|Ellery|North Pier|R01|couple|partner|14:00|2:00/);
    expect(first).toContain('Subject: You have something waiting');
    expect(first).toContain('http://localhost');
  });

  it('name what waits once a day, and stop once it is done', async () => {
    await both();
    const task = await assignOne(ours.mina, ours.rowanId, 'R01', '2025-01-07');
    await app.db.sql(`UPDATE homework_task SET due_on = '2025-01-08' WHERE id = $1`, [task]);
    await app.db.sql(`UPDATE homework_task SET withdrawn_at = now() WHERE id <> $1 AND clinic_id = $2`, [
      task,
      ours.clinicId,
    ]);
    for (const instant of ['2025-01-07T15:30:00Z', '2025-01-07T18:00:00Z', '2025-01-08T02:00:00Z'])
      await roundAt(instant);
    expect(counts()).toEqual([1, 0]);
    await roundAt('2025-01-08T16:00:00Z');
    expect(counts()).toEqual([2, 0]);
    await app.db.sql(`DELETE FROM reminder WHERE clinic_id = $1`, [ours.clinicId]);
    await app.db.sql(`UPDATE homework_task SET state = 'submitted' WHERE id = $1`, [task]);
    await roundAt('2025-01-08T17:00:00Z');
    expect(counts()).toEqual([2, 0]);
  });

  it('are none for what was taken back, rests, or belongs to a couple that is paused', async () => {
    await both();
    const task = await assignOne(ours.mina, ours.rowanId, 'R01', '2025-01-07');
    const now = '2025-01-07T18:00:00Z';
    await app.db.sql(`UPDATE homework_task SET withdrawn_at = now() WHERE clinic_id = $1`, [ours.clinicId]);
    await roundAt(now);
    await app.db.sql(`UPDATE homework_task SET withdrawn_at = NULL WHERE id = $1`, [task]);
    await app.db.sql(
      `INSERT INTO homework_rest (clinic_id, id, couple_id, person_id, compartment, plan_id, kind, from_on, to_on, cancelled,
          made_by, made_at, version)
        VALUES ($1, gen_random_uuid(), $2, $3, 'RP', NULL, 'agreed_pause', '2025-01-06', NULL, false, $4, now(), 1)`,
      [ours.clinicId, ours.coupleId, ours.rowanId, ours.minaId],
    );
    await roundAt(now);
    await app.db.sql('UPDATE homework_rest SET cancelled = true WHERE clinic_id = $1', [ours.clinicId]);
    await app.db.sql(`UPDATE couple SET status = 'paused' WHERE id = $1`, [ours.coupleId]);
    await roundAt(now);
    expect(counts()).toEqual([0, 0]);
    await app.db.sql(`UPDATE couple SET status = 'active' WHERE id = $1`, [ours.coupleId]);
    await roundAt(now);
    expect(counts()).toEqual([1, 0]);
  });

  it('keep quiet when the person wants it, where the person is', async () => {
    await choose(ours.rowan, wish('rowan', { timeZone: 'Europe/Madrid' }));
    await choose(ours.iris, wish('iris', { quietDays: [2] }));
    await book(ours.dana, 'couple', 'JOINT', ours.danaId);
    await roundAt('2025-01-07T20:30:00Z');
    expect(counts()).toEqual([0, 0]);
    await roundAt('2025-01-08T08:05:00Z');
    expect(counts()).toEqual([1, 0]);
    await roundAt('2025-01-08T15:05:00Z');
    expect(counts()).toEqual([1, 1]);
  });

  it('are not sent once the session was cancelled or the consent taken back on the way', async () => {
    await both();
    await book(ours.dana, 'couple', 'JOINT', ours.danaId);
    travel(app, later('2025-01-07T20:05:00Z'));
    await app.app.get(ReminderLoop).round();
    await choose(ours.rowan, { ...wish('rowan'), given: false }, 1);
    await app.db.sql('UPDATE appointment SET live = false, closed_at = now() WHERE clinic_id = $1', [
      ours.clinicId,
    ]);
    await sent();
    expect(counts()).toEqual([0, 0]);
  });

  it('come once where a worker dies after it took a person up, and where a letter is delivered again', async () => {
    await both();
    await book(ours.dana, 'couple', 'JOINT', ours.danaId);
    travel(app, later('2025-01-07T20:05:00Z'));
    await app.db.sql(`UPDATE reminder_wish SET look_at = '2025-01-07T20:00:00Z'`);
    await app.db.sql(`SELECT app.claim_reminders('2025-01-07T20:05:00Z', 1000)`);
    await app.app.get(ReminderLoop).round();
    await sent();
    expect(counts()).toEqual([0, 0]);
    travel(app, later('2025-01-07T20:21:00Z'));
    await app.app.get(ReminderLoop).round();
    await sent();
    expect(counts()).toEqual([1, 1]);
    await app.db.sql(
      `UPDATE outbox_message SET done_at = NULL, claimed_at = now() - interval '1 hour' WHERE kind = 'mail.reminder'`,
    );
    await sent();
    expect(counts()).toEqual([1, 1]);
  });

  it('follow the intervals of the clinic, which the office changes within their range', async () => {
    const adminId = await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Ada Field');
    const admin = await signedIn(app, ours.clinicId, adminId, 'clinic_admin');
    const path = 'reminder-settings';
    for (const own of [
      { firstHours: 73 },
      { firstHours: '24' },
      { hours: 3 },
      { firstHours: 2, secondHours: 3 },
    ]) {
      const refused = await admin.call('post', path, { body: { own }, version: 0 });
      expect(refused.body.code).toBe('reminders_invalid');
    }
    const changed = await admin.call('post', path, { body: { own: { firstHours: 48 } }, version: 0 });
    expect(changed.body).toMatchObject({
      version: 1,
      own: { firstHours: 48 },
      changes: [{ changedBy: 'Ada Field' }],
    });
    expect((await ours.mina.call('get', path)).status).toBe(404);
    await both();
    await book(ours.dana, 'couple', 'JOINT', ours.danaId);
    await roundAt('2025-01-06T20:05:00Z');
    expect(counts()).toEqual([1, 1]);
  });
});

/** Subject and text, without what tells one letter from another. */
function wordsOf(letter: string): string {
  return letter
    .split('\r\n')
    .filter((line) => !/^(To|Message-ID|Date): /.test(line))
    .join('\n');
}
