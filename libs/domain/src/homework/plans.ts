import type { Track } from '../access/roles.js';
import { addDays, type LocalDate } from '../shared/local-date.js';
import { say, type LocalizedText } from '../shared/localized.js';
import type { Stage } from '../stages/stage.js';
import { homeworkSettingValues, type HomeworkSettingValues } from './settings.js';

/** One exercise of a plan. `then` comes once the others of its track are in place. */
export type PlannedExercise = Readonly<{ code: string; variant?: string; then?: true }>;

/** Exercises that are offered together. Nothing is assigned before a therapist says so (HW-21). */
export type ExercisePlan = Readonly<{
  key: string;
  title: LocalizedText;
  /** The stage whose default plan it is; null for a pack. */
  stage: Stage | null;
  exercises: Readonly<Record<Track | 'JOINT', readonly PlannedExercise[]>>;
}>;

const codes = (list: string): readonly PlannedExercise[] =>
  list
    .split(' ')
    .filter((code) => code !== '')
    .map((code) => ({ code }));

function plan(
  key: string,
  title: LocalizedText,
  stage: Stage | null,
  lists: readonly [rp: string, bp: string, joint: string],
): ExercisePlan {
  return {
    key,
    title,
    stage,
    exercises: { RP: codes(lists[0]), BP: codes(lists[1]), JOINT: codes(lists[2]) },
  };
}

const starter = plan('stage_1_starter', say('Stage 1 starter', 'Inicio de la etapa 1'), 1, [
  'R01 R04 R05 R06 R14',
  'B01 B03 B05 B06 B07',
  'C05 C06',
]);

/** Default plans of the three stages and packs for parts of the disclosure (HW-21, source clinical brief 3.4, 7.1). */
export const exercisePlans: readonly ExercisePlan[] = [
  {
    ...starter,
    exercises: {
      ...starter.exercises,
      JOINT: [...starter.exercises.JOINT, { code: 'C01', variant: 'ten_minutes', then: true }],
    },
  },
  plan('stage_2', say('Stage 2', 'Etapa 2'), 2, [
    'R10 R11 R13 R16',
    'B10 B11 B12 B15',
    'C01 C02 C03 C08 C09 C11',
  ]),
  plan('stage_3', say('Stage 3', 'Etapa 3'), 3, ['R17', 'B16', 'C13 C14 C15 C16 C19 C20']),
  plan('disclosure', say('Formal disclosure', 'Revelación formal'), null, ['R07 R08', 'B08 B09', 'C17 C18']),
  plan('logistics', say('The day of the disclosure', 'El día de la revelación'), null, ['', 'B09', 'C17']),
  plan('aftercare', say('The days after', 'Los días siguientes'), null, ['R01', 'B01 B03 B13', 'C17']),
  plan('letters', say('The letters', 'Las cartas'), null, ['R11', 'B10', '']),
];

const pairs = [
  ['R01', 'B01'],
  ['R17', 'B16'],
] as const;

/** The exercise that the other person does beside this one, or null: each writes alone, at the same time (HW-21). */
export function pairedWith(code: string): string | null {
  const pair = pairs.find(([mine, theirs]) => mine === code || theirs === code);
  return pair?.find((one) => one !== code) ?? null;
}

/** The plan of that key, or null. */
export function exercisePlanOf(key: string): ExercisePlan | null {
  return exercisePlans.find((entry) => entry.key === key) ?? null;
}

/**
 * The first day of an exercise in a plan that begins on `startsOn`. What comes once the others are in place begins when
 * the time for what comes once is over (HW-21).
 */
export function beginsOn(
  exercise: PlannedExercise,
  startsOn: LocalDate,
  settings: HomeworkSettingValues = homeworkSettingValues(),
): LocalDate {
  return exercise.then === true ? addDays(startsOn, settings.onceDueDays) : startsOn;
}
