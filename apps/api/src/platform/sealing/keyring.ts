import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Raised when the key file cannot serve; its message is a sentence for the operator. */
export class MasterKeyError extends Error {}

/** A key that wraps clinic keys. */
export interface MasterKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/** What the key file holds. */
export interface Keyring {
  /** The current one first. Never empty. */
  readonly masters: readonly MasterKey[];
  /** From this follow the keys of narrow purposes. It stays when master keys change, and opens no words. */
  readonly root: Buffer;
}

/** The id of the only key of a file in the old form. */
const firstId = '00000000-0000-4000-8000-000000000001';
const masterLine = /^master ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) ([A-Za-z0-9+/]{43}=)$/;
const purposesLine = /^purposes ([A-Za-z0-9+/]{43}=)$/;
const single = /^[A-Za-z0-9+/]{43}=$/;

/**
 * The root that belongs to the first master key of an installation: the extract step of HKDF (RFC 5869) without salt.
 * It cannot be turned back, so that the first master key can be forgotten and the purposes stay.
 */
export function rootOf(masterKey: Buffer): Buffer {
  return createHmac('sha256', Buffer.alloc(32)).update(masterKey).digest();
}

/**
 * Reads the key file: either one key of 32 bytes in base64, or lines `master ID KEY`, the current one first, and one
 * line `purposes KEY`. Empty lines and lines with # are left out.
 * @throws MasterKeyError when the file is missing or of another form; never with what it holds.
 */
export function readKeyring(file: string): Keyring {
  const lines = textOf(file)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const [only] = lines;
  if (lines.length === 1 && only !== undefined && single.test(only)) {
    const bytes = Buffer.from(only, 'base64');
    return { masters: [{ id: firstId, bytes }], root: rootOf(bytes) };
  }
  return fromLines(file, lines);
}

/** The text of a key file with these keys. */
export function keyFileText({ masters, root }: Keyring): string {
  return [
    '# Trellis master keys, the current one first. Keep a copy apart from the copies of the database.',
    ...masters.map(({ id, bytes }) => `master ${id} ${bytes.toString('base64')}`),
    `purposes ${root.toString('base64')}`,
    '',
  ].join('\n');
}

/** The same ring with a fresh key before the others. */
export function withNewMaster({ masters, root }: Keyring): Keyring {
  return { masters: [{ id: randomUUID(), bytes: randomBytes(32) }, ...masters], root };
}

/** Replaces the file as a whole: whoever reads meanwhile finds the old or the new one. @throws MasterKeyError */
export function writeKeyring(file: string, ring: Keyring): void {
  const draft = `${file}.${String(process.pid)}`;
  try {
    const handle = openSync(draft, 'wx', 0o400);
    try {
      writeSync(handle, keyFileText(ring));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
    syncFolder(dirname(file));
  } catch {
    rmSync(draft, { force: true });
    throw new MasterKeyError(
      `The master key file ${file} cannot be written. Run this as the user who owns its folder.`,
    );
  }
}

function fromLines(file: string, lines: readonly string[]): Keyring {
  const masters: MasterKey[] = [];
  let root: Buffer | null = null;
  for (const line of lines) {
    const master = masterLine.exec(line);
    const purposes = purposesLine.exec(line);
    if (master?.[1] !== undefined && master[2] !== undefined) {
      masters.push({ id: master[1], bytes: Buffer.from(master[2], 'base64') });
    } else if (purposes?.[1] !== undefined && root === null) root = Buffer.from(purposes[1], 'base64');
    else throw wrongForm(file);
  }
  const ids = new Set(masters.map(({ id }) => id));
  if (root === null || masters.length === 0 || ids.size !== masters.length) throw wrongForm(file);
  return { masters, root };
}

function wrongForm(file: string): MasterKeyError {
  return new MasterKeyError(
    `The master key file ${file} must hold 32 bytes in base64, or the lines that docs/runbook.md shows.`,
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new MasterKeyError(
      `The master key file ${file} cannot be read. Words stay sealed until it is back.`,
    );
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
