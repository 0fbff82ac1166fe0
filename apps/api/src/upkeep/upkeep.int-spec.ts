import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { asClinicId } from '@trellis/domain';
import {
  addCouple,
  invite,
  openInvitation,
  setUpMember,
  shiftDatabaseTime,
  signIn,
} from '../../test/arrange-identity.js';
import { arrangeStaff, signedIn } from '../../test/arrange.js';
import { eventually } from '../../test/eventually.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { HostedWorker } from '../platform/jobs/hosted-worker.js';
import { usualTiming } from '../platform/jobs/job-timing.js';
import { Vault } from '../platform/sealing/vault.js';
import { Upkeep } from './upkeep.service.js';

const hour = 3600;
const day = 24 * hour;

describe('what the server does by itself', () => {
  let app: TestApp;
  let upkeep: Upkeep;

  beforeAll(async () => {
    app = await testApp();
    upkeep = app.app.get(Upkeep);
  });
  afterAll(async () => app.close());
  beforeEach(async () => {
    await shiftDatabaseTime(app, 0);
    await app.db.sql("UPDATE upkeep SET done_at = '-infinity'");
  });

  const count = async (table: string, where = 'true'): Promise<number> =>
    Number((await app.db.sql<{ n: string }>(`SELECT count(*) AS n FROM ${table} WHERE ${where}`))[0]?.n);

  /** A clinic in which everything that the sweep takes has been made by the product itself. */
  async function lived(): Promise<{ clinicId: string; exportId: string }> {
    const member = await setUpMember(app);
    const therapist = await signIn(app, member);
    const { rowanId, irisId } = await addCouple(therapist, member.id);
    await openInvitation(app, await invite(therapist, rowanId));
    await invite(therapist, irisId);
    const adminId = await arrangeStaff(app, member.clinicId, 'clinic_admin', 'Noor Haddad');
    const admin = await signedIn(app, member.clinicId, adminId, 'clinic_admin');
    const ordered = await admin.call('post', 'reports/exports', {
      body: { report: 'caseload', format: 'csv' },
    });
    const path = `reports/exports/${String(ordered.body.id)}`;
    await app.app.get(HostedWorker).start({ ...usualTiming, pollMs: 100 });
    await eventually(
      async () => (await admin.call('get', path)).body as { state: string },
      ({ state }) => state === 'done',
    );
    await app.app.get(HostedWorker).stop();
    await app.db.sql('INSERT INTO passkey_challenge VALUES ($1, $2, $3, app.now())', [
      ...[randomBytes(32), 'sign_in', randomBytes(32)],
    ]);
    return { clinicId: member.clinicId, exportId: String(ordered.body.id) };
  }

  it('takes what has been over for a day, and nothing that is not', async () => {
    const { clinicId, exportId } = await lived();
    const secrets = await app.db.sql<{ token_hash: Buffer }>(
      'SELECT token_hash FROM invitation WHERE clinic_id = $1',
      [clinicId],
    );
    const before = { sessions: await count('session'), answers: await count('idempotency_record') };
    expect(before.sessions).toBeGreaterThan(2);
    expect(before.answers).toBeGreaterThan(3);
    await upkeep.sweep();
    expect({ sessions: await count('session'), answers: await count('idempotency_record') }).toEqual(before);
    expect(await count('report_file')).toBe(1);

    await shiftDatabaseTime(app, 5 * day);
    const swept = await upkeep.sweep();
    expect(swept).toMatchObject({
      ...{
        sessions: before.sessions,
        answers: before.answers,
        invitations: 2,
        exportFiles: 1,
        exportKeys: 1,
      },
      challenges: 1,
    });
    expect(swept?.['rateLimits']).toBeGreaterThan(0);
    for (const table of ['session', 'idempotency_record', 'report_file', 'passkey_challenge', 'rate_limit'])
      expect([table, await count(table)]).toEqual([table, 0]);
    const keys = await app.db.sql('SELECT 1 FROM data_key WHERE owner_id = $1 AND wrapped IS NOT NULL', [
      exportId,
    ]);
    expect(keys).toEqual([]);
    const left = await app.db.sql<{ token_hash: Buffer; code_mac: Buffer }>(
      'SELECT token_hash, code_mac FROM invitation WHERE clinic_id = $1',
      [clinicId],
    );
    expect(left).toHaveLength(2);
    const old = new Set(secrets.map(({ token_hash }) => token_hash.toString('hex')));
    for (const { token_hash, code_mac } of left) {
      expect([token_hash.length, code_mac.length]).toEqual([32, 0]);
      expect(old.has(token_hash.toString('hex'))).toBe(false);
    }
    // What says who invited whom and what left the building stays.
    expect(await count('report_export', `id = '${exportId}'`)).toBe(1);
  });

  it('is done once a day, however many workers ask at once', async () => {
    await lived();
    await shiftDatabaseTime(app, 5 * day);
    const sessions = await count('session');
    const rounds = await Promise.all(Array.from({ length: 6 }, () => upkeep.sweep()));
    const done = rounds.filter((round) => round !== null);
    expect(done).toHaveLength(1);
    expect(done[0]).toMatchObject({ sessions });
    await shiftDatabaseTime(app, 6 * day - 60);
    expect(await upkeep.sweep()).toBeNull();
    await shiftDatabaseTime(app, 6 * day + 60);
    expect(await upkeep.sweep()).toMatchObject({ sessions: 0 });
  });

  it('goes on portion by portion until nothing is left', async () => {
    await lived();
    await shiftDatabaseTime(app, 5 * day);
    const sessions = await count('session');
    const swept = await upkeep.sweep(2);
    expect(swept).toMatchObject({ sessions });
    expect(await count('session')).toBe(0);
    expect(await upkeep.sweep(2)).toBeNull();
  });

  it('is nobody’s to call from inside a clinic', async () => {
    const { clinicId } = await lived();
    const actor = { clinicId: asClinicId(clinicId), id: clinicId, role: 'system' } as const;
    const work = app.app.get(UnitOfWork);
    for (const text of ['SELECT app.sweep(10)', 'SELECT app.remind_of_reviews(0)'])
      for (const pool of ['worker', 'api'] as const)
        await expect(work.run(() => work.rows(text), actor, pool)).rejects.toThrow(
          /permission denied|insufficient/i,
        );
  });

  it('reminds every owner of a review once, a day before its time is over', async () => {
    const member = await setUpMember(app);
    await addCouple(await signIn(app, member), member.id);
    const { clinicId } = member;
    const ownerId = await arrangeStaff(app, clinicId, 'owner', 'Edda Lind');
    await giveAddress(clinicId, ownerId, 'edda@pier.example');
    const olaId = await arrangeStaff(app, clinicId, 'therapist', 'Ola Brandt');
    const ola = await signedIn(app, clinicId, olaId, 'therapist');
    const body = { coupleName: 'Ellery', personName: 'Rowan', reason: 'Nobody of the team can be reached.' };
    expect((await ola.call('post', 'break-glass', { body })).status).toBe(201);
    await shiftDatabaseTime(app, 48 * hour - 60);
    expect(await upkeep.remind()).toBe(0);
    await shiftDatabaseTime(app, 48 * hour + 60);
    const told = await Promise.all([upkeep.remind(), upkeep.remind(), upkeep.remind()]);
    expect(told.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await upkeep.remind()).toBe(0);
    await app.app.get(HostedWorker).start({ ...usualTiming, pollMs: 100 });
    const letter = await eventually(
      () =>
        Promise.resolve(
          lettersTo('edda@pier.example').find((text) => text.includes('waiting for your review')),
        ),
      (found) => found !== undefined,
    );
    await app.app.get(HostedWorker).stop();
    expect(letter).not.toMatch(/Ellery|Rowan|Ola/);
  });

  it('reminds nobody of what was reviewed', async () => {
    const member = await setUpMember(app);
    await addCouple(await signIn(app, member), member.id);
    const ownerId = await arrangeStaff(app, member.clinicId, 'owner', 'Edda Lind');
    const id = randomUUID();
    const coupleId = (
      await app.db.sql<{ id: string }>('SELECT id FROM couple WHERE clinic_id = $1', [member.clinicId])
    )[0]?.id;
    await app.db.sql(
      `INSERT INTO break_glass VALUES ($1, $2, $3, $4, '\\x00', now() - interval '60 hours', now() - interval '59 hours', NULL)`,
      [member.clinicId, id, member.id, coupleId],
    );
    await app.db.sql(`INSERT INTO break_glass_review VALUES ($1, $2, $3, now(), 'in_order')`, [
      member.clinicId,
      id,
      ownerId,
    ]);
    expect(await upkeep.remind()).toBe(0);
  });

  function lettersTo(address: string): string[] {
    const folder = join(app.dataDir, 'outbox');
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : [];
    return names
      .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('=\r\n', ''))
      .filter((text) => text.includes(`To: ${address}`));
  }

  async function giveAddress(clinicId: string, staffId: string, address: string): Promise<void> {
    const place = {
      table: 'staff_member',
      column: 'email_sealed',
      rowId: staffId,
      clinicId,
      ownerId: staffId,
    };
    const system = { clinicId: asClinicId(clinicId), id: clinicId, role: 'system' } as const;
    const sealed = await app.app
      .get(UnitOfWork)
      .run(() => app.app.get(Vault).seal('staff', place, address), system);
    await app.db.sql('UPDATE staff_member SET email_sealed = $2 WHERE id = $1', [staffId, sealed]);
  }
});
