import { daysBetween, type LocalDate } from '../shared/local-date.js';
import { say, type LocalizedText } from '../shared/localized.js';

/** The three stages of treatment, in order. Moving back is ordinary (STAGE-01). */
export const stages = [1, 2, 3] as const;
export type Stage = (typeof stages)[number];

export const stageNames: Readonly<Record<Stage, LocalizedText>> = {
  1: say('Safety and stabilisation', 'Seguridad y estabilización'),
  2: say('Emotional intimacy', 'Intimidad emocional'),
  3: say('Sexual trust', 'Confianza sexual'),
};

/** Week of treatment on a day: week 1 holds the start; before it the answer is 0 or less (STAGE-02). */
export function weekOf(start: LocalDate, on: LocalDate): number {
  return Math.floor(daysBetween(start, on) / 7) + 1;
}
