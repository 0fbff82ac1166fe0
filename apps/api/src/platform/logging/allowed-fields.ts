/**
 * The only fields a log line may carry beside its level, time and sentence. What is not listed is dropped, so that a
 * new field has to be thought about: no bodies, no addresses with ids in them, no headers, no network address.
 */
const allowed: ReadonlySet<string> = new Set([
  'context',
  'correlationId',
  'surface',
  'method',
  'route',
  'status',
  'ms',
  'errorName',
  'at',
  'kind',
  'failureCode',
  'attempt',
  'count',
]);

/** Keeps the allowed fields of a log line; errors shrink to the name of their class. */
export function allowedFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof Error) kept['errorName'] = value.constructor.name;
    else if (allowed.has(name) && !isObject(value)) kept[name] = value;
  }
  return kept;
}

/**
 * The sentence of a log call. Where only an error was passed, its message would become the sentence, and messages of
 * the database can quote values; the class name stands in for it.
 */
export function sentenceOf(first: unknown, rest: readonly unknown[]): unknown[] {
  if (first instanceof Error)
    return [{ errorName: first.constructor.name }, typeof rest[0] === 'string' ? rest[0] : 'an error'];
  if (isObject(first) && rest.length === 0) return [first, 'an event'];
  return [first, ...rest];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
