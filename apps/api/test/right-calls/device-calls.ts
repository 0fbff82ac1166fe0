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
  return {
    'OwnWaysController.view': { as },
    'OwnWaysController.end': { as, ids: { ref: 'A'.repeat(22) } },
    'OwnWaysController.endOthers': { as },
    'OwnWaysController.removePasskey': { as, ids: { passkeyId: randomUUID() } },
    'OwnWaysController.removePin': { as, ids: { pinId: randomUUID() } },
    'OwnWaysController.forgetHere': { as },
    'OwnWaysController.passphrase': { as, body: { passphrase: 'seven boats' } },
  };
}
