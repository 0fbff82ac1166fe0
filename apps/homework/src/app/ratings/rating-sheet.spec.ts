import { cannotSayTheRest, groupsFor, halfDone, leaveOut, openItems, type Ratings } from './rating-sheet';

const groups = groupsFor('BP');
const first = groups[0]!;
const all: Ratings = Object.fromEntries(first.items.map(({ key }) => [key, 2]));

describe('the fortnightly sheet', () => {
  it('asks the partner and the recovering person about the same five things in their own words', () => {
    const other = groupsFor('RP');
    expect(groups.map(({ code }) => code)).toEqual(['CT', 'PI', 'ED', 'CG', 'TS']);
    expect(other.map(({ code }) => code)).toEqual(groups.map(({ code }) => code));
    expect(groups.every(({ items }) => items.length === 5)).toBe(true);
    expect(other[0]!.items.map(({ key }) => key)).not.toEqual(first.items.map(({ key }) => key));
  });

  it('starts with nothing answered', () => {
    expect(openItems(first, {})).toHaveLength(5);
    expect(halfDone(groups, {})).toEqual([]);
  });

  it('fills only what is open with "cannot say"', () => {
    const key = first.items[0]!.key;
    const filled = cannotSayTheRest(first, { [key]: 4 });
    expect(filled[key]).toBe(4);
    expect(Object.values(filled).filter((answer) => answer === 'cannot_say')).toHaveLength(4);
    expect(openItems(first, filled)).toEqual([]);
  });

  it('leaves a group out as a whole, so that nothing half done is sent', () => {
    const { [first.items[0]!.key]: _one, ...partly } = all;
    expect(halfDone(groups, partly)).toEqual([first]);
    expect(leaveOut(first, partly)).toEqual({});
    expect(halfDone(groups, all)).toEqual([]);
  });
});
