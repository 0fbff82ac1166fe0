import type { ArrangedCase } from '../arrange-case.js';
import { addCouple, invite, openInvitation, setUpMember, signIn } from '../arrange-identity.js';
import { signedIn } from '../arrange.js';
import type { TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** Passkeys and devices with a PIN: well-formed, and of nobody. */
export async function doorCalls(app: TestApp, ours: ArrangedCase): Promise<RightCalls> {
  const member = await setUpMember(app);
  const mira = await signIn(app, member);
  const { rowanId } = await addCouple(mira, member.id);
  const guest = await openInvitation(app, await invite(mira, rowanId));
  const iris = await signedIn(app, ours.clinicId, ours.irisId, 'client');
  const is = (client: TestClient) => () => Promise.resolve(client);
  const stranger = (door: 'clinic' | 'home') => () => Promise.resolve(app.client(door));
  const bytes = 'A'.repeat(64);
  const made = { credentialId: bytes, clientData: bytes, attestation: bytes, transports: ['internal'] };
  const proof = {
    ...{ credentialId: bytes, clientData: bytes, authenticatorData: bytes },
    ...{ signature: bytes, userHandle: '' },
  };
  const agreed = { consents: ['privacy/1', 'secrets_policy/1'], language: 'en' };
  return {
    'StaffPasskeyController.ask': { as: stranger('clinic') },
    'StaffPasskeyController.signIn': { as: stranger('clinic'), body: proof },
    'StaffPasskeyController.askAgain': { as: is(mira) },
    'StaffPasskeyController.stepUp': { as: is(mira), body: proof },
    'OwnPasskeysController.list': { as: is(mira) },
    'OwnPasskeysController.offer': { as: is(mira) },
    'OwnPasskeysController.add': { as: is(mira), body: { ...made, label: 'Laptop' }, loose: /transports$/ },
    'OwnPasskeysController.rename': {
      as: is(mira),
      ids: { passkeyId: member.id },
      body: { label: 'Laptop' },
    },
    'OwnPasskeysController.remove': { as: is(mira), ids: { passkeyId: member.id } },
    'HomeDoorController.device': { as: stranger('home') },
    'HomeDoorController.pin': { as: stranger('home'), body: { pin: '482917' } },
    'HomeDoorController.ask': { as: stranger('home') },
    'HomeDoorController.signIn': { as: stranger('home'), body: proof },
    'HomeDoorController.stepUp': { as: is(iris), body: { passphrase: 'seven boats' } },
    'HomeDoorController.askAgain': { as: is(iris) },
    'HomeDoorController.stepUpWithPasskey': { as: is(iris), body: proof },
    'EnrolmentController.enrolDevice': { as: is(guest), body: { ...agreed, pin: '111111' } },
    'EnrolmentController.offer': { as: is(guest) },
    'EnrolmentController.enrolPasskey': {
      as: is(guest),
      body: { ...agreed, passkey: made },
      loose: /transports$/,
    },
  };
}
