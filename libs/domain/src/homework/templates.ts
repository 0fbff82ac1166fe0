import { coupleExercises } from './library/couple-exercises.js';
import { partnerExercises } from './library/partner-exercises.js';
import { recoveringExercises } from './library/recovering-exercises.js';
import type { HomeworkTemplate } from './template.js';

/** Exercises whose work is part of the disclosure and is written there, with its own readers and locks. */
export const writtenInDisclosure: readonly string[] = ['R08', 'R11', 'B08', 'B10'];

/** Exercises of two people that a therapist can assign, each to both at once. */
export const jointTemplates: readonly HomeworkTemplate[] = coupleExercises;

/** Exercises that a therapist can assign to one person, newest version of each. The library of all 54 is in `library.ts`. */
export const homeworkTemplates: readonly HomeworkTemplate[] = [
  ...recoveringExercises,
  ...partnerExercises,
].filter(({ code }) => !writtenInDisclosure.includes(code));

/** The template of that code, or null. Without a version the newest is meant. */
export function templateOf(code: string, version?: number): HomeworkTemplate | null {
  return (
    [...homeworkTemplates, ...jointTemplates].find(
      (t) => t.code === code && (version ?? t.version) === t.version,
    ) ?? null
  );
}

/**
 * The exercise in the version that was assigned. Versions are never taken out of the library, so one that is missing
 * is a fault of this program. @throws RangeError then.
 */
export function exerciseOf(code: string, version: number): HomeworkTemplate {
  const template = templateOf(code, version);
  if (template === null) throw new RangeError(`no exercise ${code} in version ${version}`);
  return template;
}
