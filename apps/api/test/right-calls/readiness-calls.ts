import type { ArrangedCase } from '../arrange-case.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** Readiness for a disclosure. What a call names need not be there: its form is what counts. */
export function readinessCalls(ours: ArrangedCase, admin: TestClient): RightCalls {
  const as = (): Promise<TestClient> => Promise.resolve(ours.mina);
  const own = (): Promise<TestClient> => Promise.resolve(ours.iris);
  const office = (): Promise<TestClient> => Promise.resolve(admin);
  const none = '99999999-9999-4999-8999-999999999999';
  const [ids, release] = [{ coupleId: ours.coupleId }, { releaseId: none }];
  const on = '2025-01-06';
  return {
    'ReadinessController.one': { as, ids },
    'ReadinessController.words': { as, ids: { ...ids, side: 'RP' } },
    'ReadinessController.assess': {
      ...{ as, ids, keyed: true, loose: /^note$/ },
      body: { side: 'RP', on, findings: [{ condition: 'life_event', present: false }], note: 'calm' },
    },
    'ReadinessController.record': {
      ...{ as, ids, keyed: true, loose: /^(note|outcome)$/ },
      body: { kind: 'counsel', side: 'RP', on, outcome: 'consulted', note: 'asked' },
    },
    'ReadinessController.mark': {
      ...{
        as,
        ids: { ...ids, item: 'R8' },
        version: 0,
        keyed: true,
        loose: /^(evidence|reason|coSignerId)$/,
      },
      body: { status: 'met', evidence: 'read aloud once' },
    },
    'ReadinessController.ask': {
      ...{ as, ids, keyed: true },
      body: { side: 'RP', scopes: ['status'], validUntil: '2025-06-01' },
    },
    'ReadinessController.officeItems': { as: office, ids },
    'ReadinessController.markForOffice': {
      ...{ as: office, ids: { ...ids, item: 'S2' }, version: 0, keyed: true, body: { status: 'met' } },
    },
    'CosignsController.list': { as },
    'CosignsController.one': { as, ids: { markId: none } },
    'CosignsController.answer': { as, ids: { markId: none }, keyed: true, body: { agreed: true } },
    'OwnReadinessController.one': { as: own },
    'OwnReadinessController.answer': {
      ...{ as: own, keyed: true, body: { answer: 'not_now', textVersion: 'disclosure/1' } },
    },
    'OwnReadinessController.withdraw': { as: own, keyed: true },
    'OwnReadinessController.tick': {
      ...{ as: own, ids: { item: 'B6' }, version: 0, keyed: true, body: { met: true } },
    },
    'OwnReadinessController.ground': {
      ...{ as: own, keyed: true, body: { skill: 'breath', recoveryNoted: true } },
    },
    'OwnReadinessController.sign': {
      ...{ as: own, ids: release, version: 1, keyed: true, body: { textVersion: 'information_release/1' } },
    },
    'OwnReadinessController.revoke': { as: own, ids: release, keyed: true },
  };
}
