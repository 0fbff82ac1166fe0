import { formOptions } from '../homework/clinic-template/form-options.js';
import { textOf } from '../homework/clinic-template/form-items.js';
import type { LocalizedText } from '../shared/localized.js';
import { answerOptions } from './answer-options.js';
import { listIn, objectIn, textIn, type FhirObject } from './fhir-values.js';
import type { Question, Questionnaire } from './questionnaire.js';

/** What is shown without being asked: a heading, an instruction, or a form that has words of its own. */
export type FormPartKind = 'words' | 'choice' | 'integer' | 'decimal' | 'boolean';
/** `value` is what an answer carries: the code of the option. */
export type FormPart = Readonly<{
  linkId: string;
  kind: FormPartKind;
  text: LocalizedText;
  options: readonly Readonly<{ value: string; label: LocalizedText }>[];
}>;

/**
 * The words of an uploaded form in reading order, for whoever fills it in (INST-29). They are the clinic's copy: nothing
 * is left out but what calculates, and questions in free words, whose answers no score is made of.
 */
export function formParts(questionnaire: Questionnaire, resource: unknown): readonly FormPart[] {
  const form = objectIn(resource);
  if (form === null) return [];
  const known = new Map(questionnaire.questions.map((question) => [question.linkId, question]));
  return partsOf(form, { form, language: formLanguage(form), known });
}

/** The language that the form says it is in; English where it says nothing. */
export function formLanguage(resource: FhirObject): 'en' | 'es' {
  return textIn(resource, 'language')?.startsWith('es') === true ? 'es' : 'en';
}

type Reading = Readonly<{ form: FhirObject; language: string; known: ReadonlyMap<string, Question> }>;

const onlyShown: readonly (string | null)[] = ['group', 'display'];

function partsOf(parent: FhirObject, reading: Reading): readonly FormPart[] {
  return (listIn(parent, 'item') ?? []).flatMap((entry) => {
    const item = objectIn(entry);
    const linkId = item && textIn(item, 'linkId');
    const question = linkId === null ? undefined : reading.known.get(linkId);
    if (item === null || question === undefined) return [];
    const part = partOf(item, question, reading);
    return [...(part === null ? [] : [part]), ...partsOf(item, reading)];
  });
}

function partOf(item: FhirObject, { linkId, kind }: Question, reading: Reading): FormPart | null {
  const text = both(textOf(item, 'text', reading.language));
  if (kind === 'calculated') return null;
  if (kind !== 'other')
    return { linkId, kind, text, options: kind === 'choice' ? labels(item, reading) : [] };
  const shown = onlyShown.includes(textIn(item, 'type')) && text.en !== '';
  return shown ? { linkId, kind: 'words', text, options: [] } : null;
}

/** An option without words of its own is shown by its code. */
function labels(item: FhirObject, { form, language }: Reading): FormPart['options'] {
  const values = answerOptions(item, form) ?? [];
  const named = formOptions(item, form, language)?.options ?? [];
  return values.map(({ code }, at) => {
    const label = named.length === values.length ? named[at]?.label : undefined;
    return { value: code, label: label === undefined ? { en: code, es: code } : both(label) };
  });
}

/** Where one language is lacking, the other stands in its place. */
function both({ en, es }: LocalizedText): LocalizedText {
  return { en: en === '' ? es : en, es: es === '' ? en : es };
}
