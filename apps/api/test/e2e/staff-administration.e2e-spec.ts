import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setUpMember, signIn } from '../arrange-identity.js';
import { arrangeClinic, arrangeStaff, signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

let app: TestApp;
let clinicId: string;
let ownerId: string;
let owner: TestClient;
let adminId: string;
let admin: TestClient;

beforeAll(async () => {
  app = await testApp();
});
afterAll(async () => app.close());
beforeEach(async () => {
  clinicId = await arrangeClinic(app);
  ownerId = await arrangeStaff(app, clinicId, 'owner', 'Ada Field');
  owner = await signedIn(app, clinicId, ownerId, 'owner');
  adminId = await arrangeStaff(app, clinicId, 'clinic_admin', 'Bo Lind');
  admin = await signedIn(app, clinicId, adminId, 'clinic_admin');
});

const set = (by: TestClient, id: string, role: string, active: boolean) =>
  by.call('put', `staff/${id}`, { body: { role, active } });

describe('the staff of a clinic', () => {
  it('is listed with roles and devices for those who manage it, and for nobody else', async () => {
    const id = await arrangeStaff(app, clinicId, 'therapist', 'Mina Castellan');
    const therapist = await signedIn(app, clinicId, id, 'therapist');
    const listed = await admin.call('get', 'staff');
    expect(listed.body.members).toEqual([
      expect.objectContaining({ name: 'Ada Field', role: 'owner', sessions: 1, changeable: false }),
      expect.objectContaining({ name: 'Bo Lind', you: true, changeable: false }),
      expect.objectContaining({ name: 'Mina Castellan', role: 'therapist', sessions: 1, changeable: true }),
    ]);
    expect((await therapist.call('get', 'staff')).status).toBe(404);
  });

  it('S-6 is out within a second of being disabled, on every device, and stays out until enabled again', async () => {
    const member = await setUpMember(app);
    const boss = await signedIn(
      app,
      member.clinicId,
      await arrangeStaff(app, member.clinicId, 'owner', 'Ada'),
      'owner',
    );
    const devices = [await signIn(app, member), await signedIn(app, member.clinicId, member.id, 'therapist')];
    let disabledAt = 0;
    const outAt: number[] = [];
    const polls = devices.map(async (device) => {
      while ((await device.call('get', 'session')).status === 200)
        await new Promise((next) => setTimeout(next, 100));
      outAt.push(Date.now());
    });
    await new Promise((next) => setTimeout(next, 300));
    disabledAt = Date.now();
    expect((await set(boss, member.id, 'therapist', false)).status).toBe(204);
    await Promise.all(polls);
    for (const at of outAt) expect(at - disabledAt).toBeLessThan(1000);
    await expect(signIn(app, member)).rejects.toThrow('sign-in failed');
    expect((await set(boss, member.id, 'therapist', true)).status).toBe(204);
    for (const device of devices) expect((await device.call('get', 'session')).status).toBe(401);
  });

  it('S-7 is signed out by an administrator in the own clinic only', async () => {
    const id = await arrangeStaff(app, clinicId, 'therapist', 'Mina Castellan');
    const therapist = await signedIn(app, clinicId, id, 'therapist');
    const foreign = await arrangeClinic(app);
    const stranger = await signedIn(app, foreign, await arrangeStaff(app, foreign, 'owner', 'Cy'), 'owner');
    for (const act of [
      await stranger.call('delete', `staff/${id}/sessions`),
      await set(stranger, id, 'therapist', false),
    ])
      expect(act.status).toBe(404);
    expect((await therapist.call('get', 'session')).status).toBe(200);
    expect((await admin.call('delete', `staff/${id}/sessions`)).status).toBe(204);
    expect((await therapist.call('get', 'session')).status).toBe(401);
  });

  it('keeps its owner from admins, and admins from making owners', async () => {
    const id = await arrangeStaff(app, clinicId, 'therapist', 'Mina Castellan');
    for (const act of [
      await set(admin, ownerId, 'owner', false),
      await set(admin, ownerId, 'therapist', true),
      await set(admin, id, 'owner', true),
      await admin.call('delete', `staff/${ownerId}/sessions`),
    ])
      expect([act.status, act.body.code]).toEqual([403, 'not_allowed']);
    expect((await owner.call('get', 'session')).status).toBe(200);
  });

  it('keeps its owner from admins in the database as well', async () => {
    await app.db.sql('BEGIN');
    await app.db.sql('SET LOCAL ROLE trellis_api');
    await app.db.sql(
      `SELECT set_config('app.clinic_id', $1, true), set_config('app.actor_id', $2, true), set_config('app.actor_role', 'clinic_admin', true)`,
      [clinicId, adminId],
    );
    const rows = await app.db.sql(
      `UPDATE staff_member SET deactivated_at = now() WHERE role = 'owner' RETURNING id`,
    );
    await app.db.sql('ROLLBACK');
    expect(rows).toEqual([]);
  });

  it('never loses its last owner, also when two owners disable each other', async () => {
    const self = await set(owner, ownerId, 'owner', false);
    expect([self.status, self.body.code]).toEqual([409, 'staff_not_yourself']);
    const secondId = await arrangeStaff(app, clinicId, 'owner', 'Eve Moor');
    const second = await signedIn(app, clinicId, secondId, 'owner');
    const raced = await Promise.all([
      set(owner, secondId, 'owner', false),
      set(second, ownerId, 'owner', false),
    ]);
    expect(raced.filter((answer) => answer.status === 204)).toHaveLength(1);
    const left = await app.db.sql(
      `SELECT FROM staff_member WHERE clinic_id = $1 AND role = 'owner' AND deactivated_at IS NULL`,
      [clinicId],
    );
    expect(left).toHaveLength(1);
  });

  it('S-2 starts anew with a changed role: the sessions of the old one are dead', async () => {
    const id = await arrangeStaff(app, clinicId, 'therapist', 'Mina Castellan');
    const therapist = await signedIn(app, clinicId, id, 'therapist');
    expect((await set(owner, id, 'clinic_admin', true)).status).toBe(204);
    expect((await therapist.call('get', 'session')).status).toBe(401);
    const rows = await app.db.sql(
      `SELECT action FROM audit_event WHERE clinic_id = $1 AND resource_id = $2`,
      [clinicId, id],
    );
    expect(rows).toEqual([{ action: 'staff.role' }]);
  });

  it('A-8 is changed and widened only with a fresh second factor', async () => {
    const id = await arrangeStaff(app, clinicId, 'therapist', 'Mina Castellan');
    await app.db.sql('UPDATE session SET step_up_at = NULL WHERE clinic_id = $1', [clinicId]);
    const body = { name: 'Jo', credentials: '', email: 'jo@elsewhere.example', role: 'therapist' };
    for (const act of [
      await set(owner, id, 'therapist', false),
      await owner.call('post', 'staff/invitations', { body }),
    ])
      expect([act.status, act.body.code]).toEqual([403, 'step_up_needed']);
  });

  it('A-10 offers nobody a way to see or set another’s password, seed or codes', async () => {
    const id = await arrangeStaff(app, clinicId, 'therapist', 'Mina Castellan');
    const listed = await owner.call('get', 'staff');
    expect(listed.text).not.toMatch(/hash|secret|password|email|seed/i);
    for (const field of ['password', 'totpSecret', 'email', 'recoveryCodes']) {
      const answer = await owner.call('put', `staff/${id}`, {
        body: { role: 'therapist', active: true, [field]: 'x' },
      });
      expect(answer.status).toBe(400);
    }
    for (const path of [`staff/${id}/password`, `staff/${id}/authenticator`, `staff/${id}/recovery-codes`])
      expect((await owner.call('put', path, { body: {} })).status).toBe(404);
  });
});
