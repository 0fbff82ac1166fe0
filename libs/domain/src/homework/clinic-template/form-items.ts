import {
  extensionsOf,
  listIn,
  objectIn,
  textIn,
  valueIn,
  type FhirObject,
} from '../../instruments/fhir-values.js';
import type { LocalizedText } from '../../shared/localized.js';
import { clinicTemplateLimits } from './clinic-template.js';
import { importProblem, type ImportProblem } from './import-problem.js';

/** An item of a form as far as an exercise can hold it. */
export type FormItem = Readonly<{
  linkId: string;
  type: string;
  text: LocalizedText;
  source: FhirObject;
  required: boolean;
  repeats: boolean;
  items: readonly FormItem[];
}>;

/** How large a form may be (LIB-10); ordinary ones stay far below. */
export const formLimits = { items: 300, levels: 8 } as const;

/** SDC addresses of what a form works out by itself. Only what is asked can be imported. */
const calculating = [
  'calculatedExpression',
  'initialExpression',
  'enableWhenExpression',
  'answerExpression',
].map((name) => `http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-${name}`);
const translationAddress = 'http://hl7.org/fhir/StructureDefinition/translation';

export type Found = { count: number; readonly seen: Set<string>; readonly problems: ImportProblem[] };
type Reading = Readonly<{ language: string; level: number; found: Found }>;

/** Items in reading order, with their problems noted; an item that cannot be read is left out (LIB-10). */
export function formItems(parent: FhirObject, reading: Reading): readonly FormItem[] {
  const { found, level } = reading;
  const entries = listIn(parent, 'item');
  if (entries === null) found.problems.push(importProblem('not_a_questionnaire', textIn(parent, 'linkId')));
  if (entries === null || entries.length === 0) return [];
  if (level > formLimits.levels) {
    found.problems.push(importProblem('too_large', textIn(parent, 'linkId')));
    return [];
  }
  return entries.flatMap((entry) => {
    found.count += 1;
    if (found.count > formLimits.items) {
      if (found.count === formLimits.items + 1) found.problems.push(importProblem('too_large'));
      return [];
    }
    return formItem(entry, reading);
  });
}

function formItem(entry: unknown, { language, level, found }: Reading): readonly FormItem[] {
  const source = objectIn(entry);
  const linkId = source && textIn(source, 'linkId');
  if (!source || linkId === null || linkId === '') {
    found.problems.push(importProblem(source ? 'link_id_missing' : 'not_a_questionnaire'));
    return [];
  }
  if (found.seen.has(linkId)) found.problems.push(importProblem('link_id_twice', linkId));
  found.seen.add(linkId);
  if (valueIn(source, 'modifierExtension') !== undefined)
    found.problems.push(importProblem('modifier_not_supported', linkId));
  if (calculating.some((address) => extensionsOf(source, address).length > 0))
    found.problems.push(importProblem('expression_not_supported', linkId));
  return [
    {
      linkId,
      type: textIn(source, 'type') ?? '',
      text: textOf(source, 'text', language),
      source,
      required: valueIn(source, 'required') === true,
      repeats: valueIn(source, 'repeats') === true,
      items: formItems(source, { language, level: level + 1, found }),
    },
  ];
}

/**
 * A text of the form with its Spanish where the form brings one. A form in Spanish alone stands in both places, so that
 * nothing is lost before somebody translates it.
 */
export function textOf(holder: FhirObject, key: string, language: string): LocalizedText {
  const text = cut(textIn(holder, key) ?? '');
  const beside = objectIn(valueIn(holder, `_${key}`));
  const inSpanish = (beside === null ? [] : extensionsOf(beside, translationAddress)).flatMap(
    translationIn,
  )[0];
  if (language.startsWith('es')) return { en: text, es: text };
  return { en: text, es: cut(inSpanish ?? '') };
}

function translationIn(extension: FhirObject): readonly string[] {
  const parts = (listIn(extension, 'extension') ?? []).map(objectIn).filter((part) => part !== null);
  const valueOf = (url: string): string | null => {
    const part = parts.find((one) => textIn(one, 'url') === url);
    if (part === undefined) return null;
    return textIn(part, 'valueCode') ?? textIn(part, 'valueString') ?? textIn(part, 'valueMarkdown');
  };
  const content = valueOf('content');
  return valueOf('lang')?.startsWith('es') === true && content !== null ? [content] : [];
}

function cut(text: string): string {
  return [...text.replaceAll(/\s+/g, ' ').trim()].slice(0, clinicTemplateLimits.label).join('');
}
