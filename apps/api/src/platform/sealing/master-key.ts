import { createHmac } from 'node:crypto';
import { readKeyring } from './keyring.js';

export { MasterKeyError } from './keyring.js';

/** Nest token of the root that keys of narrow purposes follow from. The keys that wrap clinics are in MasterKeys. */
export const MASTER_KEY = Symbol('master-key');

/** Reads that root from the key file. @throws MasterKeyError */
export function readMasterKey(file: string): Buffer {
  return readKeyring(file).root;
}

/**
 * A key of 32 bytes for one narrow purpose (blind indexes, code MACs), so that no key is used twice: the expand step
 * of HKDF (RFC 5869), of which 32 bytes are one block.
 */
export function purposeKey(root: Buffer, purpose: string): Buffer {
  return createHmac('sha256', root).update(`trellis/${purpose}\u0001`).digest();
}
