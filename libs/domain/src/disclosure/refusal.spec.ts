import { expect, it } from '@jest/globals';
import { asLocalDate } from '../shared/local-date.js';
import { nextState } from './next-state.js';
import { refusalFor, type Refusal, type RefusalReader } from './refusal.js';
import { clearAssessments, readySnapshot } from './sample-snapshot.js';
import { withSlip } from './slip.js';
import type { DisclosureSnapshot } from './snapshot.js';

const now = new Date('2025-03-21T15:00:00Z');
const preparing = readySnapshot({ state: 'PREPARING' });

/** What someone is told who asks, in preparing, for what comes on the day of the session. */
function refused(snapshot: DisclosureSnapshot, role: 'RP' | 'BP'): Refusal {
  const asked = nextState(snapshot, { event: 'no_go_hold' }, { id: 'x', roles: [role] }, now);
  if (asked.ok) throw new Error('Was allowed');
  return asked.refusal;
}

const shown = (refusal: Refusal, reader: RefusalReader): string[] =>
  refusalFor(refusal, reader).unmet.map(({ guardId, item, evidence }) =>
    [guardId, item ?? '-', ...Object.keys(evidence)].join(' '),
  );

it('tells neither person of a slip or a finding of the other', () => {
  const slipped = withSlip(preparing, { at: now, toldByProtocol: false });
  const signed = { ...slipped, readinessSigned: preparing.readinessSigned, readyUntil: preparing.readyUntil };
  const bp = { client: 'BP' } as const;
  expect(refusalFor(refused(signed, 'BP'), bp)).toEqual(refusalFor(refused(preparing, 'BP'), bp));
  expect(shown(refused(signed, 'BP'), ['RP'])).toEqual(expect.arrayContaining(['readiness_met R3']));

  const on = asLocalDate('2025-03-21');
  const found = { track: 'BP', id: 'violence_or_fear', present: true, on, assessorId: 'tbp' } as const;
  const afraid = { ...preparing, assessments: [...clearAssessments(on), found] };
  const rp = { client: 'RP' } as const;
  expect(refusalFor(refused(afraid, 'RP'), rp)).toEqual(refusalFor(refused(preparing, 'RP'), rp));
});

it('shows a person the gaps of their own side by title and the joint ones with their evidence', () => {
  const open = {
    ...preparing,
    assessments: [],
    riskScreens: { RP: null, BP: null },
    readyUntil: null,
    hardDates: null,
  };
  expect(shown(refused(open, 'BP'), { client: 'BP' })).toEqual([
    'state_reached - state needed steps',
    'no_hard_risk BP',
    'soft_conditions BP',
    'risk_screens_fresh BP',
    'session_date_given -',
    'lead_ordered -',
    'date_within_readiness -',
    'calendar_clear -',
    'session_within_day -',
  ]);
  expect(shown(refused(open, 'RP'), ['BP'])).toEqual(
    expect.arrayContaining(['no_hard_risk RP', 'no_hard_risk BP open count notJudged']),
  );
});
