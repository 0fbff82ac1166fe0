import { TestBed } from '@angular/core/testing';
import { DyadicChart } from './dyadic-chart.js';
import type { DyadicReading, DyadicWords } from './dyadic-reading.js';

const words: DyadicWords = {
  self: 'Rowan',
  partner: 'Sam',
  therapist: 'Therapist',
  composite: 'Composite',
  behaviour: 'Behaviour',
  behaviourNote: 'records',
  baseline: 'baseline',
  partial: 'partial',
  carried: 'carried',
  none: 'no answer',
  viewsDiffer: 'views differ',
  apart: (points) => `${points.toString()} apart`,
  date: 'Date',
  gap: 'Gap',
  table: 'Numbers',
  reading: 'Reading',
  legendBand: 'band',
  legendGap: 'gap',
  events: {
    ...{ session: 'Session', slip: 'Slip', disclosure: 'Disclosure session' },
    ...{ letter: 'Letter', trigger_date: 'Marked date' },
  },
  eventsRow: 'Events',
  turbulence: 'scores move more here',
};

const readings: readonly DyadicReading[] = [
  {
    readOn: '2025-01-19',
    self: 50,
    partner: 25,
    therapist: 40,
    therapistCarried: false,
    behaviour: 57.1,
    composite: 41.4,
    partial: false,
    gap: 25,
    viewsDiffer: true,
  },
  {
    readOn: '2025-02-02',
    self: 55,
    partner: null,
    therapist: 40,
    therapistCarried: true,
    behaviour: null,
    composite: 50,
    partial: true,
    gap: null,
    viewsDiffer: false,
  },
];

async function shown() {
  const fixture = TestBed.createComponent(DyadicChart);
  fixture.componentRef.setInput('readings', readings);
  fixture.componentRef.setInput('words', words);
  fixture.componentRef.setInput('language', 'en');
  fixture.componentRef.setInput('statement', 'Better beyond noise.');
  await fixture.whenStable();
  return { fixture, page: fixture.nativeElement as HTMLElement };
}

describe('the dyadic chart', () => {
  it('shows the three perspectives with their own shapes, hollow where carried or partial', async () => {
    const { page } = await shown();
    expect(page.querySelectorAll('circle.mark.self')).toHaveLength(2);
    expect(page.querySelectorAll('rect.mark.partner')).toHaveLength(1);
    expect(page.querySelectorAll('path.mark.therapist')).toHaveLength(2);
    expect(page.querySelectorAll('path.mark.therapist.hollow')).toHaveLength(1);
    expect(page.querySelectorAll('circle.mark.composite.hollow')).toHaveLength(1);
  });

  it('reads each reading aloud as the arrow keys move the walker', async () => {
    const { fixture, page } = await shown();
    const walker = page.querySelector<HTMLInputElement>('input[type=range]');
    expect(walker?.getAttribute('aria-valuetext')).toBe(
      'Feb 2, Rowan 55, Sam no answer, Therapist 40, Behaviour no answer, Composite 50, carried, partial',
    );
    if (walker) walker.value = '0';
    walker?.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    expect(walker?.getAttribute('aria-valuetext')).toContain('Jan 19, Rowan 50, Sam 25');
  });

  it('says the sentence first and keeps the same numbers in a table', async () => {
    const { page } = await shown();
    expect(page.querySelector('figcaption')?.textContent).toContain('Better beyond noise.');
    const sam = [...page.querySelectorAll('tbody tr')].find((row) => row.textContent.includes('Sam'));
    expect([...(sam?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent.trim())).toEqual([
      '25',
      'no answer',
    ]);
  });

  it('draws events and hard times, says them, and keeps them in the table', async () => {
    const { fixture, page } = await shown();
    expect(page.querySelectorAll('.event')).toHaveLength(0);
    fixture.componentRef.setInput('events', [
      { kind: 'session', on: '2025-01-21' },
      { kind: 'session', on: '2025-01-28' },
      { kind: 'slip', on: '2025-01-30' },
    ]);
    fixture.componentRef.setInput('spans', [{ from: '2025-01-30', through: '2025-02-06' }]);
    await fixture.whenStable();
    expect(page.querySelectorAll('svg[viewBox^="0 0 1152"] .event')).toHaveLength(3);
    expect(page.querySelectorAll('rect.shade')).toHaveLength(1);
    expect(page.querySelector('input')?.getAttribute('aria-valuetext')).toContain('Session 2, Slip 1');
    const row = [...page.querySelectorAll('tbody tr')].at(-1);
    expect([...(row?.children ?? [])].map((cell) => cell.textContent.trim())).toEqual([
      'Events',
      '',
      'Session 2, Slip 1',
    ]);
    const legend = page.querySelector('tr-dyadic-legend')?.textContent ?? '';
    expect(legend).toContain('Slip');
    expect(legend).toContain('scores move more here');
    expect(legend).not.toContain('Letter');
  });

  it('stands still on paper: every mark, no walker and nothing to press', async () => {
    const { fixture, page } = await shown();
    const marks = page.querySelectorAll('.mark').length;
    fixture.componentRef.setInput('still', true);
    await fixture.whenStable();
    expect(page.querySelectorAll('.mark')).toHaveLength(marks);
    expect(page.querySelectorAll('input, button, details, .walk')).toHaveLength(0);
  });

  it('asks for the sum of the reading under the walker, and of any from the table', async () => {
    const { fixture, page } = await shown();
    expect(page.querySelector('button')).toBeNull();
    const asked: string[] = [];
    fixture.componentInstance.why.subscribe((readOn) => asked.push(readOn));
    fixture.componentRef.setInput('words', {
      ...words,
      why: (score: string | null) => `Why ${score ?? 'not'}?`,
    });
    await fixture.whenStable();
    const [underWalker, ...inTable] = page.querySelectorAll('button');
    expect(underWalker?.textContent).toBe('Why 50?');
    expect(inTable.map((button) => button.getAttribute('aria-label'))).toEqual(['Why 41.4?', 'Why 50?']);
    underWalker?.click();
    inTable[0]?.click();
    expect(asked).toEqual(['2025-02-02', '2025-01-19']);
  });
});
