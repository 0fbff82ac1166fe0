import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { otherCode, setUpMember, shiftDatabaseTime, signIn, staffPassword } from '../arrange-identity.js';
import { arrangeClinic, arrangeStaff, signedIn } from '../arrange.js';
import { digitsOf, inviteColleague, joinAsNew, mina, type InvitedColleague } from '../arrange-staff.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

let app: TestApp;
let clinicId: string;
let owner: TestClient;
let email: string;
let count = 0;

beforeAll(async () => {
  app = await testApp();
});
afterAll(async () => app.close());
beforeEach(async () => {
  clinicId = await arrangeClinic(app);
  owner = await signedIn(app, clinicId, await arrangeStaff(app, clinicId, 'owner', 'Ada Field'), 'owner');
  email = `mina${String((count += 1))}@elsewhere.example`;
});

const open = ({ token, code }: InvitedColleague, client = app.client('clinic')) =>
  client.call('post', 'join/open', { body: { token, code } });

describe('a colleague who is invited', () => {
  it('N-1 gets link and code once; neither stands in the database', async () => {
    const { id, token, code } = await inviteColleague(owner, { email });
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const [row] = await app.db.sql<{ whole: string; life: number }>(
      `SELECT i::text AS whole, extract(epoch FROM expires_at - created_at)::int AS life FROM staff_invitation i WHERE id = $1`,
      [id],
    );
    expect(row?.life).toBe(72 * 3600);
    for (const secret of [token, code, email]) expect(row?.whole).not.toContain(secret);
    const listed = await owner.call('get', 'staff');
    expect(listed.body.invitations).toEqual([
      expect.objectContaining({ id, name: mina.name, locked: false }),
    ]);
    expect(listed.text).not.toContain(token);
  });

  it('joins with a password, an authenticator and recovery codes of their own, and is signed in', async () => {
    const { browser, codes } = await joinAsNew(app, await inviteColleague(owner, { email }));
    expect(codes).toHaveLength(10);
    const session = await browser.call('get', 'session');
    expect(session.body.staff).toMatchObject({ name: mina.name, role: 'therapist' });
    expect(session.body.clinic.id).toBe(clinicId);
    const account = await browser.call('get', 'account');
    expect(account.body).toMatchObject({ email, recoveryCodesLeft: 10 });
  });

  it('N-2 may open the link as often as needed; only joining uses it up', async () => {
    const invited = await inviteColleague(owner, { email });
    for (let time = 0; time < 8; time += 1) expect((await open(invited)).status).toBe(200);
    await joinAsNew(app, invited);
    const late = await open(invited);
    expect([late.status, late.body.code]).toEqual([401, 'invitation_refused']);
  });

  it('N-3 has five tries of the code, also when they come at the same time', async () => {
    const invited = await inviteColleague(owner, { email });
    const wrong = { ...invited, code: otherCode(invited.code) };
    await Promise.all(Array.from({ length: 12 }, () => open(wrong)));
    expect((await open(invited)).status).toBe(401);
    const [row] = await app.db.sql<{ attempts: number }>(
      'SELECT attempts FROM staff_invitation WHERE id = $1',
      [invited.id],
    );
    expect(row?.attempts).toBe(5);
    expect((await owner.call('get', 'staff')).body.invitations[0].locked).toBe(true);
  });

  it('N-4 sees one answer for unknown, expired, used, taken back, replaced and locked', async () => {
    const taken = await inviteColleague(owner, { email });
    await owner.call('delete', `staff/invitations/${taken.id}`);
    const replaced = await inviteColleague(owner, { email });
    const expired = await inviteColleague(owner, { email });
    await app.db.sql('UPDATE staff_invitation SET expires_at = now() WHERE id = $1', [expired.id]);
    const unknown = { id: '', token: 'A'.repeat(43), code: '123456' };
    for (const invited of [taken, replaced, expired, unknown]) {
      const answer = await open(invited);
      expect([answer.status, answer.body.code, answer.body.facts]).toEqual([401, 'invitation_refused', {}]);
    }
  });

  it('N-5 joins once when the same form is sent twice at the same time', async () => {
    const invited = await inviteColleague(owner, { email });
    const secret = String((await open(invited)).body.authenticator.secret);
    const { token, code } = invited;
    const body = { token, code, password: staffPassword, authenticatorCode: digitsOf(secret) };
    const raced = await Promise.all([1, 2, 3].map(() => app.client('clinic').call('post', 'join', { body })));
    expect(raced.map((answer) => answer.status).sort()).toEqual([201, 401, 401]);
    expect(
      await app.db.sql('SELECT FROM staff_member WHERE clinic_id = $1 AND name = $2', [clinicId, mina.name]),
    ).toHaveLength(1);
  });

  it('A-2 cannot choose a password that names the clinic, the person or the address', async () => {
    const invited = await inviteColleague(owner, { email });
    const secret = String((await open(invited)).body.authenticator.secret);
    for (const password of ['castellan by the sea', 'elsewhere we go far', 'a pier in the north']) {
      const { token, code } = invited;
      const body = { token, code, password, authenticatorCode: digitsOf(secret) };
      const answer = await app.client('clinic').call('post', 'join', { body });
      expect([answer.status, answer.body.code]).toEqual([400, 'password_too_common']);
    }
  });

  it('A-10 brings the account they have to a second clinic, with its own password and code and no other', async () => {
    const there = await setUpMember(app);
    const invited = await inviteColleague(owner, { email: there.email });
    const opened = await open(invited);
    expect(opened.body).toMatchObject({ authenticator: null, clinicName: 'North Pier Practice' });
    const { token, code } = invited;
    const body = { token, code, authenticatorCode: digitsOf(there.totpSecret) };
    const wrong = await app
      .client('clinic')
      .call('post', 'join', { body: { ...body, password: 'some other long words' } });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'sign_in_refused']);
    const browser = app.client('clinic');
    const joined = await browser.call('post', 'join', { body: { ...body, password: staffPassword } });
    expect([joined.status, joined.body]).toEqual([201, { codes: [] }]);
    await browser.call('get', 'session');
    const account = await browser.call('get', 'account');
    const places = account.body.memberships as { clinicId: string; current: boolean }[];
    expect(places.map((place) => place.clinicId).sort()).toEqual([clinicId, there.clinicId].sort());
    expect(places.find((place) => place.current)?.clinicId).toBe(clinicId);
    await shiftDatabaseTime(app, 60);
    expect((await signIn(app, there, 60)).cookie('__Host-staff')).toBeDefined();
    await shiftDatabaseTime(app, 0);
  });

  it('C-2 changes over to no membership of another account', async () => {
    const there = await setUpMember(app);
    const { browser } = await joinAsNew(app, await inviteColleague(owner, { email }));
    const body = { clinicId: there.clinicId, staffId: there.id };
    expect((await browser.call('post', 'session/membership', { body })).status).toBe(404);
    expect((await browser.call('get', 'session')).status).toBe(200);
  });

  it('is not invited twice for one role, and as owner by an owner alone', async () => {
    await joinAsNew(app, await inviteColleague(owner, { email }));
    const again = await owner.call('post', 'staff/invitations', { body: { ...mina, email } });
    expect([again.status, again.body.code]).toEqual([409, 'staff_already_here']);
    const admin = await signedIn(
      app,
      clinicId,
      await arrangeStaff(app, clinicId, 'clinic_admin', 'Bo'),
      'clinic_admin',
    );
    const refused = await admin.call('post', 'staff/invitations', {
      body: { ...mina, email, role: 'owner' },
    });
    expect([refused.status, refused.body.code]).toEqual([403, 'not_allowed']);
  });
});
