import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkpointFileOf } from '../audit/checkpoint-file.js';
import type { Config } from '../platform/config/env.js';
import { BackupError, type BackedUpFile } from './manifest.js';

/** Where a file of a backup lives on this machine. */
export function placeOf(config: Config, file: BackedUpFile): string {
  switch (file) {
    case 'master.key':
      return config.masterKeyFile;
    case 'checkpoints.jsonl':
      return checkpointFileOf(config.dataDir);
    case 'ledger.jsonl':
      return config.erasureLedger;
    case 'demo-sign-ins.json':
      return join(config.dataDir, 'demo-sign-ins.json');
  }
}

/** What the file holds; null where there is none. */
export function contentOf(config: Config, file: BackedUpFile): Buffer | null {
  const place = placeOf(config, file);
  return existsSync(place) ? readFileSync(place) : null;
}

/**
 * Puts a file of a backup where it belongs, unless one is there: a ledger and checkpoints of today are worth more than
 * those of the copy. The copy's ledger is then laid beside it.
 * @returns where the text was written; null when it was not
 * @throws BackupError for another key file than the one of the copy
 */
export function putBack(config: Config, file: BackedUpFile, content: Buffer): string | null {
  const there = contentOf(config, file);
  const place = placeOf(config, file);
  if (there === null) return written(place, content);
  if (there.equals(content)) return null;
  if (file === 'master.key') {
    throw new BackupError(`${place} is not the key file of this backup. Move it away, then run this again.`);
  }
  return file === 'ledger.jsonl' ? written(`${place}.from-backup`, content) : null;
}

function written(place: string, content: Buffer): string {
  mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
  writeFileSync(place, content, { mode: place.endsWith('.jsonl') ? 0o600 : 0o400 });
  return place;
}
