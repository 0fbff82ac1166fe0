import { randomUUID } from 'node:crypto';
import { setUpMember, signIn, staffPassword } from '../arrange-identity.js';
import type { TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** Sign-ins that lead nowhere, and one's own account. */
export async function accountCalls(app: TestApp): Promise<RightCalls> {
  const member = await setUpMember(app);
  const mira = await signIn(app, member);
  const as = (): Promise<TestClient> => Promise.resolve(mira);
  const stranger = (): Promise<TestClient> => Promise.resolve(app.client('clinic'));
  const half = app.client('clinic');
  await half.call('post', 'session/password', { body: { email: member.email, password: staffPassword } });
  const link = { token: 'A'.repeat(43), code: '000000' };
  const clinic = { clinicName: 'Pier', timeZone: 'America/Chicago', phone: '+1', alsoTherapist: true };
  const owner = { name: 'Ada', credentials: 'LMFT', email: 'a@b.example', password: 'words', code: '000000' };
  return {
    'FirstRunController.authenticator': { as: stranger, body: { token: link.token } },
    'FirstRunController.setUp': { as: stranger, body: { token: link.token, ...clinic, ...owner } },
    'JoinController.open': { as: stranger, body: link },
    'JoinController.join': {
      as: stranger,
      body: { ...link, password: 'words', authenticatorCode: '000000' },
    },
    'StaffSessionController.recoveryCode': {
      as: () => Promise.resolve(half),
      body: { code: 'AAAA-AAAA-AAAA' },
    },
    'StaffSessionController.changeOver': { as, body: { clinicId: randomUUID(), staffId: randomUUID() } },
    'OwnAccountController.view': { as },
    'OwnAccountController.recoveryCodes': { as },
    'OwnAccountController.password': { as, body: { current: 'x', password: 'y' } },
    'OwnAccountController.newAuthenticator': { as },
    'OwnAccountController.authenticator': { as, body: { code: '000000' } },
    'OwnAccountController.endDevice': { as, ids: { ref: 'A'.repeat(22) } },
  };
}
