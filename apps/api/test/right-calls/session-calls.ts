import type { ArrangedCase } from '../arrange-case.js';
import {
  addCouple,
  invite,
  openInvitation,
  setUpMember,
  signIn,
  staffPassword,
} from '../arrange-identity.js';
import { signedIn } from '../arrange.js';
import type { TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** Signing in and out, and the opened invitation of a person. */
export async function sessionCalls(app: TestApp, ours: ArrangedCase): Promise<RightCalls> {
  const member = await setUpMember(app);
  const mira = await signIn(app, member);
  const half = app.client('clinic');
  await half.call('post', 'session/password', { body: { email: member.email, password: staffPassword } });
  const { rowanId } = await addCouple(mira, member.id);
  const guest = await openInvitation(app, await invite(mira, rowanId));
  const is = (client: TestClient) => () => Promise.resolve(client);
  const freshStaff = () => signedIn(app, ours.clinicId, ours.minaId, 'therapist');
  const freshPerson = () => signedIn(app, ours.clinicId, ours.irisId, 'client');
  const stranger = (door: 'clinic' | 'home') => () => Promise.resolve(app.client(door));
  const code = { code: '000000' };
  return {
    'StaffSessionController.password': {
      as: stranger('clinic'),
      body: { email: 'a@b.example', password: 'x' },
    },
    'StaffSessionController.secondFactor': { as: is(half), body: code },
    'StaffSessionController.stepUp': { as: is(mira), body: code },
    'StaffSessionController.view': { as: freshStaff },
    'StaffSessionController.lock': { as: freshStaff },
    'StaffSessionController.signOut': { as: freshStaff },
    'PersonSessionController.signIn': {
      as: stranger('home'),
      body: { signInName: 'a-b-c', passphrase: 'x' },
    },
    'PersonSessionController.current': { as: freshPerson },
    'PersonSessionController.signOut': { as: freshPerson },
    'PersonSessionController.exit': { as: freshPerson },
    'ExchangeController.exchange': { as: stranger('home'), body: { token: 'A'.repeat(43), code: '000000' } },
    'EnrolmentController.view': { as: is(guest) },
    'EnrolmentController.enrol': {
      as: is(guest),
      body: { consents: ['privacy/1', 'secrets_policy/1'], language: 'en', passphrase: 'short' },
    },
  };
}
