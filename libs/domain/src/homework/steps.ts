import type { Track } from '../access/roles.js';
import { own } from './answer-access.js';
import type { LockFacts } from './lock-facts.js';
import { lockFrom, lockOf, stageReached, type Lock, type LockCause } from './locks.js';
import { homeworkSettingValues, type HomeworkSettingValues } from './settings.js';
import type { Answers, HomeworkTemplate, Step } from './template.js';

/**
 * The keys to leave out when one step is sent alone, as the sections of R08 are (HW-47): every field of another step.
 * Fields without a step belong to each. Throws RangeError for a step that the exercise does not have.
 */
export function omitsButStep({ fields, steps = [] }: HomeworkTemplate, key: string): readonly string[] {
  if (!steps.some((step) => step.key === key)) throw new RangeError(`no step ${key}`);
  return fields.filter(({ step }) => step !== undefined && step !== key).map((field) => field.key);
}

/** One finished round of a step. Calm is 0 to 4; what was not answered is null. */
export type StepRound = Readonly<{
  step: string;
  calm: Readonly<Record<Track, number | null>>;
  /** The stop signal was used and came with distress. A stop that was honoured calmly is no distress. */
  stopDistress: boolean | null;
}>;

/** Rounds in the order in which they were finished, and the steps that a therapist has opened. */
export type StepLog = Readonly<{ rounds: readonly StepRound[]; openedByTherapist: readonly string[] }>;

/**
 * Whether the rounds of a step are enough to go on (HW-28): at least so many, and the last so many of them all calm
 * for both, without distress at a stop. What is not known does not count as calm.
 */
export function roundsSuffice(
  rounds: readonly StepRound[],
  needed: number,
  settings: HomeworkSettingValues = homeworkSettingValues(),
): boolean {
  if (rounds.length < needed) return false;
  return rounds
    .slice(rounds.length - needed)
    .every(({ calm, stopDistress }) => stopDistress === false && isCalm(calm, settings.stepCalm));
}

function isCalm(calm: StepRound['calm'], least: number): boolean {
  return [calm.RP, calm.BP].every((value) => value !== null && value >= least);
}

/**
 * The lock of one step: its exercise's own causes, and `step_not_open` until its stage has come, the step before
 * has had its rounds and a therapist has opened it, as far as the step asks for these (HW-28). The earliest stage
 * of the step counts in place of the exercise's, and the step's own locks come on top. An unknown step stays closed.
 */
export function lockOfStep(
  template: HomeworkTemplate,
  key: string,
  facts: LockFacts,
  person: Track,
  log: StepLog,
  settings: HomeworkSettingValues = homeworkSettingValues(),
): Lock {
  const steps = template.steps ?? [];
  const index = steps.findIndex((step) => step.key === key);
  const step = steps[index];
  const side = template.track === 'C' ? 'JOINT' : person;
  const closed: LockCause = { reason: 'step_not_open', side };
  if (step === undefined) return lockFrom([closed]);
  const lockedBy = [...template.lockedBy, ...(step.lockedBy ?? [])];
  const exercise = lockOf({ ...template, stages: step.stages, lockedBy }, facts, person);
  const causes = exercise.open ? [] : exercise.causes;
  const early = stageReached(step.stages, facts) && isReady(step, steps[index - 1], log, settings);
  return lockFrom(early ? causes : [...causes, closed]);
}

function isReady(
  step: Step,
  before: Step | undefined,
  log: StepLog,
  settings: HomeworkSettingValues,
): boolean {
  if (step.therapistOpens === true && !log.openedByTherapist.includes(step.key)) return false;
  if (step.afterRounds === undefined) return true;
  const rounds = log.rounds.filter((round) => round.step === before?.key);
  const needed = Math.max(step.afterRounds, settings.stepRounds);
  return before !== undefined && roundsSuffice(rounds, needed, settings);
}

/**
 * The steps that two people can write about: those of their stage, and where a therapist opens them, those that one
 * opened (HW-81). A pause does not take a step away: what happened can still be written, and nothing opens meanwhile. It
 * does not rest on the rounds, so that nobody reads from it how calm the other was.
 */
export function offeredSteps(
  { steps = [] }: Pick<HomeworkTemplate, 'steps'>,
  facts: LockFacts,
  opened: readonly string[],
): readonly string[] {
  return steps
    .filter(({ stages }) => stageReached(stages, facts))
    .filter(({ key, therapistOpens }) => therapistOpens !== true || opened.includes(key))
    .map(({ key }) => key);
}

/** The exercise with these of its steps alone to choose from. */
export function withOfferedSteps(template: HomeworkTemplate, offered: readonly string[]): HomeworkTemplate {
  if (template.steps === undefined) return template;
  const fields = template.fields.map((field) =>
    field.key === 'step' && field.options !== undefined
      ? { ...field, options: field.options.filter(({ value }) => offered.includes(value)) }
      : field,
  );
  return { ...template, fields, steps: template.steps.filter(({ key }) => offered.includes(key)) };
}

/**
 * The lock of what was written: of the exercise, and of the step that it names, whose own locks come on top (HW-60,
 * HW-67). What names no step has the lock of the exercise.
 */
export function lockOfWritten(
  template: HomeworkTemplate,
  answers: Answers,
  facts: LockFacts,
  person: Track,
): Lock {
  const step = template.steps?.find(({ key }) => key === own(answers, 'step'));
  return lockOf({ ...template, lockedBy: [...template.lockedBy, ...(step?.lockedBy ?? [])] }, facts, person);
}
