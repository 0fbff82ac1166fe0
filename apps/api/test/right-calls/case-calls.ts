import type { ArrangedCase } from '../arrange-case.js';
import { newCouple } from '../arrange.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** A therapist's work with a couple of the own caseload. */
export function caseCalls(ours: ArrangedCase, taskId: string): RightCalls {
  const { coupleId, rowanId } = ours;
  const as = (): Promise<TestClient> => Promise.resolve(ours.mina);
  const ids = { coupleId };
  const rating = { windowEndsOn: '2025-01-19', answers: { 'ct.t1': 2, 'ct.t2': 'cannot_say' } };
  return {
    'CouplesController.add': { as, body: newCouple(ours.minaId), keyed: true },
    'CouplesController.colleagues': { as },
    'CouplesController.one': { as, ids },
    'CaseloadController.page': { as, query: '' },
    'InvitationsController.create': { as, ids: { personId: rowanId }, keyed: true },
    'CaseHomeworkController.assign': {
      as,
      keyed: true,
      loose: /^days$/,
      body: { personId: rowanId, templateCode: 'R01', startsOn: '2025-01-07', days: 2 },
    },
    'CaseHomeworkController.list': { as, query: `coupleId=${coupleId}` },
    'CaseHomeworkController.read': { as, ids: { taskId } },
    'CaseHomeworkController.followUp': { as, ids: { taskId } },
    'CaseHomeworkController.review': { as, ids: { taskId }, version: 1, keyed: true },
    'CaseJointWorkController.assign': {
      as,
      keyed: true,
      loose: /^(days|form)$/,
      body: { coupleId, templateCode: 'C01', startsOn: '2025-01-07', days: 2, form: 'ten_minutes' },
    },
    'CaseJointWorkController.list': { as, query: `coupleId=${coupleId}` },
    'CaseJointWorkController.read': { as },
    'CaseJointWorkController.open': { as, body: { inSession: true }, keyed: true },
    'MapsController.one': { as },
    'MapsController.approve': { as, keyed: true, body: { side: 'RP' } },
    'StepsController.one': { as },
    'StepsController.open': { as, keyed: true, body: { step: 'step_0' } },
    'AgreementsController.one': { as },
    'AgreementsController.sign': { as, keyed: true, body: { askedRp: true, askedBp: true } },
    'AgreementsController.end': { as, version: 1, keyed: true },
    'CaseJointWorkController.end': { as, keyed: true },
    'CaseJointWorkController.talked': { as, version: 1, keyed: true },
    'CaseHomeworkController.skip': { as, ids: { taskId }, version: 1, keyed: true },
    'PlansController.read': { as, query: `coupleId=${coupleId}` },
    'PlansController.assign': {
      ...{ as, keyed: true, loose: /^items/ },
      body: {
        coupleId,
        items: [{ personId: rowanId, templateCode: 'R03', startsOn: '2025-01-07', days: 7 }],
      },
    },
    'PlansController.rest': {
      ...{ as, keyed: true, loose: /^(planId|to|personIds)$/ },
      body: { coupleId, personIds: [rowanId], kind: 'travel', from: '2025-03-01', to: '2025-03-05' },
    },
    'PlansController.endRest': { as, version: 1, keyed: true },
    'PlansController.end': { as, version: 1, keyed: true },
    'PlansController.changeRhythm': {
      ...{ as, version: 1, keyed: true, loose: /^(cadence|weekdays|time)$/ },
      body: { startsOn: '2025-01-07', days: 7 },
    },
    'ReadyPlansController.read': { as, query: `coupleId=${coupleId}` },
    'ReadyPlansController.give': {
      ...{ as, keyed: true, loose: /^items/ },
      body: {
        ...{ coupleId, planKey: 'stage_1_starter', startsOn: '2025-01-07', days: 7 },
        items: [{ templateCode: 'R14' }],
      },
    },
    'CouplePredictorsController.charts': { as, ids },
    'CouplePredictorsController.sum': { as, ids, query: 'predictor=CT&readOn=2025-01-19' },
    'CouplePredictorsController.rate': { as, ids, body: rating, keyed: true, loose: /^answers/ },
    'DisclosureController.one': { as, ids },
    'DisclosureController.open': { as, ids, keyed: true },
    'DisclosureController.schedule': { as, ids, version: 0, body: { startsAt: '2025-02-01T10:00:00Z' } },
  };
}
