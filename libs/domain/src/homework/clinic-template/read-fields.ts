import type { Field, FieldOption, RiskLevel, ScaleAlarm } from '../field.js';
import { fieldKinds } from '../field.js';
import { clinicPrivacies, clinicTemplateLimits as limits } from './clinic-template.js';
import {
  ifThere,
  listUpTo,
  numberBetween,
  objectOf,
  oneOf,
  saidUpTo,
  setUpTo,
  textUpTo,
  truth,
  valueAt,
  wholeBetween,
  type Place,
  type Reader,
} from './value-readers.js';

const keyForm = /^[a-z][a-z0-9_]{0,39}$/;
const fieldKeys = [
  ...['key', 'kind', 'label', 'hint', 'required', 'askedWhen', 'privacy', 'options', 'range', 'ends'],
  ...['alarm', 'rows', 'leastRows'],
];
/** A signature is given by several people at once, which only exercises of the library know. */
export const clinicFieldKinds = fieldKinds.filter((kind) => kind !== 'sig');
const riskLevels: readonly RiskLevel[] = ['alarm', 'look'];
/** Further than any sum, distance or count that a question asks for. */
const furthest = 1_000_000;

const key: Reader<string> = (value, place) => {
  const text = textUpTo(40)(value, place);
  if (text !== '' && !keyForm.test(text)) place.problems.add(place.path, 'does_not_fit');
  return text;
};

/** The questions of an exercise, each key once; a list has questions of its own, and those no further lists (LIB-02). */
export const readFields: Reader<readonly Field[]> = (value, place) =>
  onceEach(listUpTo(limits.fields, readField(true))(value, place), place);

const readColumns: Reader<readonly Field[]> = (value, place) =>
  onceEach(listUpTo(limits.columns, readField(false))(value, place), place);

function onceEach(fields: readonly Field[], place: Place): readonly Field[] {
  const keys = fields.map((field) => field.key);
  keys.forEach((one, index) => {
    if (keys.indexOf(one) !== index) place.problems.add(`${place.path}.${String(index)}.key`, 'twice');
  });
  return fields;
}

function readField(withLists: boolean): Reader<Field> {
  return (value, place) => {
    const from = objectOf(value, fieldKeys, place) ?? {};
    const kind = valueAt(
      from,
      'kind',
      oneOf(clinicFieldKinds.filter((one) => withLists || one !== 'list')),
      place,
    );
    return {
      key: valueAt(from, 'key', key, place),
      kind,
      label: valueAt(from, 'label', saidUpTo(limits.label), place),
      ...ifThere(from, 'hint', saidUpTo(limits.passage), place),
      required: valueAt(from, 'required', truth, place),
      ...ifThere(from, 'askedWhen', condition, place),
      ...ifThere(from, 'privacy', oneOf(clinicPrivacies), place),
      ...ifThere(from, 'options', listUpTo(limits.options, option), place),
      ...ifThere(from, 'range', pair(numberBetween(-furthest, furthest), 0), place),
      ...ifThere(from, 'ends', pair(saidUpTo(limits.label), { en: '', es: '' }), place),
      ...ifThere(from, 'alarm', alarm, place),
      ...(withLists ? ifThere(from, 'rows', readColumns, place) : {}),
      ...ifThere(from, 'leastRows', wholeBetween(1, 20), place),
    };
  };
}

const option: Reader<FieldOption> = (value, place) => {
  const from = objectOf(value, ['value', 'label', 'risk'], place) ?? {};
  return {
    value: valueAt(from, 'value', key, place),
    label: valueAt(from, 'label', saidUpTo(limits.label), place),
    ...ifThere(from, 'risk', oneOf(riskLevels), place),
  };
};

const answer: Reader<string | boolean> = (value, place) =>
  typeof value === 'boolean' ? value : textUpTo(40)(value, place);

const condition: Reader<NonNullable<Field['askedWhen']>> = (value, place) => {
  const from = objectOf(value, ['key', 'is'], place) ?? {};
  return {
    key: valueAt(from, 'key', key, place),
    is: valueAt(from, 'is', setUpTo(limits.options, answer), place),
  };
};

const alarm: Reader<ScaleAlarm> = (value, place) => {
  const from = objectOf(value, ['atLeast', 'atMost'], place) ?? {};
  const point = wholeBetween(0, 10);
  if (from['atLeast'] !== undefined && from['atMost'] !== undefined)
    place.problems.add(place.path, 'does_not_fit');
  return from['atMost'] === undefined
    ? { atLeast: valueAt(from, 'atLeast', point, place) }
    : { atMost: valueAt(from, 'atMost', point, place) };
};

function pair<T>(read: Reader<T>, none: T): Reader<readonly [T, T]> {
  return (value, place) => {
    const [low, high, ...more] = listUpTo(2, read)(value, place);
    if (low === undefined || high === undefined || more.length > 0) {
      place.problems.add(place.path, 'wrong_type');
      return [none, none];
    }
    return [low, high];
  };
}
