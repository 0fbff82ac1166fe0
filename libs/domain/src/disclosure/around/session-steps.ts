import { say, type LocalizedText } from '../../shared/localized.js';

/** The parts of the session, in order (FTD-31, clinical brief 1.8). */
export const sessionSteps = [
  'ARRIVE_SEPARATE',
  'GROUND',
  'OPENING',
  'READING',
  'BREAK_1',
  'CLARIFY',
  'BREAK_2',
  'CLOSE',
  'DEBRIEF_SEPARATE',
  'LEAVE_SEPARATE',
] as const;
export type SessionStep = (typeof sessionSteps)[number];

/** T_C is there only where a couple therapist is assigned. */
export const sessionPeople = ['RP', 'BP', 'T_RP', 'T_BP', 'T_C'] as const;
export type SessionPerson = (typeof sessionPeople)[number];

/** Two rooms with one side each, or one room for all. */
export const sessionRooms = {
  apart: [
    ['BP', 'T_BP'],
    ['RP', 'T_RP'],
  ],
  together: [['BP', 'RP', 'T_BP', 'T_RP', 'T_C']],
} as const satisfies Readonly<Record<string, readonly (readonly SessionPerson[])[]>>;

/** Minutes that a part usually takes, both ends included. */
export type MinuteRange = Readonly<{ from: number; to: number }>;

export type SessionStepPlan = Readonly<{
  id: SessionStep;
  title: LocalizedText;
  minutes: MinuteRange;
  rooms: keyof typeof sessionRooms;
}>;

function plan(
  id: SessionStep,
  [from, to]: readonly [number, number],
  rooms: keyof typeof sessionRooms,
  en: string,
  es: string,
): SessionStepPlan {
  return { id, title: say(en, es), minutes: { from, to }, rooms };
}

/** One plan per part. The brief names no minutes for opening, second break, close and leaving: those are proposals. */
export const sessionPlan: readonly SessionStepPlan[] = [
  plan('ARRIVE_SEPARATE', [10, 10], 'apart', 'Arrive separately', 'Llegar por separado'),
  plan(
    'GROUND',
    [5, 5],
    'together',
    'Settle and name the stop-signal',
    'Calmarse y nombrar la señal de alto',
  ),
  plan('OPENING', [5, 10], 'together', 'Opening', 'Apertura'),
  plan('READING', [15, 40], 'together', 'Reading', 'Lectura'),
  plan('BREAK_1', [15, 20], 'apart', 'First break', 'Primera pausa'),
  plan('CLARIFY', [20, 40], 'together', 'Questions', 'Preguntas'),
  plan('BREAK_2', [10, 15], 'apart', 'Second break', 'Segunda pausa'),
  plan('CLOSE', [10, 15], 'together', 'Close', 'Cierre'),
  plan('DEBRIEF_SEPARATE', [20, 40], 'apart', 'Talk apart', 'Conversación por separado'),
  plan('LEAVE_SEPARATE', [10, 15], 'apart', 'Leave separately', 'Salir por separado'),
];

/** The plan of one part. */
export function sessionStepPlan(step: SessionStep): SessionStepPlan {
  const found = sessionPlan.find(({ id }) => id === step);
  if (!found) throw new RangeError(`Not a part of the session: ${step}`);
  return found;
}

/**
 * The part that follows, or null after the last. A session that ends early still has the talk apart and the
 * separate leaving: nobody is sent home from an open room.
 */
export function nextSubStep(step: SessionStep, endingEarly = false): SessionStep | null {
  const at = sessionSteps.indexOf(step);
  const debrief = sessionSteps.indexOf('DEBRIEF_SEPARATE');
  if (endingEarly && at < debrief) return 'DEBRIEF_SEPARATE';
  return sessionSteps[at + 1] ?? null;
}
