import type { PredictorChartView, PredictorReadingView } from '@trellis/contracts';
import { lastReadOn, summaryOf } from './summary-line';

function reading(readOn: string, composite: number | null, partial = false): PredictorReadingView {
  const none = { self: null, partner: null, therapist: null, behaviour: null, gap: null };
  return { readOn, ...none, therapistCarried: false, composite, partial, viewsDiffer: false };
}

function chart(readings: PredictorReadingView[]): PredictorChartView {
  return {
    predictor: 'CT',
    readings,
    statement: 'within_noise',
    baselineOn: null,
    change: 3,
    threshold: 19.4,
    trend: null,
  };
}

describe('the summary of a predictor', () => {
  it('runs from the first to the latest composite, past readings without one', () => {
    const line = summaryOf(
      chart([reading('2025-01-19', null), reading('2025-02-02', 41.4), reading('2025-02-16', 76.6, true)]),
    );
    expect(line).toMatchObject({ first: 41, last: 77, partial: true });
    expect(line.points).toHaveLength(3);
  });

  it('shows the same twelve points as the caseload', () => {
    const many = Array.from({ length: 15 }, (_, index) =>
      reading(`2025-01-${(index + 10).toString()}`, index),
    );
    expect(summaryOf(chart(many))).toMatchObject({ first: 3, last: 14 });
  });

  it('has no number and no date without a composite', () => {
    const empty = chart([reading('2025-01-19', null)]);
    expect(summaryOf(empty)).toMatchObject({ first: null, last: null });
    expect(lastReadOn([empty])).toBeNull();
    expect(lastReadOn([empty, chart([reading('2025-02-02', 50)])])).toBe('2025-02-02');
  });
});
