import { importProblemCodes, type ImportProblemCode } from '@trellis/domain';
import type { Problem } from '../core/http/problem';

/** Bytes of a file; the server takes a little more, because what is sent with it counts as well. */
export const largestForm = 240 * 1024;

/** A form as it was read from a file: JSON that is an object, of which nothing more is known. */
export type FormFile = Readonly<{ name: string; resource: Readonly<Record<string, unknown>> }>;

/** One reason why a form is not taken, with the words of the item it is about where there is one. */
export type FormRefusal = Readonly<{ code: ImportProblemCode; linkId: string | null; text: string | null }>;

/** The file as a form; 'too_large' or 'not_json' when it cannot be one. */
export async function readFormFile(file: File): Promise<FormFile | 'too_large' | 'not_json'> {
  if (file.size > largestForm) return 'too_large';
  try {
    const resource: unknown = JSON.parse(await file.text());
    return isObject(resource) ? { name: file.name, resource } : 'not_json';
  } catch {
    return 'not_json';
  }
}

/** What the server said about each item, beside what the form says there. */
export function refusalsOf(problem: Problem | null, form: FormFile | null): readonly FormRefusal[] {
  const problems = problem?.code === 'questionnaire_refused' ? problem.facts['problems'] : null;
  if (!Array.isArray(problems)) return [];
  return problems.filter(isObject).flatMap(({ code, linkId }) => {
    const known = importProblemCodes.find((one) => one === code);
    if (known === undefined) return [];
    const link = typeof linkId === 'string' ? linkId : null;
    return [{ code: known, linkId: link, text: link === null ? null : textOf(form?.resource, link, 0) }];
  });
}

/** Levels that the import reads. */
const deepest = 8;

function textOf(part: unknown, linkId: string, level: number): string | null {
  if (!isObject(part) || level > deepest || !Array.isArray(part['item'])) return null;
  for (const item of part['item']) {
    if (!isObject(item)) continue;
    if (item['linkId'] === linkId && typeof item['text'] === 'string') return item['text'].slice(0, 200);
    const within = textOf(item, linkId, level + 1);
    if (within !== null) return within;
  }
  return null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
