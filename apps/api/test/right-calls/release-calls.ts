import type { ArrangedCase } from '../arrange-case.js';
import { askedRelease } from '../arrange-release.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** Sharing what was handed in, and stopping it for a couple. */
export async function releaseCalls(ours: ArrangedCase): Promise<RightCalls> {
  const { coupleId } = ours;
  const { taskId, releaseId, version } = await askedRelease(ours);
  const author = (): Promise<TestClient> => Promise.resolve(ours.rowan);
  const reader = (): Promise<TestClient> => Promise.resolve(ours.iris);
  const as = (): Promise<TestClient> => Promise.resolve(ours.mina);
  const [task, release, couple] = [{ taskId }, { releaseId }, { coupleId }];
  const wish = { toPartner: true, staffIds: [ours.joId], pressured: false };
  const answers = { progress: 2 };
  return {
    'OwnReleasesController.one': { as: author, ids: task },
    'OwnReleasesController.ask': { as: author, ids: task, version: 0, keyed: true, body: wish },
    'OwnReleasesController.confirm': { as: author, ids: task, version, keyed: true },
    'OwnReleasesController.revoke': { as: author, ids: task, keyed: true },
    'RevisionController.revise': {
      as: author,
      ids: task,
      version: 2,
      keyed: true,
      body: { answers },
      loose: /^answers/,
    },
    'SharedController.list': { as: reader, query: '' },
    'SharedController.one': { as: reader, ids: release },
    'CaseReleasesController.list': { as, query: `coupleId=${coupleId}` },
    'CaseReleasesController.approve': { as, ids: release, version, keyed: true },
    'CaseReleasesController.lift': { as, ids: release, version, keyed: true },
    'CaseReleasesController.look': {
      as,
      ids: release,
      version,
      keyed: true,
      body: { safetyTags: ['self_harm'] },
      loose: /^safetyTags$/,
    },
    'SeparationController.one': { as, ids: couple },
    'SeparationController.separate': { as, ids: couple, version: 1, keyed: true },
    'SeparationController.reunite': { as, ids: couple, version: 1, keyed: true },
  };
}
