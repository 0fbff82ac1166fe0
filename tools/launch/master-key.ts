import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LaunchRefusal, systemCode } from './launch-refusal.ts';

const KEY_BYTES = 32;
/** The form of a file whose keys were changed: the server reads it with more care. */
const SEVERAL_KEYS = /^(?:#.*\n)*(?:master [0-9a-f-]{36} [A-Za-z0-9+/]{43}=\n)+purposes [A-Za-z0-9+/]{43}=$/;

/**
 * Returns the path of the master key of this installation, made on the first start: 32 random bytes as base64,
 * readable by its owner alone (0400). Throws `LaunchRefusal` when the file there is no such key: it is never
 * replaced, because everything sealed with it would be lost.
 */
export function ensureMasterKey(dataDir: string): string {
  const file = path.join(dataDir, 'master.key');
  const draft = `${file}.${String(process.pid)}`;
  writeFileSync(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o400, flush: true });
  try {
    // A link appears whole or not at all and never replaces: a crash here cannot leave half a key.
    linkSync(draft, file);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  checkMasterKey(file);
  return file;
}

/** Throws `LaunchRefusal` unless `file` can be read and holds 32 bytes as base64, or several keys with their ids. */
export function checkMasterKey(file: string): void {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new LaunchRefusal(
      `The master key file ${file} cannot be read (${systemCode(error) ?? 'unknown'}).`,
    );
  }
  const decoded = Buffer.from(text, 'base64');
  if (decoded.length === KEY_BYTES && decoded.toString('base64') === text) return;
  if (SEVERAL_KEYS.test(text)) return;
  throw new LaunchRefusal(`The master key file ${file} does not hold 32 bytes written as base64.`);
}
