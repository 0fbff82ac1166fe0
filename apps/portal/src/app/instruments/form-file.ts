import { instrumentProblemCodes, instrumentProblemWords, type LocalizedText } from '@trellis/domain';
import type { Problem } from '../core/http/problem';

/** Letters of a file that the server takes. */
const largest = 200_000;

/** A reason why a form was not taken, and the item that it is about. */
export type FormRefusal = Readonly<{ words: LocalizedText; linkId: string | null }>;

/** The words of the file as they are; 'too_large' or 'not_json' when it cannot be a form. */
export async function readFormFile(file: File): Promise<{ text: string } | 'too_large' | 'not_json'> {
  if (file.size > largest) return 'too_large';
  const text = await file.text();
  try {
    JSON.parse(text);
    return { text };
  } catch {
    return 'not_json';
  }
}

/** What the server said, each in words. */
export function refusalsOf(problem: Problem | null): readonly FormRefusal[] {
  const problems = problem?.code === 'questionnaire_refused' ? problem.facts['problems'] : null;
  if (!Array.isArray(problems)) return [];
  return problems.flatMap((one: unknown): FormRefusal[] => {
    if (typeof one !== 'object' || one === null || !('code' in one)) return [];
    const code = instrumentProblemCodes.find((known) => known === one.code);
    if (code === undefined) return [];
    const linkId = 'linkId' in one && typeof one.linkId === 'string' ? one.linkId : null;
    return [{ words: instrumentProblemWords[code], linkId }];
  });
}
