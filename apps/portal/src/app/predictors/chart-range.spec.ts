import { inRange, rangeOf, rangesFor } from './chart-range';

const readings = Array.from({ length: 78 }, (_, at) => ({ readOn: `reading ${at.toString()}` }));

describe('how much of a chart is on screen', () => {
  it('is the newest readings of half a year, of a year, or all of them', () => {
    expect(inRange(readings, 'half').map(({ readOn }) => readOn)).toEqual(
      readings.slice(65).map(({ readOn }) => readOn),
    );
    expect(inRange(readings, 'year')).toHaveLength(26);
    expect(inRange(readings, 'all')).toHaveLength(78);
    expect(inRange(readings.slice(0, 5), 'half')).toHaveLength(5);
  });

  it('is a year of what is longer, until somebody asks for more', () => {
    expect([rangeOf(undefined, 12), rangeOf(undefined, 26), rangeOf(undefined, 27)]).toEqual([
      'all',
      'all',
      'year',
    ]);
    expect([rangeOf('half', 12), rangeOf('all', 78), rangeOf('forever', 78)]).toEqual([
      'half',
      'all',
      'year',
    ]);
  });

  it('is not asked where there is nothing to choose', () => {
    expect([rangesFor(13), rangesFor(14), rangesFor(27)]).toEqual([
      [],
      ['half', 'all'],
      ['half', 'year', 'all'],
    ]);
  });
});
