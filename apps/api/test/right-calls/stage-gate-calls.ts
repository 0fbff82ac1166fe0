import type { ArrangedCase } from '../arrange-case.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** Gates between stages. What a call names need not be there: its form is what counts. */
export function stageGateCalls(ours: ArrangedCase): RightCalls {
  const as = (): Promise<TestClient> => Promise.resolve(ours.mina);
  const own = (): Promise<TestClient> => Promise.resolve(ours.iris);
  const none = '99999999-9999-4999-8999-999999999999';
  const ids = { coupleId: ours.coupleId };
  return {
    'StageGatesController.one': { as, ids },
    'StageGatesController.record': {
      ...{ as, ids, keyed: true, loose: /^(note|comparedWith|amounts|outcome|kind|side)$/ },
      body: { kind: 'purpose', side: 'RP', outcome: 'named', on: '2025-01-06', note: 'in his words' },
    },
    'StageGatesController.note': { as, ids: { ...ids, factId: none } },
    'StageGatesController.index': { as, ids: { ...ids, indexId: none } },
    'StageGatesController.reason': { as, ids: { ...ids, gateId: none } },
    'StageGatesController.back': {
      ...{ as, ids, keyed: true, loose: /^reason$/ },
      body: { to: 1, side: 'RP', reason: 'to rest' },
    },
    'StageGatesController.lift': { as, ids, keyed: true },
    'StageGatesController.sign': { as, ids: { ...ids, gate: '2' }, keyed: true, body: { side: 'RP' } },
    'StageGatesController.open': { as, ids: { ...ids, gate: '2' }, version: 1, keyed: true },
    'OwnStageGatesController.one': { as: own },
    'OwnStageGatesController.answer': {
      ...{ as: own, keyed: true, body: { to: 2, answer: 'not_yet', canSayNo: true, alone: true } },
    },
    'OwnStageGatesController.withdraw': { as: own, keyed: true },
    'OwnStageGatesController.back': { as: own, keyed: true, body: { to: 1 } },
    'OwnStageGatesController.pause': { as: own, keyed: true },
    'OwnStageGatesController.give': {
      ...{ as: own, keyed: true, body: { answers: { believed: 3 } }, loose: /^(answers|believed)$/ },
    },
  };
}
