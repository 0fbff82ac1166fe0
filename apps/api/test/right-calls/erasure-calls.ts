import type { ArrangedCase } from '../arrange-case.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import type { TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** An erasure that is far from due: nobody is erased by these. */
export async function erasureCalls(app: TestApp, ours: ArrangedCase): Promise<RightCalls> {
  const ownerId = await arrangeStaff(app, ours.clinicId, 'owner', 'Noor Abadi');
  const owner = await signedIn(app, ours.clinicId, ownerId, 'owner');
  const asked = await owner.call('post', 'erasures', { body: { personId: ours.irisId } });
  const as = (): Promise<TestClient> => Promise.resolve(owner);
  const own = (): Promise<TestClient> => Promise.resolve(ours.rowan);
  const ids = { erasureId: String(asked.body.id) };
  return {
    'ErasureController.list': { as, query: '' },
    'ErasureController.ask': { as, body: { personId: ours.rowanId }, keyed: true },
    'ErasureController.approve': { as, ids, keyed: true },
    'ErasureController.withdraw': { as, ids, keyed: true },
    'ErasureController.complete': { as, ids, keyed: true },
    'OwnErasureController.view': { as: own },
    'OwnErasureController.ask': { as: own, keyed: true },
    'OwnErasureController.withdraw': { as: own, keyed: true },
  };
}
