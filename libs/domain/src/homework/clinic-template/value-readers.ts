import type { LocalizedText } from '../../shared/localized.js';
import type { ProblemList } from './template-problem.js';

/** A value of which nothing is known, where it stands, and where its problems are noted. */
export type Place = Readonly<{ path: string; problems: ProblemList }>;
export type Reader<T> = (value: unknown, place: Place) => T;
type Loose = Readonly<Record<string, unknown>>;

const at = ({ path, problems }: Place, key: string | number): Place => ({
  path: path === '' ? String(key) : `${path}.${String(key)}`,
  problems,
});

/** An object with these keys and no others; null when it is none. Nothing is read from a prototype. */
export function objectOf(value: unknown, keys: readonly string[], place: Place): Loose | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    place.problems.add(place.path, 'wrong_type');
    return null;
  }
  for (const key of Object.keys(value).slice(0, 100))
    if (!keys.includes(key)) place.problems.add(at(place, key.slice(0, 40)).path, 'unknown_key');
  return Object.fromEntries(
    keys.filter((key) => Object.hasOwn(value, key)).map((key) => [key, (value as Loose)[key]]),
  );
}

export function valueAt<T>(object: Loose, key: string, read: Reader<T>, place: Place): T {
  return read(object[key], at(place, key));
}

/** As an entry to spread: nothing where the key is absent. */
export function ifThere<K extends string, T>(
  object: Loose,
  key: K,
  read: Reader<T>,
  place: Place,
): Partial<Record<K, T>> {
  if (object[key] === undefined) return {};
  return { [key]: read(object[key], at(place, key)) } as Partial<Record<K, T>>;
}

export const textUpTo =
  (most: number): Reader<string> =>
  (value, { path, problems }) => {
    if (typeof value !== 'string') problems.add(path, 'wrong_type');
    else if ([...value].length > most) problems.add(path, 'too_long');
    else return value;
    return '';
  };

/** A sentence in both languages; either may be empty while it is being written. */
export const saidUpTo =
  (most: number): Reader<LocalizedText> =>
  (value, place) => {
    const both = objectOf(value, ['en', 'es'], place);
    if (both === null) return { en: '', es: '' };
    const read = textUpTo(most);
    return { en: valueAt(both, 'en', read, place), es: valueAt(both, 'es', read, place) };
  };

export const wholeBetween =
  (low: number, high: number): Reader<number> =>
  (value, { path, problems }) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) problems.add(path, 'wrong_type');
    else if (value < low || value > high) problems.add(path, 'out_of_range');
    else return value;
    return low;
  };

export const numberBetween =
  (low: number, high: number): Reader<number> =>
  (value, { path, problems }) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) problems.add(path, 'wrong_type');
    else if (value < low || value > high) problems.add(path, 'out_of_range');
    else return value;
    return low;
  };

export const truth: Reader<boolean> = (value, { path, problems }) => {
  if (typeof value !== 'boolean') problems.add(path, 'wrong_type');
  return value === true;
};

export const oneOf =
  <T extends string | number>(known: readonly T[]): Reader<T> =>
  (value, { path, problems }) => {
    const found = known.find((one) => one === value);
    if (found !== undefined) return found;
    const [first] = known;
    if (first === undefined) throw new RangeError('there is nothing to choose from');
    problems.add(path, 'not_an_option');
    return first;
  };

export const listUpTo =
  <T>(most: number, read: Reader<T>): Reader<readonly T[]> =>
  (value, place) => {
    if (!Array.isArray(value)) place.problems.add(place.path, 'wrong_type');
    else if (value.length > most) place.problems.add(place.path, 'too_many');
    else return value.map((one, index) => read(one, at(place, index)));
    return [];
  };

/** A list that holds nothing twice. */
export const setUpTo =
  <T>(most: number, read: Reader<T>): Reader<readonly T[]> =>
  (value, place) => {
    const list = listUpTo(most, read)(value, place);
    if (new Set(list).size < list.length) place.problems.add(place.path, 'twice');
    return list;
  };
