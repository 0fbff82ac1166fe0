import type { HomeworkTemplate } from './template.js';

/** Question list; map of boundaries, triggers, support or preferences; disclosure document; letter. */
const sensitiveCodes: readonly string[] = ['B08', 'R06', 'B04', 'B06', 'C14', 'R08', 'R11', 'B10'];

/** Whether a release of this exercise waits for the author's own second yes (HW-35). */
export function needsTimeForThought({ code }: Pick<HomeworkTemplate, 'code'>): boolean {
  return sensitiveCodes.includes(code);
}
