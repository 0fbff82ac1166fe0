import type { TestClient } from '../test-client.js';

/** What somebody sees of the thing that two write: its text, and the version that the next writing carries. */
export interface Standing {
  readonly text: string;
  readonly version: number;
}

/** Two windows write over the same version at the same instant: of two therapists, or of one person. */
export interface Race {
  readonly by: readonly [TestClient, TestClient];
  readonly method: 'put' | 'post';
  readonly path: string;
  readonly bodies: readonly [object, object];
  /** How each of the two shows in the text that stands. */
  readonly marks: readonly [string, string];
  standing(): Promise<Standing>;
}

/** Both texts of a field that holds words. */
export const texts = ['cnry-first: written in one window', 'cnry-second: written in the other'] as const;

/** One person in two windows. */
export const twice = (person: TestClient): readonly [TestClient, TestClient] => [person, person];

export async function pageOf<View>(by: TestClient, path: string): Promise<View> {
  const { status, body, text } = await by.call('get', path);
  if (status !== 200) throw new Error(`${path} was not shown: ${text}`);
  return body as View;
}

/** One of a list, as it stands. @throws Error where it is not there. */
export function standingOf<T extends { readonly version: number }>(
  all: readonly T[],
  is: (one: T) => boolean,
  textOf: (one: T) => string = JSON.stringify,
): Standing {
  const one = all.find(is);
  if (one === undefined) throw new Error('what two should write is not there');
  return { text: textOf(one), version: one.version };
}
