import type { HomeworkTemplate } from '@trellis/domain';
import type { Answers } from '../homework/own-homework';

/**
 * Both versions of a draft in one: texts and rows that differ stand one below the other, mine first. Of other answers mine
 * is kept, and the other one where I gave none.
 */
export function together(template: HomeworkTemplate, mine: Answers, other: Answers): Answers {
  const both: Record<string, unknown> = { ...other, ...mine };
  for (const { key, kind } of template.fields) {
    const [one, two] = [mine[key], other[key]];
    if (kind === 'text' && typeof one === 'string' && typeof two === 'string' && !one.includes(two)) {
      both[key] = two.includes(one) ? two : `${one}\n\n${two}`;
    }
    if (kind === 'list' && Array.isArray(one) && Array.isArray(two)) both[key] = bothRows(one, two);
  }
  return both;
}

/** My rows, and of the other ones those that say something else. */
function bothRows(mine: readonly unknown[], other: readonly unknown[]): readonly unknown[] {
  const said = new Set(mine.map((row) => JSON.stringify(row)));
  return [...mine, ...other.filter((row) => !said.has(JSON.stringify(row)))];
}
