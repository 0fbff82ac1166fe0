import { chartEventKinds, eventPath, eventsDrawn, eventsOf, type ChartEvent } from './chart-events.js';
import { chartScales, frame } from './chart-frame.js';

const dates = ['2025-01-19', '2025-02-02', '2025-02-16'];
const { x } = chartScales(dates);
const drawn = (events: readonly ChartEvent[], spans: Parameters<typeof eventsDrawn>[1] = []) =>
  eventsDrawn(events, spans, x);

describe('events on the axis of a chart', () => {
  it('stand on their day, each kind with a shape of its own, between ratings and behaviour', () => {
    const { marks } = drawn(chartEventKinds.map((kind) => ({ kind, on: '2025-02-02' })));
    expect(marks.map((mark) => mark.x)).toEqual(chartEventKinds.map(() => x('2025-02-02')));
    expect(new Set(marks.map(({ path }) => path)).size).toBe(chartEventKinds.length);
    for (const { path } of marks) {
      const y = Number(/^M[\d.]+ ([\d.]+)/.exec(path)?.[1]);
      expect([path, y > frame.bottom && y < frame.behaviourTop]).toEqual([path, true]);
    }
    expect(eventPath('letter', 11, 6)).not.toBe(eventPath('letter', 11));
  });

  it('are left out before the first reading and after the last, and a time is cut there', () => {
    const { marks, shades } = drawn(
      [
        { kind: 'slip', on: '2024-12-01' },
        { kind: 'session', on: '2025-01-20' },
        { kind: 'letter', on: '2025-06-01' },
      ],
      [
        { from: '2024-12-20', through: '2025-01-19' },
        { from: '2025-02-16', through: '2025-03-09' },
        { from: '2025-05-01', through: '2025-05-15' },
      ],
    );
    expect(marks.map(({ kind }) => kind)).toEqual(['session']);
    expect(shades.map((shade) => [shade.x, Math.round(shade.x + shade.width)])).toEqual([
      [frame.left, Math.round(x('2025-01-19'))],
      [x('2025-02-16'), frame.right],
    ]);
  });

  it('tints a day once, however many times lie over it', () => {
    const { shades } = drawn(
      [],
      [
        { from: '2025-02-05', through: '2025-02-10' },
        { from: '2025-01-20', through: '2025-02-03' },
        { from: '2025-01-25', through: '2025-01-30' },
        { from: '2025-02-04', through: '2025-02-06' },
      ],
    );
    expect(shades).toEqual([
      { x: x('2025-01-20'), width: expect.closeTo(x('2025-02-10') - x('2025-01-20'), 0) },
    ]);
  });

  it('belong to the fortnight that a reading ends', () => {
    const events: ChartEvent[] = [
      { kind: 'letter', on: '2025-02-16' },
      { kind: 'session', on: '2025-02-03' },
      { kind: 'session', on: '2025-02-10' },
      { kind: 'slip', on: '2025-02-02' },
    ];
    expect(eventsOf('2025-02-16', events)).toEqual([
      ['session', 2],
      ['letter', 1],
    ]);
    expect(eventsOf('2025-02-02', events)).toEqual([['slip', 1]]);
    expect(eventsOf('2025-01-19', events)).toEqual([]);
  });
});
