import { fractionOfDecimal, type Fraction } from '../shared/fraction.js';

/** JSON of which nothing is known yet. */
export type FhirObject = Readonly<Record<string, unknown>>;

/** The object, or null for anything else. */
export function objectIn(value: unknown): FhirObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as FhirObject) : null;
}

/** The own property, or undefined; nothing is read from a prototype. */
export function valueIn(object: FhirObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The text without spaces around it; null when it is no text or empty. */
export function textIn(object: FhirObject, key: string): string | null {
  const value = valueIn(object, key);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' ? null : text;
}

/** The list; empty when the property is absent, null when it is something else. */
export function listIn(object: FhirObject, key: string): readonly unknown[] | null {
  const value = valueIn(object, key);
  if (value === undefined) return [];
  return Array.isArray(value) ? value : null;
}

const plainDecimal = /^-?\d{1,6}(?:\.\d{1,6})?$/;

/** The exact value of a JSON number with at most six digits on either side of the point; null for anything else. */
export function exactNumber(value: unknown): Fraction | null {
  return typeof value === 'number' && plainDecimal.test(String(value)) ? fractionOfDecimal(value) : null;
}

/** Extensions of the object with the address. */
export function extensionsOf(object: FhirObject, url: string): readonly FhirObject[] {
  return (listIn(object, 'extension') ?? [])
    .map(objectIn)
    .filter((extension) => extension !== null)
    .filter((extension) => valueIn(extension, 'url') === url);
}
