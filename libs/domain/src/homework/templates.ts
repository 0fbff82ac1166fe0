import { b01 } from './b01.js';
import { r01 } from './r01.js';
import type { HomeworkTemplate } from './template.js';

/** Every exercise that can be assigned, newest version of each. */
export const homeworkTemplates: readonly HomeworkTemplate[] = [r01, b01];

/** The template of that code, or null. Without a version the newest is meant. */
export function templateOf(code: string, version?: number): HomeworkTemplate | null {
  return homeworkTemplates.find((t) => t.code === code && (version ?? t.version) === t.version) ?? null;
}
