import { hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Nest token of the loaded master key. */
export const MASTER_KEY = Symbol('master-key');

/** Raised when the key file cannot serve; its message is a sentence for the operator. */
export class MasterKeyError extends Error {}

/**
 * Reads the master key: 32 bytes in base64, one line.
 * @throws MasterKeyError when the file is missing, unreadable or of another size.
 */
export function readMasterKey(file: string): Buffer {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new MasterKeyError(
      `The master key file ${file} cannot be read. Words stay sealed until it is back.`,
    );
  }
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== 32)
    throw new MasterKeyError(`The master key file ${file} must hold 32 bytes in base64.`);
  return key;
}

/** A key for one narrow purpose (blind indexes, code MACs), so that the master key itself is never used twice. */
export function purposeKey(masterKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, '', `trellis/${purpose}`, 32));
}
