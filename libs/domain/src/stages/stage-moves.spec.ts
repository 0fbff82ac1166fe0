import { expect, it } from '@jest/globals';
import { asLocalDate } from '../shared/local-date.js';
import type { Gate } from './gate.js';
import { stepAhead, stepBack } from './stage-moves.js';

const now = new Date('2025-07-01T12:00:00Z');
const today = asLocalDate('2025-07-01');
const gate = (to: 2 | 3, reviewDate = '2025-07-01'): Gate => ({
  ...(to === 2 ? { from: 1, to } : { from: 2, to }),
  criteria: [],
  requiredSigners: [],
  signedBy: [],
  validDays: 90,
  decision: 'open',
  decidedAt: new Date('2025-04-11T12:00:00Z'),
  reason: null,
  reviewDate: asLocalDate(reviewDate),
});
const closed = (of: Gate): Gate => ({ ...of, decision: 'closed', decidedAt: now });

it('goes ahead one stage at a time, through open gates that are not due for review', () => {
  expect(stepAhead({ stage: 1, gates: [gate(2)] }, 2, today)).toEqual({
    ok: true,
    value: { stage: 2, gates: [gate(2)] },
  });
  expect(stepAhead({ stage: 2, gates: [gate(2), gate(3)] }, 3, today).ok).toBe(true);
  const shut = { ok: false, refusal: ['gate_not_open'] };
  expect(stepAhead({ stage: 1, gates: [] }, 2, today)).toEqual(shut);
  expect(stepAhead({ stage: 1, gates: [gate(2, '2025-06-30')] }, 2, today)).toEqual(shut);
  expect(stepAhead({ stage: 1, gates: [closed(gate(2))] }, 2, today)).toEqual(shut);
  expect(stepAhead({ stage: 2, gates: [gate(2, '2025-06-30'), gate(3)] }, 3, today)).toEqual(shut);
  expect(stepAhead({ stage: 2, gates: [gate(2)] }, 3, today)).toEqual(shut);
  const leap = { ok: false, refusal: ['not_the_next_stage'] };
  expect(stepAhead({ stage: 1, gates: [gate(2), gate(3)] }, 3, today)).toEqual(leap);
  expect(stepAhead({ stage: 2, gates: [gate(2)] }, 2, today)).toEqual(leap);
});

it('goes back at once, as far as asked, and closes the gates on the way', () => {
  const placement = { stage: 3, gates: [gate(2), gate(3)] } as const;
  expect(stepBack(placement, 2, 'BP', now)).toEqual({
    ok: true,
    value: { stage: 2, gates: [gate(2), closed(gate(3))] },
  });
  expect(stepBack(placement, 1, 'T_RP', now)).toEqual({
    ok: true,
    value: { stage: 1, gates: [closed(gate(2)), closed(gate(3))] },
  });
  expect(stepBack(placement, 3, 'RP', now)).toEqual({ ok: false, refusal: ['not_an_earlier_stage'] });
});
