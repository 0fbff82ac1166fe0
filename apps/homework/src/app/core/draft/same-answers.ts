import { isEmpty } from '@trellis/domain';
import type { Answers } from '../homework/own-homework';

/** True when two documents say the same: order of keys and empty answers make no difference. */
export function sameAnswers(one: Answers, other: Answers): boolean {
  return canonical(one) === canonical(other);
}

function canonical(answers: Answers): string {
  const filled = Object.entries(answers).filter(([, value]) => !isEmpty(value));
  return JSON.stringify(filled.sort(([a], [b]) => (a < b ? -1 : 1)));
}
