import { randomUUID } from 'node:crypto';
import { attachmentItems } from '@trellis/domain';
import type { ArrangedCase } from '../arrange-case.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** What a person of a couple does with what is their own. */
export function ownCalls(ours: ArrangedCase, taskId: string): RightCalls {
  const as = (): Promise<TestClient> => Promise.resolve(ours.rowan);
  const ids = { taskId };
  const answers = { [`field-${randomUUID()}`]: 'words' };
  return {
    'OwnHomeworkController.today': { as },
    'OwnHomeworkController.record': { as, query: '' },
    'OwnHomeworkController.task': { as, ids },
    'OwnHomeworkController.saveDraft': { as, ids, version: 1, body: { answers }, loose: /^answers/ },
    'OwnHomeworkController.submit': { as, ids, version: 1, body: { answers }, keyed: true },
    'OwnHomeworkController.setAside': { as, ids, body: { tooHard: true }, keyed: true },
    'OwnJointWorkController.one': { as, ids },
    'OwnJointWorkController.takeUp': { as, ids, version: 1, keyed: true },
    'OwnMapsController.one': { as, ids },
    'OwnMapsController.takeBack': { as, ids, keyed: true, body: { domain: 'kissing' } },
    'OwnAgreementsController.one': { as, ids },
    'OwnAgreementsController.end': { as, ids, version: 1, keyed: true },
    'OwnTurnsController.one': { as, ids },
    'OwnTurnsController.act': { as, ids, version: 0, keyed: true, body: { act: 'start', first: 'RP' } },
    'ConsentsController.measurement': { as },
    'OpeningsController.openings': { as, query: '' },
    'ConsentsController.change': { as, keyed: true, body: { given: true } },
    'OwnTicksController.own': { as },
    'OwnTicksController.set': { as, keyed: true, body: { kind: 'update', on: '2025-01-06', kept: true } },
    'OwnTrackersController.own': { as },
    'OwnTrackersController.due': { as },
    'OwnTrackersController.give': {
      ...{ as, keyed: true, loose: /^answers/ },
      body: { answers: Object.fromEntries(attachmentItems.map(({ key }) => [key, 2])) },
    },
    'OwnRatingsController.current': { as },
    'OwnRatingsController.give': {
      as,
      keyed: true,
      loose: /^answers/,
      body: { windowEndsOn: '2025-01-19', answers: { 'ct.r1': 2 } },
    },
  };
}
