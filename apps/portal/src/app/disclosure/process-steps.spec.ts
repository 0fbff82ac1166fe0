import { disclosureStates } from '@trellis/domain';
import { beforeSession, processShown, readinessShown, stateOf } from './process-steps';

const event = (from: string, to: string, at: string) => ({
  ...{ id: 'e', event: 'x', from, to, at, byName: 'Mina', reasonClass: null, hasWords: false },
});

describe('the way of a disclosure', () => {
  it('shows the states of the ordinary way with the date of the last time each was reached', () => {
    const { steps, current } = processShown({
      state: 'PREPARING',
      events: [
        event('SCREENING', 'PREPARING', '1'),
        event('PREPARING', 'PARTNER_THERAPIST_REVIEW', '2'),
        event('PARTNER_THERAPIST_REVIEW', 'PREPARING', '3'),
      ],
    });
    expect(current).toBe('PREPARING');
    expect(steps.find(({ state }) => state === 'PREPARING')?.reachedAt).toBe('3');
    expect(steps[0]?.state).toBe('CONSIDERING');
    expect(steps.at(-1)?.state).toBe('COMPLETED');
  });

  it('shows verification and a pause within the session only where they happened', () => {
    const names = (state: string) => processShown({ state, events: [] }).steps.map((step) => step.state);
    expect(names('READY')).not.toContain('VERIFYING');
    expect(names('VERIFYING')).toContain('VERIFYING');
    expect(names('READY')).not.toContain('SESSION_PAUSED');
  });

  it('keeps the place from which a pause was taken', () => {
    const shown = processShown({
      state: 'ON_HOLD',
      events: [event('NOT_STARTED', 'CONSIDERING', '1'), event('CONSIDERING', 'ON_HOLD', '2')],
    });
    expect(shown).toMatchObject({ current: 'CONSIDERING', aside: true });
  });

  it('shows every criterion while readiness is gathered, a count until the session, and nothing of it afterwards', () => {
    const shown = (how: string) => disclosureStates.filter((state) => readinessShown(state) === how);
    expect(shown('all')).toEqual(['CONSIDERING', 'SCREENING', 'PREPARING', 'PARTNER_THERAPIST_REVIEW']);
    expect(shown('short')).toEqual(['READY', 'VERIFYING', 'SCHEDULED', 'DAY_OF_CHECK', 'ON_HOLD']);
    for (const over of ['COMPLETED', 'DECLINED', 'STOPPED', 'WAIVED'])
      expect(beforeSession(stateOf(over))).toBe(false);
    expect(stateOf(undefined)).toBe('NOT_STARTED');
  });
});
