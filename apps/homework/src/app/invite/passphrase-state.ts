/** Fewest characters, counted as the server counts them: code points of the composed text. */
const FEWEST = 15;
const ROOMY = 22;

export type PassphraseState = 'empty' | 'short' | 'enough' | 'roomy';

/** How a passphrase stands by its length alone; whether it is a common one only the server knows. */
export function passphraseState(passphrase: string): PassphraseState {
  const length = lengthOf(passphrase);
  if (length === 0) return 'empty';
  if (length < FEWEST) return 'short';
  return length >= ROOMY ? 'roomy' : 'enough';
}

export function lengthOf(passphrase: string): number {
  return [...passphrase.normalize('NFC')].length;
}
