import { listIn, objectIn, textIn, valueIn, type FhirObject } from '../../instruments/fhir-values.js';
import type { LocalizedText } from '../../shared/localized.js';
import type { FieldOption } from '../field.js';
import { textOf } from './form-items.js';

/** Options of a question, and under which key each answer of the form is found among them. */
export type FormOptions = Readonly<{ options: readonly FieldOption[]; valueOf: ReadonlyMap<string, string> }>;
type Named = Readonly<{ code: string; label: LocalizedText }>;

/**
 * The answers that an item offers (LIB-09), from the item itself or from a value set inside the same file; null where
 * they stand elsewhere or cannot be read. Nothing is ever fetched.
 */
export function formOptions(item: FhirObject, resource: FhirObject, language: string): FormOptions | null {
  const address = textIn(item, 'answerValueSet');
  const named =
    address === null
      ? (listIn(item, 'answerOption') ?? []).map((entry) => optionIn(entry, language))
      : contained(resource, address, language);
  const read = named.filter((one) => one !== null);
  if (read.length === 0 || read.length < named.length) return null;
  const options = read.map(({ label }, at) => ({ value: `a${String(at + 1)}`, label }));
  return { options, valueOf: new Map(read.map(({ code }, at) => [code, `a${String(at + 1)}`])) };
}

function optionIn(entry: unknown, language: string): Named | null {
  const option = objectIn(entry);
  if (option === null) return null;
  const coding = objectIn(valueIn(option, 'valueCoding'));
  if (coding !== null) return coded(coding, language);
  const whole = valueIn(option, 'valueInteger');
  const plain = typeof whole === 'number' ? String(whole) : null;
  const text =
    plain ?? textIn(option, 'valueString') ?? textIn(option, 'valueDate') ?? textIn(option, 'valueTime');
  return text === null ? null : { code: text, label: { en: text.slice(0, 400), es: plain ?? '' } };
}

function coded(coding: FhirObject, language: string): Named | null {
  const code = textIn(coding, 'code');
  const key = textIn(coding, 'display') === null ? 'code' : 'display';
  const label = textOf(coding, key, language);
  return label.en === '' ? null : { code: code ?? label.en, label };
}

function contained(resource: FhirObject, address: string, language: string): readonly (Named | null)[] {
  if (!address.startsWith('#')) return [];
  const sets = (listIn(resource, 'contained') ?? []).map(objectIn);
  const set = sets.find(
    (entry) =>
      entry !== null &&
      textIn(entry, 'resourceType') === 'ValueSet' &&
      textIn(entry, 'id') === address.slice(1),
  );
  const compose = set && objectIn(valueIn(set, 'compose'));
  if (!compose || valueIn(compose, 'exclude') !== undefined) return [];
  return (listIn(compose, 'include') ?? []).flatMap((entry) => {
    const part = objectIn(entry);
    const concepts = part && listIn(part, 'concept');
    if (!concepts || concepts.length === 0) return [null];
    return concepts.map((concept) => {
      const one = objectIn(concept);
      return one && coded(one, language);
    });
  });
}
