import { chipsOf } from './task-lane';

const plain = {
  state: 'assigned',
  lateness: 'open',
  tooHard: false,
  needsCall: false,
  noticed: false,
} as const;
const keys = (task: Parameters<typeof chipsOf>[0]) => chipsOf(task).map(({ key }) => key);

describe('what stands beside a task', () => {
  it('puts a call before everything else, in the one colour kept for safety', () => {
    const chips = chipsOf({ ...plain, state: 'submitted', lateness: 'late', needsCall: true });
    expect(chips.map(({ key }) => key)).toEqual(['call', 'toRead', 'late']);
    expect(chips.filter(({ tone }) => tone === 'alarm')).toHaveLength(1);
  });

  it('does not call a task missed that the person set aside', () => {
    expect(keys({ ...plain, state: 'skipped', lateness: 'missed' })).toEqual(['skipped']);
    expect(keys({ ...plain, lateness: 'missed' })).toEqual(['missed']);
  });

  it('shows "too hard" as something to look at', () => {
    expect(keys({ ...plain, state: 'opened', tooHard: true })).toEqual(['opened', 'tooHard']);
  });
});
