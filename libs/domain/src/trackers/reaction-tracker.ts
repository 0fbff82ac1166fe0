import { daysInWeek } from '../shared/durations.js';
import type { Fraction } from '../shared/fraction.js';
import { daysBetween, type LocalDate } from '../shared/local-date.js';
import { say, type LocalizedText } from '../shared/localized.js';
import { medianOf } from '../predictors/trend.js';
import { itemScore, type TrackerAnswers } from './item-scale.js';
import { trackerSettingValues, type TrackerSettingValues } from './settings.js';

/** The ten items of B14 in their order; their wording stands in the exercise (PRED-48). */
export const reactionItemKeys = [
  'intrusion',
  'nightmares',
  'body_alarm',
  'avoiding',
  'numb',
  'on_guard',
  'anger',
  'self_blame',
  'sleep',
  'concentration',
] as const;
export type ReactionItemKey = (typeof reactionItemKeys)[number];

export const reactionSubscales = ['intrusion', 'avoidance_numbing', 'alarm', 'self_blame'] as const;
export type ReactionSubscale = (typeof reactionSubscales)[number];

/** Items 1 to 3, 4 and 5, 6, 7, 9 and 10, and 8. There is no total (PRED-48, clinical brief 4.9). */
export const reactionItemsOf: Readonly<Record<ReactionSubscale, readonly ReactionItemKey[]>> = {
  intrusion: ['intrusion', 'nightmares', 'body_alarm'],
  avoidance_numbing: ['avoiding', 'numb'],
  alarm: ['on_guard', 'anger', 'sleep', 'concentration'],
  self_blame: ['self_blame'],
};

export const reactionNames: Readonly<Record<ReactionSubscale, LocalizedText>> = {
  intrusion: say('Memories pushing in', 'Recuerdos que se imponen'),
  avoidance_numbing: say('Staying away and feeling numb', 'Evitar y no sentir nada'),
  alarm: say('Alarm', 'Alarma'),
  self_blame: say('Self-blame', 'Culparme'),
};

/** Stands under the chart. */
export const reactionCaption = say(
  'These are normal reactions after a betrayal. This is not a test for a disorder.',
  'Son reacciones normales después de una traición. Esto no es una prueba de un trastorno.',
);

/** Whose eyes a score is for: the author and their own therapist, never the other person (PRED-49). */
export const reactionAudience = ['author', 'own_therapist'] as const;

export type ReactionScores = Readonly<Record<ReactionSubscale, Fraction | null>>;

/** The four sub-scores of one week, 0 to 100; higher is heavier. Null where too much is missing (PRED-47). */
export function reactionScores(answers: TrackerAnswers): ReactionScores {
  const score = (subscale: ReactionSubscale): Fraction | null =>
    itemScore(answers, reactionItemsOf[subscale]);
  return {
    intrusion: score('intrusion'),
    avoidance_numbing: score('avoidance_numbing'),
    alarm: score('alarm'),
    self_blame: score('self_blame'),
  };
}

/** One week's answers by the Sunday that ends the week. */
export type ReactionWeek = Readonly<{ on: LocalDate; answers: TrackerAnswers }>;

/**
 * The median of a sub-score over the four weeks that end on `week` (PRED-50), shown in place of single weeks because
 * their noise is unknown. Weeks without a score are left out; null with fewer than three, "not enough data yet".
 */
export function rollingReaction(
  weeks: readonly ReactionWeek[],
  subscale: ReactionSubscale,
  week: LocalDate,
  settings: TrackerSettingValues = trackerSettingValues(),
): Fraction | null {
  const values = weeks
    .filter(({ on }) => {
      const age = daysBetween(on, week);
      return age >= 0 && age < daysInWeek * settings.reactionWeeks;
    })
    .map(({ answers }) => reactionScores(answers)[subscale])
    .filter((value) => value !== null);
  return values.length < leastRollingWeeks ? null : medianOf(values);
}

/** Fewest weeks with a score behind a rolling median. */
export const leastRollingWeeks = 3;
