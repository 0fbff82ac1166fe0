import type { ArrangedCase } from '../arrange-case.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** What follows a handing in. */
export function feedbackCalls(ours: ArrangedCase, taskId: string): RightCalls {
  const as = (): Promise<TestClient> => Promise.resolve(ours.mina);
  const person = (): Promise<TestClient> => Promise.resolve(ours.rowan);
  const ids = { taskId };
  return {
    'ReviewQueueController.list': { as, query: '' },
    'CaseFeedbackController.one': { as, ids },
    'CaseFeedbackController.give': {
      ...{ as, ids, version: 1, keyed: true, body: { words: 'Thank you.', askAgain: false } },
    },
    'CaseFeedbackController.talked': { as, ids, version: 1, keyed: true },
    'CaseFeedbackController.seen': { as, ids, version: 1, keyed: true },
    'OwnFeedbackController.list': { as: person },
    'OwnFeedbackController.one': { as: person, ids },
  };
}
