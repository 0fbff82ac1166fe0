import { commonWords } from './common-passwords.js';
import { bareOf, isOnePartRepeated, namesSomebody } from './secret-words.js';

/** Fewest and most characters of a password beside a second factor, counted in code points (NIST SP 800-63B-4). */
export const passwordLength = { least: 12, most: 128 } as const;

export type PasswordProblem = 'too_short' | 'too_long' | 'too_common' | 'names_somebody';

const fewestDifferent = 5;
const longestWord = Math.max(...[...commonWords].map((word) => word.length));
const rows = [
  '01234567890',
  '09876543210',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn',
  'abcdefghijklmnopqrstuvwxyz',
];
/** What people write in place of a letter. */
const stands: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
};

/**
 * Why a password of staff cannot be taken, or null. `names` are the person's own, the clinic's and the parts of the
 * e-mail address. Any character counts; nothing has to be mixed.
 */
export function passwordProblem(password: string, names: readonly string[]): PasswordProblem | null {
  const characters = [...password.normalize('NFC')];
  if (characters.length < passwordLength.least) return 'too_short';
  if (characters.length > passwordLength.most) return 'too_long';
  const bare = bareOf(password);
  const spelled = password
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@$]/gu, '');
  if (new Set(characters).size < fewestDifferent || isOnePartRepeated(bare)) return 'too_common';
  if (namesSomebody(bare, names) || namesSomebody(plain(spelled), names)) return 'names_somebody';
  return isMadeOfCommonParts(bare) || isMadeOfCommonParts(spelled) ? 'too_common' : null;
}

/** True when the whole text is common words, parts of key rows (from three keys) and up to four free digits in a row. */
function isMadeOfCommonParts(text: string): boolean {
  const reached = new Set([0]);
  for (let start = 0; start < text.length; start += 1) {
    if (!reached.has(start)) continue;
    for (let end = start + 1; end <= Math.min(text.length, start + longestWord); end += 1) {
      if (isCommonPart(text.slice(start, end))) reached.add(end);
    }
  }
  return text !== '' && reached.has(text.length);
}

function isCommonPart(part: string): boolean {
  if (commonWords.has(part) || commonWords.has(plain(part)) || /^\p{N}{1,4}$/u.test(part)) return true;
  if (part.length < 3) return false;
  const backwards = [...part].reverse().join('');
  return rows.some((row) => row.includes(part) || row.includes(backwards)) || new Set(part).size === 1;
}

function plain(text: string): string {
  return [...text].map((character) => stands[character] ?? character).join('');
}
