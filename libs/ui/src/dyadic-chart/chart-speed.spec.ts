import { TestBed } from '@angular/core/testing';
import { chartGeometry } from './chart-geometry.js';
import { DyadicChart } from './dyadic-chart.js';
import type { ChartEvent } from './chart-events.js';
import type { DyadicReading, DyadicWords } from './dyadic-reading.js';

const DAY = 86_400_000;
const dayAt = (days: number): string =>
  new Date(Date.parse('2025-01-19') + days * DAY).toISOString().slice(0, 10);

function readings(count: number): DyadicReading[] {
  return Array.from({ length: count }, (_, at): DyadicReading => {
    const [self, partner] = [40 + ((at * 7) % 40), 30 + ((at * 5) % 40)];
    return {
      readOn: dayAt(14 * at),
      ...{ self, partner, therapist: 45 + (at % 9), therapistCarried: at % 2 === 1 },
      ...{ behaviour: (at * 11) % 100, composite: 40 + (at % 30), partial: at % 6 === 5 },
      ...{ gap: self - partner, viewsDiffer: self - partner >= 25 },
    };
  });
}

const kinds = { session: 'a', slip: 'b', disclosure: 'c', letter: 'd', trigger_date: 'e' } as const;
const words: DyadicWords = {
  ...{ self: 'A', partner: 'B', therapist: 'T', composite: 'C', behaviour: 'D', behaviourNote: 'n' },
  ...{ baseline: 'base', partial: 'p', carried: 'c', none: '–', viewsDiffer: 'differ' },
  apart: (points) => points.toString(),
  ...{ date: 'd', gap: 'g', table: 't', reading: 'r', legendBand: 'l', legendGap: 'm' },
  ...{ events: kinds, eventsRow: 'e', turbulence: 'u' },
};

/** The quickest of some runs, in milliseconds: what the work takes when nothing else takes the processor. */
function quickest(runs: number, work: () => void): number {
  const took = Array.from({ length: runs }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return Math.min(...took);
}

describe('how long five charts take', () => {
  it('to place half a year and three years of readings: less than a blink, and no more than in step', () => {
    const [half, long] = [readings(13), readings(78)];
    const five = (all: readonly DyadicReading[]) => () => {
      for (let n = 0; n < 5; n += 1) chartGeometry(all, all[0]?.readOn ?? null);
    };
    expect(quickest(7, five(half))).toBeLessThan(100);
    expect(quickest(7, five(long))).toBeLessThan(100);
  });

  it('to be drawn whole in a page without a browser behind it: within a second, events and table included', () => {
    const events = Array.from({ length: 52 }, (_, at): ChartEvent => ({
      kind: 'session',
      on: dayAt(3 * at),
    }));
    const fixture = TestBed.createComponent(DyadicChart);
    for (const [name, value] of Object.entries({
      words,
      language: 'en',
      statement: 's',
      readings: readings(1),
    }))
      fixture.componentRef.setInput(name, value);
    fixture.detectChanges();
    let turn = 0;
    const took = quickest(5, () => {
      for (let n = 0; n < 5; n += 1) {
        // Another year each time, so that nothing of the chart before it can stay.
        turn += 1;
        fixture.componentRef.setInput('readings', readings(13 + turn));
        fixture.componentRef.setInput('events', events);
        fixture.detectChanges();
      }
    });
    expect((fixture.nativeElement as HTMLElement).querySelectorAll('.mark').length).toBeGreaterThan(100);
    expect(took).toBeLessThan(1000);
  });
});
