import { b01 } from './library/b01.js';
import { r01 } from './library/r01.js';
import { r15 } from './library/r15.js';
import type { HomeworkTemplate } from './template.js';

/**
 * Exercises that can be assigned so far, newest version of each: those that both apps can show whole. The library
 * of all 54 stands in `library.ts`.
 */
export const homeworkTemplates: readonly HomeworkTemplate[] = [r01, r15, b01];

/** The template of that code, or null. Without a version the newest is meant. */
export function templateOf(code: string, version?: number): HomeworkTemplate | null {
  return homeworkTemplates.find((t) => t.code === code && (version ?? t.version) === t.version) ?? null;
}
