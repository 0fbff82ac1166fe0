import type { PlanBoardView, PlanView } from '@trellis/contracts';

/** A running daily check-in of Rowan, for the specs of this folder. */
export function samplePlan(change: Partial<PlanView> = {}): PlanView {
  return {
    ...{ id: 'plan-1', personId: 'p-rp', personName: 'Rowan', compartment: 'RP', templateCode: 'R01' },
    ...{ title: { en: 'Daily recovery check-in', es: 'Registro diario de recuperación' }, minutes: 4 },
    ...{ cadence: { kind: 'daily', windowHours: 4 }, weekdays: [], time: '17:00' },
    ...{ startsOn: '2025-01-06', lastOn: '2025-02-02', state: 'running', done: 2.5, expected: 4, skipped: 1 },
    next: { taskId: 'task-9', dueAt: '2025-01-09T03:00:00Z', version: 3 },
    version: 7,
    ...change,
  };
}

/** Noon on 2025-01-08 in Chicago: one plan, a light week, and stage 3 closed. */
export function sampleBoard(change: Partial<PlanBoardView> = {}): PlanBoardView {
  const week = { active: 1, minutesPerDay: 4, overActive: false, overMinutes: false };
  const weeks = ['06', '13', '20', '27'].map((day) => ({
    ...{ from: `2025-01-${day}`, to: `2025-01-${day}` },
    ...week,
  }));
  return {
    ...{ localDate: '2025-01-08', stage: 1, sessionWeek: null, plans: [samplePlan()], rests: [], joint: [] },
    halves: [],
    closed: [{ templateCode: 'R17', causes: [{ reason: 'stage', side: 'RP' }] }],
    loads: [{ personId: 'p-rp', ...week, weeks }],
    ...{ mostActive: 5, mostMinutes: 35 },
    ...change,
  };
}
