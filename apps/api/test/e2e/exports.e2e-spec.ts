import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExportLedgerView, ExportView, ReportPreviewView } from '@trellis/contracts';
import { asClinicId } from '@trellis/domain';
import { parse } from 'csv-parse/sync';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { HostedWorker } from '../../src/platform/jobs/hosted-worker.js';
import { usualTiming } from '../../src/platform/jobs/job-timing.js';
import { Vault } from '../../src/platform/sealing/vault.js';
import { arrangeClinic, arrangeStaff, newCouple, signedIn } from '../arrange.js';
import { eventually } from '../eventually.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const quick = { ...usualTiming, pollMs: 100, backoffMs: 50 };
const order = { report: 'caseload', format: 'csv' };
let app: TestApp;
let clinicId: string;
let therapistId: string;
let adminId: string;
let admin: TestClient;

beforeAll(async () => {
  app = await testApp();
  clinicId = await arrangeClinic(app);
  therapistId = await arrangeStaff(app, clinicId, 'therapist', 'Dana Okafor');
  adminId = await arrangeStaff(app, clinicId, 'clinic_admin', 'Noor Haddad');
  await giveAddress(adminId, 'noor@example.test');
  admin = await signedIn(app, clinicId, adminId, 'clinic_admin');
  const therapist = await signedIn(app, clinicId, therapistId, 'therapist');
  for (const name of ['Zeller', 'álvarez, Ríos', '=cmd()', '"Quoted"']) {
    expect((await therapist.call('post', 'couples', { body: newCouple(therapistId, { name }) })).status).toBe(
      201,
    );
  }
  await app.app.get(HostedWorker).start(quick);
});

afterAll(async () => {
  await app.close();
});

/** Seals an address the way a clinic's set-up does. */
async function giveAddress(staffId: string, address: string): Promise<void> {
  const place = { table: 'staff_member', column: 'email_sealed', rowId: staffId, clinicId, ownerId: staffId };
  const system = { clinicId: asClinicId(clinicId), id: clinicId, role: 'system' } as const;
  const sealed = await app.app
    .get(UnitOfWork)
    .run(() => app.app.get(Vault).seal('staff', place, address), system);
  await app.db.sql('UPDATE staff_member SET email_sealed = $2 WHERE id = $1', [staffId, sealed]);
}

async function finished(id: string): Promise<ExportView> {
  return eventually(
    async () => (await admin.call('get', `reports/exports/${id}`)).body as ExportView,
    (view) => view.state === 'done' || view.state === 'failed',
  );
}

async function ordered(): Promise<ExportView> {
  const answer = await admin.call('post', 'reports/exports', { body: order });
  expect(answer.status).toBe(201);
  return answer.body as ExportView;
}

function auditOf(id: string): Promise<{ action: string; decision: string; reason_code: string | null }[]> {
  return app.db.sql(
    'SELECT action, decision, reason_code FROM audit_event WHERE resource_id = $1 ORDER BY at, id',
    [id],
  );
}

describe('an export of the caseload', () => {
  it('is made by the worker, fetched three times, and not a fourth', async () => {
    const queued = await ordered();
    expect(queued).toMatchObject({ state: 'queued', requestedByName: 'Noor Haddad', downloads: 0 });
    const done = await finished(queued.id);
    expect(done).toMatchObject({ state: 'done', rowsDone: 4, rowsTotal: 4 });

    const file = await admin.call('get', `reports/exports/${done.id}/file`);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-disposition']).toBe(`attachment; filename="export-${done.id}.csv"`);
    expect(createHash('sha256').update(file.text, 'utf8').digest('hex')).toBe(done.sha256);
    const rows: string[][] = parse(file.text, { bom: true });
    expect(rows[0]).toEqual([
      'couple',
      'status',
      'stage',
      'week_in_stage',
      'disclosure',
      'recovering_person_enrolled',
      'partner_enrolled',
      'lead_clinician',
      'began_on',
    ]);
    expect(
      rows
        .slice(1)
        .map((row) => row[0])
        .sort(),
    ).toEqual(['"Quoted"', "'=cmd()", 'Zeller', 'álvarez, Ríos'].sort());

    expect((await admin.call('get', `reports/exports/${done.id}/file`)).status).toBe(200);
    expect((await admin.call('get', `reports/exports/${done.id}/file`)).status).toBe(200);
    const fourth = await admin.call('get', `reports/exports/${done.id}/file`);
    expect(fourth.status).toBe(410);
    expect(fourth.body).toMatchObject({ code: 'report_download_limit' });
    const downloads = (await auditOf(done.id)).filter((row) => row.action === 'report.download');
    expect(downloads.map((row) => row.decision).sort()).toEqual(['allowed', 'allowed', 'allowed', 'refused']);
  });

  it('is fetched three times in all when ten fetch at once', async () => {
    const { id } = await finished((await ordered()).id);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => admin.call('get', `reports/exports/${id}/file`)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([
      ...Array<number>(3).fill(200),
      ...Array<number>(7).fill(410),
    ]);
  });

  it('lies sealed and expires after 24 hours', async () => {
    const { id } = await finished((await ordered()).id);
    const [stored] = await app.db.sql<{ sealed: Buffer; hours: string }>(
      `SELECT f.sealed, extract(epoch FROM x.expires_at - x.finished_at) / 3600 AS hours
        FROM report_file f JOIN report_export x ON x.id = f.export_id WHERE x.id = $1`,
      [id],
    );
    expect(stored?.sealed.toString('latin1')).not.toContain('Zeller');
    expect(Number(stored?.hours)).toBe(24);
    await app.db.sql("UPDATE report_export SET expires_at = now() - interval '1 second' WHERE id = $1", [id]);
    const late = await admin.call('get', `reports/exports/${id}/file`);
    expect(late.status).toBe(410);
    expect(late.body).toMatchObject({ code: 'report_expired' });
    expect((await admin.call('get', `reports/exports/${id}`)).body).toMatchObject({ state: 'expired' });
  });

  it('P-1 sends one letter that names nobody', async () => {
    const { id } = await finished((await ordered()).id);
    const [message] = await eventually(
      () =>
        app.db.sql<{ id: string }>(
          "SELECT id FROM outbox_message WHERE kind = 'mail.export-ready' AND subject_id = $1 AND done_at IS NOT NULL",
          [id],
        ),
      (rows) => rows.length === 1,
    );
    const folder = join(app.dataDir, 'outbox');
    expect(readdirSync(folder)).toContain(`${message?.id ?? ''}.eml`);
    const letter = readFileSync(join(folder, `${message?.id ?? ''}.eml`), 'utf8');
    expect(letter).toContain('To: noor@example.test');
    expect(letter).not.toMatch(/Zeller|North Pier|couple|therap|caseload|disclosure/i);
  });

  it('C-9 fails when whoever ordered it has left before it was made', async () => {
    const leaverId = await arrangeStaff(app, clinicId, 'clinic_admin', 'Lee Marsh');
    const leaver = await signedIn(app, clinicId, leaverId, 'clinic_admin');
    await app.app.get(HostedWorker).stop();
    const { id } = (await leaver.call('post', 'reports/exports', { body: order })).body as ExportView;
    await app.db.sql('UPDATE staff_member SET deactivated_at = now() WHERE id = $1', [leaverId]);
    await app.app.get(HostedWorker).start(quick);
    expect(await finished(id)).toMatchObject({ state: 'failed' });
    const [message] = await app.db.sql('SELECT failure_code FROM outbox_message WHERE subject_id = $1', [id]);
    expect(message).toEqual({ failure_code: 'actor_not_allowed' });
  });
});

