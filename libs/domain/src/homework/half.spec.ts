import { describe, expect, it } from '@jest/globals';
import { asksNothingOf, formFor, halfOf, pageOf, samePage } from './half.js';
import { c01 } from './library/c01.js';
import { c02 } from './library/c02.js';
import { c04 } from './library/c04.js';
import { c05 } from './library/c05.js';
import { r01 } from './library/r01.js';
import { jointTemplates, templateOf } from './templates.js';

const keys = (template: { readonly fields: readonly { readonly key: string }[] }) =>
  template.fields.map(({ key }) => key);

describe('one half of an exercise of two people (HW-12, HW-13)', () => {
  it('asks what is the own and what is of both', () => {
    expect(keys(halfOf(c01, 'RP', null, 2))).toContain('boundary_kept');
    expect(keys(halfOf(c01, 'RP', null, 2))).not.toContain('self_care');
    expect(keys(halfOf(c01, 'BP', null, 2))).not.toContain('boundary_kept');
    expect(halfOf(r01, 'RP', null, 1)).toBe(r01);
  });

  it('follows the form that was chosen, or that of the stage', () => {
    expect([formFor(c01, null, 1), formFor(c01, null, 2), formFor(c02, 'aloud', 1)]).toEqual([
      'ten_minutes',
      null,
      'aloud',
    ]);
    expect(formFor(c02, 'no_such', 2)).toBeNull();
    expect([halfOf(c01, 'RP', 'ten_minutes', 1).minutes, halfOf(c01, 'RP', null, 2).minutes]).toEqual([
      10, 20,
    ]);
    expect(keys(halfOf(c02, 'BP', 'without_complaint', 1))).not.toContain('complaint');
  });

  it('asks nothing of a partner who only receives, in stage 1 (HW-64)', () => {
    const asked = (['RP', 'BP'] as const).map((side) => asksNothingOf(c04, side, 'receive_only', 1));
    expect(asked).toEqual([false, true]);
    expect(asksNothingOf(c04, 'BP', 'receive_only', 2)).toBe(false);
  });

  it('agrees where the page says the same, in whatever order it was written (HW-77)', () => {
    const page = { signal: 'a hand', minutes: 20 };
    expect(pageOf(c05, { ...page, where_i_go: 'out' })).toEqual(page);
    expect(samePage(c05, { ...page, where_i_go: 'out' }, { minutes: 20, signal: 'a hand' })).toBe(true);
    expect(samePage(c05, page, { ...page, minutes: 30 })).toBe(false);
  });

  it('is assigned for all twenty exercises of two people', () => {
    expect(jointTemplates).toHaveLength(20);
    expect([templateOf('C01')?.code, templateOf('C14')?.code, templateOf('C21')]).toEqual([
      'C01',
      'C14',
      null,
    ]);
  });
});
