/** What keeps an exercise from being saved (its form) or published (what it still lacks). */
export const templateProblemCodes = [
  'wrong_type',
  'unknown_key',
  'not_an_option',
  'out_of_range',
  'too_long',
  'too_many',
  'twice',
  'needed',
  'not_there',
  'does_not_fit',
] as const;
export type TemplateProblemCode = (typeof templateProblemCodes)[number];

/** `path` reads 'fields.2.label.en', places counted from 0; '' is the whole. */
export type TemplateProblem = Readonly<{ path: string; code: TemplateProblemCode }>;

/** Collects what is wrong in one reading, so that everything is said at once; the first fifty are enough. */
export class ProblemList {
  readonly #found: TemplateProblem[] = [];

  add(path: string, code: TemplateProblemCode): void {
    if (this.#found.length < 50) this.#found.push({ path, code });
  }

  get all(): readonly TemplateProblem[] {
    return this.#found;
  }
}
