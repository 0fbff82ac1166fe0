import { bareOf, isOnePartRepeated, namesSomebody } from './secret-words.js';

/** Fewest and most characters of a passphrase that stands alone, counted in code points (NIST SP 800-63B-4). */
export const passphraseLength = { least: 15, most: 200 } as const;

const fewestDifferent = 5;

/** Long enough and yet among the first things a guesser tries. Compared without spaces, case and punctuation. */
const common: ReadonlySet<string> = new Set([
  ...[
    'passwordpassword',
    'passwordpassword1',
    'password12345678',
    'password123456789',
    'passwordpasswordpassword',
  ],
  ...[
    'mypasswordisstrong',
    'mypasswordispassword',
    'thisismypassword',
    'thisismypassphrase',
    'thisismysecret',
  ],
  ...[
    'correcthorsebatterystaple',
    'horsebatterystaple',
    'letmeinletmein',
    'letmeinplease123',
    'opensesameopensesame',
  ],
  ...['123456789012345', '1234567890123456', '12345678901234567890', '012345678901234', '111111111111111'],
  ...['qwertyuiopasdfg', 'qwertyuiopasdfghjkl', 'qwertyuiop12345', 'qwertyqwertyqwerty', '1qaz2wsx3edc4rfv'],
  ...[
    'abcdefghijklmno',
    'abcdefghijklmnop',
    'abcdefghijklmnopqrstuvwxyz',
    'abcabcabcabcabc',
    'asdfghjklasdfghjkl',
  ],
  ...[
    'iloveyouiloveyou',
    'iloveyouforever',
    'iloveyousomuch',
    'ilovemyhusband',
    'ilovemywife123',
    'jesuschristislord',
  ],
  ...['tobeornottobethatisthequestion', 'thequickbrownfoxjumps', 'thequickbrownfox', 'onceuponatime123'],
  ...['contrasena12345', 'contraseñacontraseña', 'micontraseñasegura', 'teamomuchisimo', 'tequieromucho123'],
  ...[
    'holamundoholamundo',
    'changemechangeme',
    'administrator123',
    'welcomewelcome1',
    'trellistrellistrellis',
  ],
]);

export type PassphraseProblem = 'too_short' | 'too_common' | 'names_somebody';

/**
 * Why a passphrase cannot be taken, or null. `names` are the names of the couple and the clinic: whoever knows the
 * person knows them. A name counts from three characters, wherever it stands.
 */
export function passphraseProblem(passphrase: string, names: readonly string[]): PassphraseProblem | null {
  const characters = [...passphrase.normalize('NFC')];
  if (characters.length < passphraseLength.least) return 'too_short';
  const bare = bareOf(passphrase);
  if (common.has(bare) || new Set(characters).size < fewestDifferent || isOnePartRepeated(bare))
    return 'too_common';
  return namesSomebody(bare, names) ? 'names_somebody' : null;
}