describe('the reports of a clinic', () => {
  it('show the same cells before anything is exported', async () => {
    const preview = (await admin.call('get', 'reports/caseload/preview')).body as ReportPreviewView;
    expect(preview.total).toBe(4);
    expect(preview.rows).toHaveLength(4);
    for (const row of preview.rows) expect(row).toHaveLength(preview.columns.length);
    expect(preview.rows.map((row) => row[7])).toEqual(Array(4).fill('Dana Okafor'));
  });

  it('are not there for therapists, nor for another clinic', async () => {
    const { id } = await finished((await ordered()).id);
    const otherClinic = await arrangeClinic(app, 'South Pier Practice');
    const otherAdminId = await arrangeStaff(app, otherClinic, 'clinic_admin', 'Ana Prieto');
    const strangers = [
      await signedIn(app, otherClinic, otherAdminId, 'clinic_admin'),
      await signedIn(app, clinicId, therapistId, 'therapist'),
    ];
    for (const stranger of strangers) {
      for (const path of [
        `reports/exports/${id}`,
        `reports/exports/${id}/file`,
        `reports/exports/${randomUUID()}`,
      ]) {
        const answer = await stranger.call('get', path);
        expect([answer.status, (answer.body as { code: string }).code]).toEqual([404, 'not_found']);
      }
    }
    expect((await strangers[0]?.call('get', 'reports/exports'))?.body).toEqual({
      exports: [],
      nextCursor: null,
    });
  });

  it('need a fresh second factor to order and to fetch', async () => {
    const { id } = await finished((await ordered()).id);
    const stale = await signedIn(app, clinicId, adminId, 'clinic_admin');
    await app.db.sql(
      "UPDATE session SET step_up_at = app.now() - interval '6 minutes' WHERE subject_id = $1 AND created_at = (SELECT max(created_at) FROM session WHERE subject_id = $1)",
      [adminId],
    );
    expect((await stale.call('post', 'reports/exports', { body: order })).body).toMatchObject({
      code: 'step_up_needed',
    });
    expect((await stale.call('get', `reports/exports/${id}/file`)).body).toMatchObject({
      code: 'step_up_needed',
    });
  });

  it('list every export once, newest first, over all pages', async () => {
    await app.db.sql(
      `INSERT INTO report_export SELECT $1, gen_random_uuid(), 'caseload', 'csv', 'failed', 0, NULL, NULL, $2,
        date_trunc('milliseconds', now()) - interval '1 day', NULL, NULL, 0, 1 FROM generate_series(1, 60)`,
      [clinicId, adminId],
    );
    const seen: ExportView[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path: string = cursor === '' ? 'reports/exports' : `reports/exports?cursor=${cursor}`;
      const page = (await admin.call('get', path)).body as ExportLedgerView;
      seen.push(...page.exports);
      cursor = page.nextCursor;
    }
    const [all] = await app.db.sql<{ n: number }>(
      'SELECT count(*)::integer AS n FROM report_export WHERE clinic_id = $1',
      [clinicId],
    );
    expect(new Set(seen.map((one) => one.id)).size).toBe(all?.n);
    expect(seen).toHaveLength(all?.n ?? 0);
    expect(seen.map((one) => one.createdAt)).toEqual(
      seen
        .map((one) => one.createdAt)
        .sort()
        .reverse(),
    );
  });

  it.each(['x', 'bm90IGEgY3Vyc29y', '%00'])('refuse a cursor they did not give out (%s)', async (cursor) => {
    expect((await admin.call('get', `reports/exports?cursor=${cursor}`)).body).toMatchObject({
      code: 'invalid_request',
    });
  });
});
