export type ConsentKind = 'privacy' | 'secrets_policy' | 'measurement';

/** A text a person is asked to agree to. Changing the text means a new version here and in both languages. */
export interface ConsentText {
  readonly kind: ConsentKind;
  readonly version: string;
  readonly required: boolean;
}

/** Measurement may be left out: care does not depend on it. */
export const consentTexts: readonly ConsentText[] = [
  { kind: 'privacy', version: 'privacy/1', required: true },
  { kind: 'secrets_policy', version: 'secrets_policy/1', required: true },
  { kind: 'measurement', version: 'measurement/1', required: false },
];

/** The texts that were agreed to, or which required ones are missing; versions nobody was shown count for nothing. */
export function consentsOf(given: readonly string[]): {
  readonly texts: readonly ConsentText[];
  readonly missing: readonly ConsentKind[];
} {
  const texts = consentTexts.filter((text) => given.includes(text.version));
  const missing = consentTexts
    .filter((text) => text.required && !given.includes(text.version))
    .map((text) => text.kind);
  return { texts, missing };
}
