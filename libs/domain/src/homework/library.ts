import { coupleExercises } from './library/couple-exercises.js';
import { partnerExercises } from './library/partner-exercises.js';
import { recoveringExercises } from './library/recovering-exercises.js';
import type { HomeworkTemplate } from './template.js';

/** The whole library: 17 exercises of the recovering person, 17 of the partner, 20 of the couple (HW-33). */
export const homeworkLibrary: readonly HomeworkTemplate[] = [
  ...recoveringExercises,
  ...partnerExercises,
  ...coupleExercises,
];

/** The exercise of that code, or null. Without a version the newest is meant. */
export function libraryTemplateOf(code: string, version?: number): HomeworkTemplate | null {
  const versions = homeworkLibrary.filter((t) => t.code === code && (version ?? t.version) === t.version);
  return versions.reduce<HomeworkTemplate | null>(
    (newest, t) => (newest === null || t.version > newest.version ? t : newest),
    null,
  );
}
