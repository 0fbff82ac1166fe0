import type { HomeworkTemplate } from '@trellis/domain';
import type { Answers } from '../homework/own-homework';
import { bothTexts } from './both-texts';

/**
 * Both versions of a draft in one: what texts have in common stands there once, and where they differ mine first; rows stand one below the other. Of other answers mine
 * is kept, and the other one where I gave none.
 */
export function together(template: HomeworkTemplate, mine: Answers, other: Answers): Answers {
  const both: Record<string, unknown> = { ...other, ...mine };
  for (const { key, kind } of template.fields) {
    const [one, two] = [mine[key], other[key]];
    if (kind === 'text' && typeof one === 'string' && typeof two === 'string')
      both[key] = bothTexts(one, two);
    if (kind === 'list' && Array.isArray(one) && Array.isArray(two)) both[key] = bothRows(one, two);
  }
  return both;
}

/** My rows, and of the other ones those that say something else. */
function bothRows(mine: readonly unknown[], other: readonly unknown[]): readonly unknown[] {
  const said = new Set(mine.map((row) => JSON.stringify(row)));
  return [...mine, ...other.filter((row) => !said.has(JSON.stringify(row)))];
}
