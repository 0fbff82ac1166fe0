/** A test, or a group of tests, whose name begins with the ids of what it proves. */
export interface NamedTest {
  readonly file: string;
  /** Ids of statements such as `S-4`; measures such as `M11` may stand among them and are left out. */
  readonly ids: readonly string[];
}

/** The name of a test: the first text behind `it`, `test` or `describe`, or behind the cases of `each`. */
const NAME =
  /(?:\b(?:it|test|describe)(?:\.describe)?\(|^\s*\)\(|\]\s*(?:as const)?\)\(|\.each\([\w.]+\)\()\s*(['"`])((?:(?!\1).)+)\1/gm;
const FRONT = /^(?:(?:[A-Z]-\d+|M\d+)(?:, | and |: | |$))+/;

/** Every test of a spec whose name begins with an id. */
export function statementsNamed(file: string, text: string): NamedTest[] {
  return [...text.matchAll(NAME)].flatMap((match) => {
    const front = FRONT.exec(match[2] ?? '')?.[0] ?? '';
    const ids = front.match(/[A-Z]-\d+/g) ?? [];
    return ids.length === 0 ? [] : [{ file, ids }];
  });
}
