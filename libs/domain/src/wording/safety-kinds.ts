import type { Language } from '../shared/localized.js';

/** What a phrase may be about (SAFETY-01). A kind is all that is kept of a match. */
export const safetyKinds = ['self_harm', 'violence', 'child_harm', 'being_watched', 'intoxication'] as const;
export type SafetyKind = (typeof safetyKinds)[number];

/** Phrases of one language by kind. Case, accents, apostrophes and punctuation make no difference. */
export type SafetyPhrases = Readonly<Record<SafetyKind, readonly string[]>>;

/** A phrase that a clinic adds or takes out, in one language. */
export type SafetyPhraseEdit = Readonly<{ language: Language; kind: SafetyKind; phrase: string }>;
export type SafetyPhraseEdits = Readonly<{
  added: readonly SafetyPhraseEdit[];
  removed: readonly SafetyPhraseEdit[];
}>;
