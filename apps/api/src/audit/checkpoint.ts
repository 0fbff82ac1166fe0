import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { purposeKey } from '../platform/sealing/master-key.js';
import { framed } from './framing.js';

/** What a checkpoint vouches for: how far a clinic's chain reached, and over which time. Times are ISO 8601 in UTC. */
export interface Checkpoint {
  readonly clinic: string;
  readonly seq: number;
  /** Hash of the link `seq`, hex. */
  readonly hash: string;
  /** Rows of the chain; less than `seq` when some were missing already. */
  readonly count: number;
  readonly from: string;
  readonly to: string;
  readonly at: string;
  /** SHA-256 of the line before in the same file, hex; empty in the first line. */
  readonly previous: string;
}

/** A checkpoint as it stands in a line: with the id of its key and the signature, both hex. */
export interface SignedCheckpoint extends Checkpoint {
  readonly key: string;
  readonly signature: string;
}

/** PKCS #8 frame of an Ed25519 private key (RFC 8410); the 32 bytes of the seed follow. */
const privateFrame = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key that signs files of one purpose. It follows from the key file, so that no further secret has to be kept. */
export function signingKey(keyRoot: Buffer, purpose = 'audit-checkpoint'): KeyObject {
  const seed = purposeKey(keyRoot, purpose);
  return createPrivateKey({ key: Buffer.concat([privateFrame, seed]), format: 'der', type: 'pkcs8' });
}

/** The public half as PEM, for those who verify without the master key. */
export function publicPem(key: KeyObject): string {
  const open = key.type === 'private' ? createPublicKey(key) : key;
  return open.export({ format: 'pem', type: 'spki' }).toString();
}

/** First eight bytes of the SHA-256 of the public key, hex. */
export function keyIdOf(key: KeyObject): string {
  const open = key.type === 'private' ? createPublicKey(key) : key;
  const bytes = open.export({ format: 'der', type: 'spki' });
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

export function signCheckpoint(key: KeyObject, checkpoint: Checkpoint): SignedCheckpoint {
  const id = keyIdOf(key);
  return { ...checkpoint, key: id, signature: sign(null, signedBytes(checkpoint, id), key).toString('hex') };
}

/** Whether one of the public keys signed exactly this. */
export function isGenuine(keys: readonly KeyObject[], signed: SignedCheckpoint): boolean {
  const key = keys.find((one) => keyIdOf(one) === signed.key);
  if (key === undefined) return false;
  return verify(null, signedBytes(signed, signed.key), key, Buffer.from(signed.signature, 'hex'));
}

function signedBytes(checkpoint: Checkpoint, keyId: string): Buffer {
  const { clinic, seq, hash, count, from, to, at, previous } = checkpoint;
  return framed('trellis/audit/checkpoint/1', [
    ...[clinic, String(seq), hash, String(count)],
    ...[from, to, at, previous, keyId],
  ]);
}
