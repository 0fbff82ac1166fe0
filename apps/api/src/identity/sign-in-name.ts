import { randomInt } from 'node:crypto';
import { signInWords } from './sign-in-words.js';

/** A name of three short words, such as `maple-river-lamp`; it says nothing about the person. */
export function newSignInName(): string {
  return [0, 1, 2].map(() => signInWords[randomInt(signInWords.length)]).join('-');
}
