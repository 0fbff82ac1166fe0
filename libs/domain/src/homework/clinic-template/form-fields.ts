import {
  exactNumber,
  extensionsOf,
  listIn,
  valueIn,
  type FhirObject,
} from '../../instruments/fhir-values.js';
import { say, type LocalizedText } from '../../shared/localized.js';
import type { Field, FieldKind } from '../field.js';
import { clinicTemplateLimits as limits } from './clinic-template.js';
import { conditionOf, type KnownQuestion } from './form-conditions.js';
import type { Found, FormItem } from './form-items.js';
import { formOptions } from './form-options.js';
import { importProblem, type ImportProblemCode } from './import-problem.js';

const plainKinds: ReadonlyMap<string, FieldKind> = new Map([
  ['string', 'line'],
  ['text', 'text'],
  ['integer', 'num'],
  ['decimal', 'num'],
  ['date', 'day'],
  ['dateTime', 'dt'],
  ['boolean', 'bool'],
  ['choice', 'choice'],
  ['open-choice', 'choice'],
]);

/** What is known while the items of one document, or of one row of a list, are turned into questions. */
export type Turning = Readonly<{
  resource: FhirObject;
  language: string;
  found: Found;
  known: Map<string, KnownQuestion>;
  /** Shared by the whole form, so that keys never meet. */
  next: { key: number; said: LocalizedText[] };
  withLists: boolean;
}>;

/**
 * Items as questions (LIB-09). A group gives its questions, one after the other; its words, and what is only shown, stand
 * above the next question. A group or question that may come several times is a list.
 */
export function fieldsOf(
  items: readonly FormItem[],
  turning: Turning,
  outer?: Field['askedWhen'],
): readonly Field[] {
  return items.flatMap((item) => {
    const { source, linkId } = item;
    const condition = conditionOf(source, turning.known);
    if (!condition.ok) return failed(condition.refusal, linkId, turning);
    if (condition.value !== null && outer !== undefined)
      return failed('condition_not_supported', linkId, turning);
    const askedWhen = condition.value ?? outer;
    if (item.type === 'display') {
      if (item.text.en !== '') turning.next.said.push(item.text);
      return fieldsOf(item.items, turning, askedWhen);
    }
    if (item.repeats && item.type !== 'choice') return listOf(item, askedWhen, turning);
    if (item.type === 'group') {
      if (item.text.en !== '') turning.next.said.push(item.text);
      return fieldsOf(item.items, turning, askedWhen);
    }
    return [...question(item, askedWhen, turning), ...fieldsOf(item.items, turning, askedWhen)];
  });
}

function failed(code: ImportProblemCode, linkId: string, { found }: Turning): readonly Field[] {
  found.problems.push(importProblem(code, linkId));
  return [];
}

/** Conditions of a row look at the same row only, hence the fresh `known`. */
function listOf(item: FormItem, askedWhen: Field['askedWhen'], turning: Turning): readonly Field[] {
  if (!turning.withLists) return failed('list_in_list', item.linkId, turning);
  const head = headOf({ ...item, text: labelOf(item) }, askedWhen, turning);
  const columns: readonly FormItem[] =
    item.type === 'group' ? item.items : [{ ...item, repeats: false, required: true }];
  const inside: Turning = { ...turning, known: new Map(), withLists: false };
  const plain = columns.map((column) => (column === item ? column : withoutCondition(column, item)));
  const rows = fieldsOf(plain, inside);
  if (rows.length > limits.columns) return failed('list_not_flat', item.linkId, turning);
  return rows.length === 0
    ? failed('nothing_to_answer', item.linkId, turning)
    : [{ ...head, kind: 'list', rows }];
}

/** The question of a list of single answers has its condition on the list already. */
function withoutCondition(column: FormItem, item: FormItem): FormItem {
  if (column.linkId !== item.linkId) return column;
  const { enableWhen: _moved, ...source } = column.source;
  return { ...column, source };
}

function question(item: FormItem, askedWhen: Field['askedWhen'], turning: Turning): readonly Field[] {
  const kind = plainKinds.get(item.type);
  if (kind === undefined) return failed('type_not_supported', item.linkId, turning);
  const head = headOf(item, askedWhen, turning);
  if (kind !== 'choice') {
    const field: Field = { ...head, kind, ...rangeOf(item, kind, turning) };
    turning.known.set(item.linkId, { field, valueOf: new Map() });
    return [field];
  }
  return choiceOf(item, head, turning);
}

/** An open choice has one more option, and a line for it. */
function choiceOf(item: FormItem, head: Omit<Field, 'kind'>, turning: Turning): readonly Field[] {
  const offered = formOptions(item.source, turning.resource, turning.language);
  if (offered === null) return failed('options_not_inside', item.linkId, turning);
  const open = item.type === 'open-choice';
  const other = { value: 'other', label: say('Something else', 'Otra cosa') };
  const options = open ? [...offered.options, other] : offered.options;
  if (options.length < 2) return failed('too_few_options', item.linkId, turning);
  if (options.length > limits.options) return failed('too_large', item.linkId, turning);
  const field: Field = { ...head, kind: item.repeats ? 'multi' : 'choice', options };
  turning.known.set(item.linkId, { field, valueOf: offered.valueOf });
  if (!open) return [field];
  const words: Field = {
    ...{
      key: `${field.key}_other`,
      kind: 'line',
      label: say('In your own words', 'En sus palabras'),
      required: true,
    },
    askedWhen: { key: field.key, is: ['other'] },
  };
  return [field, words];
}

function headOf(item: FormItem, askedWhen: Field['askedWhen'], turning: Turning): Omit<Field, 'kind'> {
  const { next, found } = turning;
  const hint = next.said.splice(0);
  const label = labelOf(item);
  if (label.en === '') found.problems.push(importProblem('text_missing', item.linkId));
  next.key += 1;
  return {
    key: `q${String(next.key)}`,
    label,
    ...(hint.length === 0 ? {} : { hint: joined(hint) }),
    required: item.required,
    ...(askedWhen === undefined ? {} : { askedWhen }),
  };
}

/** A list without words of its own is called by those above it. */
function labelOf({ text, type }: FormItem): LocalizedText {
  return text.en === '' && type === 'group' ? say('One by one', 'Uno por uno') : text;
}

function joined(said: readonly LocalizedText[]): LocalizedText {
  const of = (language: 'en' | 'es'): string =>
    [
      ...said
        .map((text) => text[language])
        .join(' ')
        .trim(),
    ]
      .slice(0, limits.passage)
      .join('');
  return { en: of('en'), es: said.every(({ es }) => es !== '') ? of('es') : '' };
}

function rangeOf({ source, linkId }: FormItem, kind: FieldKind, { found }: Turning): Pick<Field, 'range'> {
  if (kind !== 'num') return {};
  const bound = (name: string): number | null => {
    const [extension] = extensionsOf(source, `http://hl7.org/fhir/StructureDefinition/${name}`);
    if (extension === undefined) return null;
    const value = valueIn(extension, 'valueInteger') ?? valueIn(extension, 'valueDecimal');
    return exactNumber(value) === null ? null : Number(value);
  };
  const [low, high] = [bound('minValue'), bound('maxValue')];
  if (low === null && high === null) return {};
  const range = [low ?? Math.min(0, (high ?? 0) - 1), high ?? 1_000_000] as const;
  if (range[0] >= range[1]) found.problems.push(importProblem('type_not_supported', linkId));
  return { range };
}

/** Whether the item has items of its own. */
export function hasItems(holder: FhirObject): boolean {
  return (listIn(holder, 'item') ?? []).length > 0;
}
