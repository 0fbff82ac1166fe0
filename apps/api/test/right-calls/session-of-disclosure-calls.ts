import type { ArrangedCase } from '../arrange-case.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** The session of a disclosure: what is prepared, the run sheet, the steps of the day, and each person's own part. */
export function sessionOfDisclosureCalls(ours: ArrangedCase): RightCalls {
  const as = (): Promise<TestClient> => Promise.resolve(ours.mina);
  const person = (): Promise<TestClient> => Promise.resolve(ours.iris);
  const ids = { coupleId: ours.coupleId };
  const none = '99999999-9999-4999-8999-999999999999';
  const date = { kind: 'travel', from: '2025-03-01', to: '2025-03-04' };
  const day = {
    ...{ sober: true, slept: true, safe: true, consentReaffirmed: true },
    ...{ transportConfirmed: true, childCareConfirmed: null },
  };
  const run = { as, ids, version: 1, keyed: true } as const;
  const own = { as: person, keyed: true } as const;
  return {
    'DisclosureSessionsController.one': { as, ids },
    'DisclosureSessionsController.office': { as, ids },
    'DisclosureSessionsController.collisions': { as, ids, query: 'startsAt=2025-03-28T10:00:00-05:00' },
    'DisclosureSessionsController.read': { as, ids: { ...ids, side: 'RP' } },
    'DisclosureSessionsController.addDate': { as, ids, keyed: true, body: date },
    'DisclosureSessionsController.removeDate': { as, ids: { ...ids, dateId: none }, keyed: true },
    'DisclosureSessionsController.confirmDates': { as, ids, keyed: true },
    'DisclosureSessionsController.confirm': {
      as,
      ids,
      keyed: true,
      body: { line: 'phones', confirmed: true },
    },
    'DisclosureSessionsController.askDay': {
      ...{ as, ids: { ...ids, side: 'RP' }, version: 0, keyed: true, body: day },
      loose: /./,
    },
    'SessionRunController.setting': { ...run, body: { telehealth: true, marks: ['RP:two_rooms'] } },
    'SessionRunController.checkEmergency': run,
    'SessionRunController.attendance': { ...run, body: { participantId: none, attendance: 'came' } },
    'SessionRunController.advance': { ...run, body: { endingEarly: false } },
    'SessionRunController.tick': { ...run, body: { step: 'GROUND', line: 0, ticked: true } },
    'SessionRunController.rate': { ...run, body: { side: 'RP', moment: 'start', value: 4 } },
    'SessionRunController.notice': { ...run, body: { signs: ['flight'] } },
    'SessionRunController.confirmDeparture': run,
    'SessionRunController.allowReading': { ...run, body: { allowed: false } },
    'SessionStepsController.go': run,
    'SessionStepsController.noGo': { ...run, body: { kind: 'postpone', reason: 'other' }, loose: /^reason$/ },
    'SessionStepsController.pause': { as, ids, keyed: true },
    'SessionStepsController.goOn': run,
    'SessionStepsController.end': { ...run, body: { early: false } },
    'OwnDisclosureSessionController.one': { as: person },
    'OwnDisclosureSessionController.confirm': { ...own, body: { line: 'transport', confirmed: true } },
    'OwnDisclosureSessionController.sayDay': { ...own, version: 0, body: day, loose: /./ },
    'OwnDisclosureSessionController.pause': own,
    'OwnDisclosureSessionController.noGo': { ...own, body: { kind: 'postpone' } },
    'OwnDisclosureSessionController.readPlans': { as: person },
    'OwnDisclosureSessionController.savePlan': {
      ...{
        ...own,
        ids: { form: 'A' },
        version: 0,
        body: { lines: [{ line: 'sleep', text: 'at my sister’s' }] },
        // An empty plan is one.
        loose: /^lines$/,
      },
    },
    'OwnDisclosureSessionController.addDate': { ...own, body: date },
    'OwnDisclosureSessionController.removeDate': { ...own, ids: { dateId: none } },
    'OwnDisclosureSessionController.openReading': own,
    'OwnDisclosureSessionController.read': { as: person },
  };
}
