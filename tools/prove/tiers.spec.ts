import { describe, expect, it } from '@jest/globals';
import { TIERS } from './outcome.ts';
import { chosenTiers } from './tiers.ts';

describe('the tiers of a run', () => {
  it('are all of them when none is named', () => {
    expect(chosenTiers([])).toEqual(TIERS);
  });

  it('come in their own order, whatever the order on the command line', () => {
    expect(chosenTiers(['--tier=api,lint'])).toEqual(['lint', 'types', 'build', 'integration', 'api']);
    expect(chosenTiers(['--tier=browser', '--tier=unit'])).toEqual(['unit', 'build', 'browser']);
  });

  it('are refused in one sentence when not known', () => {
    expect(chosenTiers(['--tier=fast'])).toMatch(/no tier "fast".*lint\|unit\|api\|browser/);
    expect(chosenTiers(['--fast'])).toMatch(/"--fast" is not known/);
    expect(chosenTiers(['--tier=toString'])).toMatch(/no tier "toString"/);
  });
});
