import { lintWording, type Language, type WordingTerm } from '@trellis/domain';

/** Words of shame or diagnosis in a text that a client may read. The list itself is the domain's (SAFETY-11). */
export function bannedIn(text: string, language: Language): readonly WordingTerm[] {
  return lintWording(text, language).map(({ term }) => term);
}
