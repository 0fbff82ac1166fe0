import type { Sealed } from './device-store';

/** Every copy is filled up to a whole number of these, so that its size says little about what was written. */
const STEP_BYTES = 4096;
const NONCE_BYTES = 12;

/**
 * Seals what a device keeps (AES-GCM, 256 bit) under keys that follow from the one the clinic handed out (HKDF,
 * SHA-256). The keys cannot be taken out again and live no longer than this object.
 */
export class DeviceSeal {
  private constructor(
    private readonly texts: CryptoKey,
    private readonly names: CryptoKey,
  ) {}

  /** @param key 32 bytes in base64 */
  static async of(key: string): Promise<DeviceSeal> {
    const bytes = Uint8Array.from(atob(key), (one) => one.charCodeAt(0));
    const root = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
    const by = (info: string) => ({
      name: 'HKDF',
      hash: 'SHA-256',
      salt: new Uint8Array(),
      info: inBytes(info),
    });
    const [texts, names] = await Promise.all([
      crypto.subtle.deriveKey(by('texts'), root, { name: 'AES-GCM', length: 256 }, false, [
        'encrypt',
        'decrypt',
      ]),
      crypto.subtle.deriveKey(by('names'), root, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, [
        'sign',
      ]),
    ]);
    return new DeviceSeal(texts, names);
  }

  /** A name that says nothing to anybody else, the same for the same place each time. */
  async nameOf(place: string): Promise<string> {
    return inHex(await crypto.subtle.sign('HMAC', this.names, inBytes(place)));
  }

  /** Seals a text, bound to the name it is kept under. */
  async close(name: string, text: string): Promise<Sealed> {
    return closeBytes(this.texts, name, filledUp(text));
  }

  /** Null when it was sealed under another key or kept under another name. */
  async open(name: string, sealed: Sealed): Promise<string | null> {
    const bytes = await openBytes(this.texts, name, sealed);
    return bytes === null ? null : new TextDecoder().decode(bytes).trimEnd();
  }

  async closeKey(name: string, key: ArrayBuffer): Promise<Sealed> {
    return closeBytes(this.texts, name, new Uint8Array(key));
  }

  async openKey(name: string, sealed: Sealed): Promise<ArrayBuffer | null> {
    return openBytes(this.texts, name, sealed);
  }
}

export async function closeBytes(
  key: CryptoKey,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const how = { name: 'AES-GCM', iv: nonce, additionalData: inBytes(name) };
  return { nonce, bytes: await crypto.subtle.encrypt(how, key, bytes) };
}

export async function openBytes(key: CryptoKey, name: string, sealed: Sealed): Promise<ArrayBuffer | null> {
  const how = { name: 'AES-GCM', iv: sealed.nonce, additionalData: inBytes(name) };
  return crypto.subtle.decrypt(how, key, sealed.bytes).catch(() => null);
}

/** Spaces at the end are no part of what is written: the text is JSON, or a note whose end is cut anyway. */
export function filledUp(text: string): Uint8Array<ArrayBuffer> {
  const bytes = inBytes(text);
  const filled = new Uint8Array(Math.ceil(Math.max(1, bytes.length) / STEP_BYTES) * STEP_BYTES).fill(0x20);
  filled.set(bytes);
  return filled;
}

export function inBytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

export function inHex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (one) => one.toString(16).padStart(2, '0')).join('');
}
