import { createHash } from 'node:crypto';
import type { SignedText } from '@trellis/contracts';

/** The digest of a text as it was shown, so that nobody can change afterwards what was agreed to. */
export function hashOf(text: SignedText, language: 'en' | 'es'): string {
  return createHash('sha256')
    .update([text.version, language, ...text[language]].join('\n'))
    .digest('hex');
}
