/** What a case has to come to: `refused` is 4xx, `answered` is anything but a fault of the server. */
export type Outcome = 'refused' | 'answered';

export interface WrongValue {
  readonly what: string;
  /** JSON text, because some of these cannot be written as a value. */
  readonly json: string;
  readonly outcome: Outcome;
}

const nobody = '99999999-9999-4999-8999-999999999999';
/** Another: what a person writes under an id of their own choice must not make the address of nobody exist. */
const chosen = '99999999-9999-4999-8999-999999999998';

/** Path segments that are nobody's id, as they stand in an address. */
export const wrongIds: readonly string[] = [
  nobody,
  nobody.replaceAll('-', ''),
  `{${nobody}}`,
  'undefined',
  '-1',
  '%00',
  `${nobody}%00`,
  '%ff',
  '%E2%80%AE%F0%9F%8C%B1',
  encodeURIComponent("' OR 1=1; DROP TABLE couple; --"),
  encodeURIComponent('<img src=x onerror=alert(1)>'),
  '..%2f..%2fetc%2fpasswd',
  'x'.repeat(8 * 1024),
];

const cursorOf = (text: string): string => `cursor=${Buffer.from(text).toString('base64url')}`;

/** Query strings that no list takes. */
export const wrongQueries: readonly string[] = [
  'nobody=1',
  'clinicId=1&role=owner',
  '__proto__[limit]=1',
  'constructor=1',
  'cursor=1&cursor=2',
  'cursor[]=',
  'cursor=',
  'cursor=%00',
  `cursor=${'A'.repeat(10_000)}`,
  cursorOf('{}'),
  cursorOf(`name ${nobody}'`),
  cursorOf(`name ${nobody}`),
  cursorOf(`0000-01-01 ${nobody}`),
  cursorOf(`2025-02-30 ${nobody}`),
  cursorOf(`0000-01-01T00:00:00.000Z ${nobody}`),
  cursorOf(`2025-02-30T00:00:00.000Z ${nobody}`),
  'limit=0',
  'limit=-1',
  'limit=1e9',
  'limit=1.5',
  'limit=NaN',
  'limit=Infinity',
  'limit=',
  'limit=1&limit=2',
  'limit[]=1',
  `sort=${encodeURIComponent('name; DROP TABLE couple')}`,
  'sort=__proto__',
  'search=a&search=b',
  'search[]=a',
  'search=%00',
  `search=${'a'.repeat(10_000)}`,
];

/** Searches that are odd and allowed: they find what they find. */
export const oddSearches: readonly string[] = [
  '%',
  '_',
  '\\',
  "'",
  '%_\\%',
  '\u202Eabc',
  '\u200B\u200B',
  '🌱👩‍👩‍👧',
  'é'.normalize('NFD'),
  '(((((',
  '.*',
  ' ',
].map((text) => `search=${encodeURIComponent(text)}`);

/** Values for one field of a body that is otherwise right. */
export const wrongValues: readonly WrongValue[] = [
  { what: 'null', json: 'null', outcome: 'refused' },
  { what: 'a list', json: '[]', outcome: 'refused' },
  { what: 'a list of nothing', json: '[null]', outcome: 'refused' },
  { what: 'a list of lists', json: '[[null]]', outcome: 'refused' },
  { what: 'an object', json: '{"toString":1,"length":-1}', outcome: 'refused' },
  { what: 'a number', json: '7.25', outcome: 'refused' },
  { what: 'a negative number', json: '-1', outcome: 'refused' },
  { what: 'a number beyond numbers', json: '1e400', outcome: 'refused' },
  { what: 'text with a NUL', json: '"a\\u0000b"', outcome: 'refused' },
  { what: 'half a surrogate pair', json: '"a\\ud800b"', outcome: 'refused' },
  { what: 'very long text', json: JSON.stringify('x'.repeat(100_000)), outcome: 'refused' },
  { what: 'deep nesting', json: '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000), outcome: 'refused' },
  { what: 'true', json: 'true', outcome: 'answered' },
  { what: 'a boolean as text', json: '"false"', outcome: 'answered' },
  { what: 'a number as text', json: '"7"', outcome: 'answered' },
  { what: 'NaN as text', json: '"NaN"', outcome: 'answered' },
  { what: 'no text', json: '""', outcome: 'answered' },
  { what: 'a day that is none', json: '"2025-02-30"', outcome: 'answered' },
  { what: 'the year 0', json: '"0000-01-01"', outcome: 'answered' },
  { what: 'the last day', json: '"9999-12-31"', outcome: 'answered' },
  { what: 'a year of six digits', json: '"+275760-09-13T00:00:00Z"', outcome: 'answered' },
  { what: 'a week as instant', json: '"2025-W05-1T10:00:00Z"', outcome: 'answered' },
  { what: 'the hour 25', json: '"2025-02-01T25:00:00Z"', outcome: 'answered' },
  { what: 'an offset of a day', json: '"2025-02-01T10:00:00+25:00"', outcome: 'answered' },
  { what: 'nobody', json: `"${chosen}"`, outcome: 'answered' },
  { what: 'signs that turn and hide', json: '"\\u202e\\u200b\\ud83c\\udf31"', outcome: 'answered' },
];

/** Bodies that are wrong as a whole. */
export const wrongBodies: readonly string[] = [
  'null',
  '[]',
  '[null]',
  '""',
  '0',
  'true',
  '{',
  'NaN',
  '{"a":1e400}',
  '{"__proto__":{"role":"owner"}}',
  '['.repeat(10_000) + ']'.repeat(10_000),
  JSON.stringify({ text: 'x'.repeat(1024 * 1024) }),
];

/** Keys that no request has. */
export const extraKeys: readonly string[] = ['clinicId', 'role', 'version', 'id', 'createdAt', 'isAdmin'];

/** Idempotency keys that are none; null sends no header. */
export const wrongKeys: readonly (string | null)[] = [
  null,
  '',
  'short',
  'k'.repeat(300),
  'with\ttabs in it',
  'ein schlüssel',
];

/** Versions that are none, as an If-Match header. */
export const wrongVersions: readonly string[] = [
  '',
  '*',
  '1',
  '"v-1"',
  '"v99999999999999999999"',
  'W/"v1"',
  '"v1", "v2"',
  'v1e3',
];

/** Signs that an answer lets out what only the server should know. */
export const insides =
  /SQL|stack|node_modules|QueryFailed|dist\/|\.ts:|syntax error|invalid input|trellis_|relation "/i;

/** Every place of a value, as keys from the outside in. */
export function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, item]) => placesIn(item, [...path, key]));
  return path.length === 0 ? inner : [path, ...inner];
}

const mark = 'PUT-IT-HERE';

/** JSON of `body` with the JSON text `json` at `place`. */
export function withValue(body: object, place: readonly string[], json: string): string {
  const copy = structuredClone(body) as Record<string, unknown>;
  let holder: Record<string, unknown> = copy;
  for (const key of place.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
  holder[place.at(-1) ?? ''] = mark;
  return JSON.stringify(copy).replace(`"${mark}"`, () => json);
}
