import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { SignedCheckpoint } from './checkpoint.js';
import { unwrapped } from './checkpoint-letter.js';

/** One line as found: a checkpoint, or null where the text is none. */
export interface CheckpointLine {
  /** Counted from 1. */
  readonly line: number;
  readonly checkpoint: SignedCheckpoint | null;
  /** What the next line must name as the one before it. */
  readonly digest: string;
}

/** Where a data folder keeps its checkpoints. */
export function checkpointFileOf(dataDir: string): string {
  return join(dataDir, 'audit', 'checkpoints.jsonl');
}

/** SHA-256 of a line without its end, hex. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/**
 * All whole lines, of a file or of a letter that holds them; none when the file does not exist. A last line without its end was cut off while it was written
 * and never was a checkpoint.
 */
export function readCheckpoints(file: string): CheckpointLine[] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const lines = (unwrapped(text) ?? text).split('\n').slice(0, -1);
  return lines.map((text, index) => ({
    line: index + 1,
    checkpoint: parsed(text),
    digest: digestOf(text),
  }));
}

/** Adds lines and comes back once they are on the disk. The caller sees to it that nobody else writes meanwhile. */
export function appendCheckpoints(file: string, checkpoints: readonly string[]): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const isNew = !existsSync(file);
  const handle = openSync(file, 'a+', 0o600);
  try {
    const whole = readFileSync(file).lastIndexOf(0x0a) + 1;
    ftruncateSync(handle, whole);
    writeSync(handle, checkpoints.map((text) => `${text}\n`).join(''));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  if (isNew) syncFolder(dirname(file));
}

/** Puts the public key beside the file, for whoever verifies elsewhere. */
export function writePublicKey(file: string, keyId: string, pem: string): void {
  const target = join(dirname(file), `checkpoint-key-${keyId}.pem`);
  if (existsSync(target)) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(target, pem, { mode: 0o644 });
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** One way only to write a checkpoint, so that no changed byte can go unnoticed. */
export function lineOf(signed: SignedCheckpoint): string {
  const { clinic, seq, hash, count, from, to, at, previous, key, signature } = signed;
  return JSON.stringify({ clinic, seq, hash, count, from, to, at, previous, key, signature });
}

const texts = ['clinic', 'hash', 'from', 'to', 'at', 'previous', 'key', 'signature'] as const;
const numbers = ['seq', 'count'] as const;

function parsed(text: string): SignedCheckpoint | null {
  try {
    const value = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const fits =
      texts.every((name) => typeof value[name] === 'string') &&
      numbers.every((name) => Number.isSafeInteger(value[name]));
    const signed = value as unknown as SignedCheckpoint;
    return fits && lineOf(signed) === text && /^[0-9a-f]{128}$/.test(signed.signature) ? signed : null;
  } catch {
    return null;
  }
}
