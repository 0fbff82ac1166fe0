/** Standard forms of a progress note with their headed parts, in order (NOTE-01). */
export const standardNoteForms = {
  SOAP: ['subjective', 'objective', 'assessment', 'plan'],
  DAP: ['data', 'assessment', 'plan'],
  BIRP: ['behavior', 'intervention', 'response', 'plan'],
} as const;
export type StandardNoteForm = keyof typeof standardNoteForms;

/** A part of a form that a clinic drew up itself. */
export type ClinicNotePart = Readonly<{ heading: string; isPlan: boolean }>;

/** Bounds of a form, in parts, and of one part, in characters (NOTE-01). */
export const noteBounds = { fewestParts: 1, mostParts: 12, longestPart: 8_000 } as const;

export function isStandardNoteForm(form: string): form is StandardNoteForm {
  return Object.hasOwn(standardNoteForms, form);
}

/** Index of the part that says what is planned; null where a form has none. */
export function planPartOf(form: StandardNoteForm | readonly ClinicNotePart[]): number | null {
  const at =
    typeof form === 'string'
      ? (standardNoteForms[form] as readonly string[]).indexOf('plan')
      : form.findIndex(({ isPlan }) => isPlan);
  return at === -1 ? null : at;
}

/** Whether texts fill a form of `count` parts: one text for each part, none too long. Empty ones are allowed. */
export function fitsNoteForm(texts: readonly string[], count: number): boolean {
  return texts.length === count && texts.every((text) => text.length <= noteBounds.longestPart);
}

/** Whether there is anything to sign: at least one part holds a word. */
export function hasWords(texts: readonly string[]): boolean {
  return texts.some((text) => text.trim() !== '');
}
