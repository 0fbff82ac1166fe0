import type { ProgressNoteFormOfView } from '@trellis/contracts';
import type { Words } from '../core/i18n/words';

/** Headings of a form in the reader's language: standard parts by their words, those of the clinic as it wrote them. */
export function headingsOf(form: ProgressNoteFormOfView, words: Words): string[] {
  return form.parts.map((part) => (form.name === null ? words.say(`progressNotes.parts.${part}`) : part));
}

/** SOAP, DAP and BIRP are names in both languages. */
export function nameOf(form: ProgressNoteFormOfView): string {
  return form.name ?? form.form;
}
