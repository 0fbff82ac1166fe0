import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

// Layout: version (1) | key id (16) | nonce (12) | ciphertext | tag (16). AES-256-GCM only.
const version = 1;
const headerLength = 1 + 16 + 12;
const tagLength = 16;

/** Where a sealed value lives. It is bound into the seal, so that a value moved elsewhere does not open. */
export interface SealedPlace {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
  readonly clinicId: string;
  readonly ownerId: string;
}

/** Raised when a sealed value was altered, moved, or belongs to another key. */
export class SealBrokenError extends Error {}

/** Length-prefixed so that no two places can spell the same bytes. */
function associatedData(place: SealedPlace, keyId: Buffer): Buffer {
  const parts = [place.table, place.column, place.rowId, place.clinicId, place.ownerId].map((part) =>
    Buffer.from(part, 'utf8'),
  );
  return Buffer.concat(
    [Buffer.from([version]), keyId, ...parts].map((part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      return Buffer.concat([length, part]);
    }),
  );
}

/** 96 random bits (NIST SP 800-38D, 8.2.2): one key is renewed long before two could meet. */
export function drawNonce(): Buffer {
  return randomBytes(12);
}

/** Seals bytes under a 32-byte key, bound to their place. */
export function sealBytes(key: Buffer, keyId: string, place: SealedPlace, plain: Buffer): Buffer {
  const id = Buffer.from(keyId.replaceAll('-', ''), 'hex');
  const nonce = drawNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(associatedData(place, id));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([version]), id, nonce, body, cipher.getAuthTag()]);
}

/** The id of the key a sealed value needs. @throws SealBrokenError for an unknown version. */
export function keyIdOf(sealed: Buffer): string {
  if (sealed.length < headerLength + tagLength || sealed[0] !== version) {
    throw new SealBrokenError('a sealed value has an unknown form');
  }
  const hex = sealed.subarray(1, 17).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Opens what sealBytes sealed. @throws SealBrokenError when key, place or content differ. */
export function openBytes(key: Buffer, place: SealedPlace, sealed: Buffer): Buffer {
  const id = Buffer.from(keyIdOf(sealed).replaceAll('-', ''), 'hex');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(17, headerLength));
  decipher.setAAD(associatedData(place, id));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength));
  try {
    return Buffer.concat([
      decipher.update(sealed.subarray(headerLength, sealed.length - tagLength)),
      decipher.final(),
    ]);
  } catch {
    throw new SealBrokenError('a sealed value does not open in this place');
  }
}

/** Where a wrapped key lives: bound like words, so that no key can stand in for another. */
export function wrapPlace(clinicId: string, keyId: string, ownerId: string): SealedPlace {
  return { table: 'data_key', column: 'wrapped', rowId: keyId, clinicId, ownerId };
}
