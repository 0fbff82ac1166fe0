import type { Fraction } from '../shared/fraction.js';
import {
  exactNumber,
  extensionsOf,
  listIn,
  objectIn,
  textIn,
  valueIn,
  type FhirObject,
} from './fhir-values.js';

/** `code` is the code of a coding, or the digits of a whole number; `value` is null where none is given. */
export type AnswerOption = Readonly<{
  kind: 'coding' | 'integer';
  system: string | null;
  code: string;
  value: Fraction | null;
}>;

/** R4 and R5 name the same thing in two ways (INST-09). */
const weightAddresses = [
  'http://hl7.org/fhir/StructureDefinition/ordinalValue',
  'http://hl7.org/fhir/StructureDefinition/itemWeight',
] as const;

/** Values given for the option or its coding. Two that differ are no value. */
function weightOf(holders: readonly FhirObject[]): Fraction | null {
  const given = holders
    .flatMap((holder) => weightAddresses.flatMap((url) => extensionsOf(holder, url)))
    .map((extension) =>
      exactNumber(valueIn(extension, 'valueDecimal') ?? valueIn(extension, 'valueInteger')),
    );
  const [first] = given;
  if (first === undefined || first === null) return null;
  return given.every((value) => value?.n === first.n && value.d === first.d) ? first : null;
}

function optionIn(entry: unknown): AnswerOption | null {
  const option = objectIn(entry);
  if (option === null) return null;
  const coding = objectIn(valueIn(option, 'valueCoding'));
  const code = coding && textIn(coding, 'code');
  if (coding && code) {
    return { kind: 'coding', system: textIn(coding, 'system'), code, value: weightOf([option, coding]) };
  }
  const whole = exactNumber(valueIn(option, 'valueInteger'));
  if (whole?.d !== 1n) return null;
  return { kind: 'integer', system: null, code: String(whole.n), value: weightOf([option]) ?? whole };
}

/** Codes of a value set that the file contains; null unless every one is written out and none is taken away. */
function containedOptions(resource: FhirObject, id: string): readonly AnswerOption[] | null {
  const sets = (listIn(resource, 'contained') ?? []).map(objectIn);
  const set = sets.find(
    (entry) => entry !== null && textIn(entry, 'resourceType') === 'ValueSet' && textIn(entry, 'id') === id,
  );
  const compose = set && objectIn(valueIn(set, 'compose'));
  if (!compose || valueIn(compose, 'exclude') !== undefined) return null;
  const options = (listIn(compose, 'include') ?? []).flatMap(includedOptions);
  const read = options.filter((option) => option !== null);
  return read.length < options.length ? null : read;
}

function includedOptions(entry: unknown): readonly (AnswerOption | null)[] {
  const part = objectIn(entry);
  const concepts = part && listIn(part, 'concept');
  if (!part || !concepts || concepts.length === 0) return [null];
  const system = textIn(part, 'system');
  return concepts.map(objectIn).map((concept) => {
    const code = concept && textIn(concept, 'code');
    return concept && code ? { kind: 'coding', system, code, value: weightOf([concept]) } : null;
  });
}

/** Options of an item, from the item or from a value set in the same file; null where they cannot be read. */
export function answerOptions(item: FhirObject, resource: FhirObject): readonly AnswerOption[] | null {
  const address = textIn(item, 'answerValueSet');
  if (address !== null) {
    const contained = address.startsWith('#') ? containedOptions(resource, address.slice(1)) : null;
    return contained === null || contained.length === 0 ? null : contained;
  }
  const options = (listIn(item, 'answerOption') ?? []).map(optionIn);
  const read = options.filter((option) => option !== null);
  return read.length === 0 || read.length < options.length ? null : read;
}
