import { type DeviceSeal, closeBytes, filledUp, inBytes, openBytes } from './device-seal';
import type { Door, Sealed, SealedNote } from './device-store';

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;

/**
 * A pair for notes that are written while nobody is signed in: anybody can put something in, and only who gets the
 * device's key from the clinic can take it out. The half that reads is kept under that key.
 */
export async function newPair(owner: string, seal: DeviceSeal): Promise<Omit<Door, 'number'>> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveKey']);
  const [toWrite, toRead] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ]);
  return { toWrite, toRead: await seal.closeKey(owner, toRead) };
}

/** Seals a note so that not even this page can read it again (ECDH on P-256 with a pair used once, AES-GCM). */
export async function sealNote(owner: string, door: Door, text: string): Promise<SealedNote> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveKey']);
  const to = await crypto.subtle.importKey('raw', door.toWrite, CURVE, false, []);
  const key = await shared(pair.privateKey, to, 'encrypt');
  const once = await crypto.subtle.exportKey('raw', pair.publicKey);
  return { owner, once, ...(await closeBytes(key, owner, filledUp(text))) };
}

/** Opens notes of one door. @returns null for a note that does not open with it */
export async function noteReader(
  owner: string,
  toRead: Sealed,
  seal: DeviceSeal,
): Promise<(note: SealedNote) => Promise<string | null>> {
  const bytes = await seal.openKey(owner, toRead);
  if (bytes === null) return () => Promise.resolve(null);
  const own = await crypto.subtle.importKey('pkcs8', bytes, CURVE, false, ['deriveKey']);
  return async (note) => {
    const from = await crypto.subtle.importKey('raw', note.once, CURVE, false, []);
    const opened = await openBytes(await shared(own, from, 'decrypt'), owner, note);
    return opened === null ? null : new TextDecoder().decode(opened).trimEnd();
  };
}

/** The key both halves agree on: the common secret through HKDF, for this one use. */
async function shared(own: CryptoKey, other: CryptoKey, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  const agreed = await crypto.subtle.deriveKey(
    { name: 'ECDH', public: other },
    own,
    { name: 'HKDF' },
    false,
    ['deriveKey'],
  );
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: inBytes('notes') },
    agreed,
    { name: 'AES-GCM', length: 256 },
    false,
    [use],
  );
}
