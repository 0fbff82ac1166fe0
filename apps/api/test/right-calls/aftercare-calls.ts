import { timeAfter } from '../arrange-aftercare.js';
import { arrangeCase } from '../arrange-case.js';
import type { TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

const at = '2025-01-06T17:00:00Z';

/** The time after a session, what was left out, and slips: of a couple of their own, so that others begin afresh. */
export async function aftercareCalls(app: TestApp): Promise<RightCalls> {
  const theirs = await arrangeCase(app);
  const { answerId, alertId, taskId, doneId, correctionId, slipId } = await timeAfter(app, theirs);
  const as = (): Promise<TestClient> => Promise.resolve(theirs.mina);
  const person = (): Promise<TestClient> => Promise.resolve(theirs.rowan);
  const ids = { coupleId: theirs.coupleId };
  const telling = { partner: 'told', partnerAt: at };
  const told = {
    as,
    ids: { ...ids, slipId },
    version: 1,
    keyed: true,
    body: telling,
    loose: /^partnerAt$/,
  } as const;
  return {
    'CaseAftercareController.one': { as, ids },
    'CaseAftercareController.answer': { as, ids: { ...ids, answerId } },
    'CaseAftercareController.contact': { as, ids, keyed: true, body: { side: 'RP', contact: 'h24' } },
    'CaseAftercareController.done': { as, ids: { ...ids, taskId: doneId }, version: 1, keyed: true },
    'CaseAftercareController.acknowledge': { as, ids: { ...ids, alertId }, keyed: true },
    'RaisedController.list': { as },
    'CaseAftercareController.words': { as, ids: { ...ids, correctionId } },
    'CaseAftercareController.move': {
      ...{ as, ids: { ...ids, correctionId }, version: 1, keyed: true },
      body: { step: 'met', at: '2025-01-06T18:00:00Z' },
    },
    'OwnAftercareController.one': { as: person },
    'OwnAftercareController.departed': { as: person },
    'OwnAftercareController.tap': { as: person, keyed: true, body: { tap: 'home' } },
    'OwnAftercareController.answer': {
      ...{ as: person, ids: { taskId }, keyed: true, body: { risk: 'safe' } },
      loose: /./,
    },
    'OwnAftercareController.correct': { as: person, keyed: true, body: { recalledAt: at } },
    'CaseSlipsController.list': { as, ids },
    'CaseSlipsController.words': { as, ids: { ...ids, slipId } },
    'CaseSlipsController.log': {
      ...{ as, ids, keyed: true, body: { kind: 'slip', level: 'slip', slipAt: at } },
      loose: /^level$/,
    },
    'CaseSlipsController.asked': { as, ids, keyed: true },
    'CaseSlipsController.tell': told,
    'OwnSlipsController.list': { as: person },
    'OwnSlipsController.log': {
      as: person,
      keyed: true,
      body: { stopCheck: 'no', slipAt: at, level: 'slip', partner: 'not_yet' },
    },
    'OwnSlipsController.tell': { ...told, as: person, ids: { slipId } },
  };
}
