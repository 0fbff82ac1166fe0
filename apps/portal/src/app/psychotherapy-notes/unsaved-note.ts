/** The longest text the clinic keeps, in characters. */
export const longestNote = 20_000;

/** What was typed and not saved, with the version it was typed over; 0 for a note that is new. */
export interface UnsavedNote {
  readonly id: string;
  readonly version: number;
  readonly text: string;
  /** YYYY-MM-DD, or '' for no session. */
  readonly sessionOn: string;
}

/** Where it is kept in memory. A couple has one new note at a time. */
export function placeOf(coupleId: string, noteId: string | null): string {
  return `psychotherapy-note:${coupleId}:${noteId ?? 'new'}`;
}

/** Reads what was kept; null when there is nothing. */
export function unsavedFrom(kept: string): UnsavedNote | null {
  return kept === '' ? null : (JSON.parse(kept) as UnsavedNote);
}

/** As the server counts: code points. */
export function lengthOf(text: string): number {
  return [...text].length;
}
