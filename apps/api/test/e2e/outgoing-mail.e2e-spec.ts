import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OutgoingMailView } from '@trellis/contracts';
import { asClinicId } from '@trellis/domain';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Vault } from '../../src/platform/sealing/vault.js';
import { letterWaits } from '../../src/platform/jobs/job-runner.js';
import { HostedWorker } from '../../src/platform/jobs/hosted-worker.js';
import { usualTiming } from '../../src/platform/jobs/job-timing.js';
import { arrangeClinic, arrangeStaff, signedIn } from '../arrange.js';
import { eventually } from '../eventually.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const quick = { ...usualTiming, pollMs: 50, backoffMs: 10, attempts: 3 };

describe('letters that a mail server does not take', () => {
  let app: TestApp;
  let admin: TestClient;
  let clinicId: string;
  let staffId: string;

  beforeAll(async () => {
    // Nothing listens on this port of the machine.
    app = await testApp({ SMTP_URL: 'smtp://127.0.0.1:9' });
    clinicId = await arrangeClinic(app);
    staffId = await arrangeStaff(app, clinicId, 'clinic_admin', 'Ada Field');
    admin = await signedIn(app, clinicId, staffId, 'clinic_admin');
    await giveAddress();
  });
  afterAll(async () => app.close());

  async function giveAddress(): Promise<void> {
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
      .run(() => app.app.get(Vault).seal('staff', place, 'ada@pier.example'), system);
    await app.db.sql('UPDATE staff_member SET email_sealed = $2 WHERE id = $1', [staffId, sealed]);
  }
  const order = async (kind: string): Promise<string> => {
    const id = randomUUID();
    await app.db.sql(
      `INSERT INTO outbox_message (clinic_id, id, kind, subject_id, actor_id, actor_role, created_at, available_at)
        VALUES ($1, $2, $3, $4, $4, 'clinic_admin', now(), now())`,
      [clinicId, id, kind, staffId],
    );
    return id;
  };
  interface Standing {
    readonly postponed: number;
    readonly minutes: number;
    readonly code: string | null;
  }
  const standing = async (id: string): Promise<Standing> => {
    const [row] = await app.db.sql<Standing>(
      `SELECT postponed, failure_code AS code,
          round(extract(epoch FROM available_at - now()) / 60)::int AS minutes FROM outbox_message WHERE id = $1`,
      [id],
    );
    if (row === undefined) throw new Error('no letter');
    return row;
  };
  const view = async (): Promise<OutgoingMailView> => {
    const shown = (await admin.call('get', 'outgoing-mail')).body as OutgoingMailView;
    return shown;
  };

  it('wait longer each time, are given up, shown without words, and tried again by the office', async () => {
    const worker = app.app.get(HostedWorker);
    const id = await order('mail.account-changed');
    await worker.start(quick);
    for (const [at, minutes] of letterWaits.entries()) {
      const now = await eventually(
        () => standing(id),
        ({ postponed }) => postponed === at + 1,
      );
      expect([now.code, now.minutes]).toEqual([null, minutes]);
      await app.db.sql('UPDATE outbox_message SET available_at = now() WHERE id = $1', [id]);
    }
    const over = await eventually(
      () => standing(id),
      ({ code }) => code !== null,
    );
    await worker.stop();
    expect(over.code).toMatch(/^E[A-Z]+$/);
    const shown = await view();
    expect(shown.failed).toMatchObject([{ id, group: 'account', fault: 'unreachable' }]);
    expect(shown.counts.find(({ group }) => group === 'account')).toMatchObject({ failed: 1, waiting: 0 });
    expect(JSON.stringify(shown)).not.toContain(staffId);

    const again = await admin.call('post', `outgoing-mail/${id}/retry`);
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ failed: [] });
    expect(await standing(id)).toMatchObject({ postponed: 0, code: null });
    await worker.start(quick);
    await eventually(
      () => standing(id),
      ({ postponed }) => postponed === 1,
    );
    await worker.stop();
    expect((await admin.call('post', `outgoing-mail/${id}/retry`)).status).toBe(404);
  });

  it('are for the office alone, of its own clinic, and no other work is tried again', async () => {
    const other = await arrangeClinic(app);
    const strangerId = await arrangeStaff(app, other, 'owner', 'Edda Lind');
    const stranger = await signedIn(app, other, strangerId, 'owner');
    const minaId = await arrangeStaff(app, clinicId, 'therapist', 'Mina Castellan');
    const mina = await signedIn(app, clinicId, minaId, 'therapist');
    const [letter, work] = [await order('mail.record-opened'), await order('report.make')];
    await app.db.sql(
      `UPDATE outbox_message SET failed_at = now(), failure_code = 'EAUTH' WHERE id = ANY ($1)`,
      [[letter, work]],
    );
    expect((await mina.call('get', 'outgoing-mail')).status).toBe(404);
    expect((await mina.call('post', `outgoing-mail/${letter}/retry`)).status).toBe(404);
    for (const [by, id] of [
      [stranger, letter],
      [admin, work],
      [admin, randomUUID()],
    ] as const)
      expect((await by.call('post', `outgoing-mail/${id}/retry`)).status).toBe(404);
    expect((await view()).failed).toMatchObject([{ id: letter, group: 'notice', fault: 'sign_in' }]);
  });
});
