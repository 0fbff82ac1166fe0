import { randomUUID } from 'node:crypto';
import type { ArrangedCase } from '../arrange-case.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** The process of a disclosure, by a therapist of the couple and by one of the two people. */
export function disclosureCalls(ours: ArrangedCase): RightCalls {
  const { coupleId } = ours;
  const as = (): Promise<TestClient> => Promise.resolve(ours.mina);
  const own = { as: (): Promise<TestClient> => Promise.resolve(ours.iris), keyed: true } as const;
  const act = { as, ids: { coupleId }, version: 1, keyed: true } as const;
  const startsAt = '2025-03-28T10:00:00-05:00';
  const step = { event: 'hold', holdReason: 'legal', side: 'RP', reason: 'A hearing is near.' };
  const loose = /^(holdReason|waiverReason|side|reason|recheckAt)$/;
  return {
    'DisclosureController.list': { as, query: '' },
    'DisclosureController.waiting': { as },
    'DisclosureController.confirm': { as, keyed: true },
    'DisclosureController.words': { as, ids: { coupleId, eventId: randomUUID() } },
    'DisclosureController.step': { ...act, body: step, loose },
    'DisclosureController.sign': { ...act, body: { purpose: 'readiness' } },
    'DisclosureController.askCoSigner': { ...act, body: { event: 'waive', coSignerId: ours.joId } },
    'DisclosureController.order': { ...act, body: { startsAt, recheckAt: startsAt }, loose },
    'DisclosureController.verification': { ...act, body: { enabled: true, agreed: false } },
    'DisclosureController.recheck': act,
    'DisclosureController.releaseNotice': { as, ids: { coupleId }, keyed: true },
    'OwnDisclosureController.one': { as: own.as },
    'OwnDisclosureController.pause': own,
    'OwnDisclosureController.noGo': own,
    'OwnDisclosureController.decline': own,
    'OwnDisclosureController.stop': own,
  };
}
