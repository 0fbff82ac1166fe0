import { randomUUID } from 'node:crypto';
import { addCouple, setUpMember, signIn } from '../arrange-identity.js';
import { signedIn } from '../arrange.js';
import type { TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** Where a person is signed in. They have nobody else's sessions, as some of these calls end all there are. */
export async function deviceCalls(app: TestApp): Promise<RightCalls> {
  const member = await setUpMember(app);
  const { rowanId } = await addCouple(await signIn(app, member), member.id);
  const as = (): Promise<TestClient> => signedIn(app, member.clinicId, rowanId, 'client');
  const adding = await addingDevice(app, member.clinicId, rowanId);
  const bytes = 'A'.repeat(64);
  const made = { credentialId: bytes, clientData: bytes, attestation: bytes, transports: ['internal'] };
  return {
    'DeviceKeyController.key': { as, body: { device: 'd'.repeat(43) } },
    'SharedDeviceController.shared': { as },
    'SharedDeviceController.say': { as, body: { shared: false } },
    'StrongerWayController.view': { as },
    'StrongerWayController.putOff': { as },
    'StrongerWayController.wantLink': { as },
    'DeviceLinkController.offerHere': { as },
    'DeviceLinkController.addHere': { as, body: made, loose: /transports$/ },
    'DeviceLinkController.begin': { as },
    'DeviceLinkController.open': {
      as: () => Promise.resolve(app.client('home')),
      body: { code: 'AAAA-BBBB-CCCC' },
    },
    'DeviceLinkController.offerThere': { as: adding },
    'DeviceLinkController.finish': { as: adding, body: made, loose: /transports$/ },
    'OwnWaysController.view': { as },
    'OwnWaysController.end': { as, ids: { ref: 'A'.repeat(22) } },
    'OwnWaysController.endOthers': { as },
    'OwnWaysController.removePasskey': { as, ids: { passkeyId: randomUUID() } },
    'OwnWaysController.removePin': { as, ids: { pinId: randomUUID() } },
    'OwnWaysController.forgetHere': { as },
    'OwnWaysController.passphrase': { as, body: { passphrase: 'seven boats' } },
  };
}

/** A second device that was let in by a code and has made no passkey yet. */
async function addingDevice(
  app: TestApp,
  clinicId: string,
  personId: string,
): Promise<() => Promise<TestClient>> {
  const first = await signedIn(app, clinicId, personId, 'client');
  const { code } = (await first.call('post', 'device-link')).body as { code: string };
  const tablet = app.client('home');
  await tablet.call('post', 'device-link/open', { body: { code } });
  await tablet.call('get', 'session');
  return () => Promise.resolve(tablet);
}
