import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import type { Config } from '../platform/config/env.js';
import { BackupError } from './manifest.js';
import { makeBackup } from './make-backup.js';
import { removeOldBackups } from './old-backups.js';
import { restoreBackup } from './restore-backup.js';

const backupUsage = `Usage: backup --new-identity FILE                 makes the secret that opens backups, and says its recipient
       backup --to FOLDER [--recipient age1…] [--keep-days N]`;
const restoreUsage = 'Usage: restore --from FILE --identity FILE';

/** Longer than this nobody's words may outlive their erasure. */
const KEEP_DAYS = 35;

/** The secret is made where it is asked for and nowhere else: it should not stay on the machine that it opens. */
export async function newIdentity(file: string): Promise<string[]> {
  if (existsSync(file)) throw new BackupError(`${file} is there already.`);
  const identity = await generateIdentity();
  const recipient = await identityToRecipient(identity);
  writeFileSync(file, `# Opens the backups of Trellis for ${recipient}\n${identity}\n`, { mode: 0o400 });
  return [
    `The identity is in ${file}. Take it off this machine, and keep a copy: without it no backup opens.`,
    `TRELLIS_BACKUP_RECIPIENT=${recipient}`,
  ];
}

/** Carries `backup` out and answers what to print. @throws BackupError */
export async function backupCommand(
  config: Config,
  words: readonly string[],
  clock: () => Date,
): Promise<string[]> {
  const given = optionsOf(words, ['to', 'recipient', 'keep-days'], backupUsage);
  const recipient = given['recipient'] ?? config.backupRecipient;
  const days = Number(given['keep-days'] ?? KEEP_DAYS);
  if (given['to'] === undefined || !Number.isInteger(days) || days < 1) throw new BackupError(backupUsage);
  if (recipient === null) {
    throw new BackupError(
      'Nobody could open this backup: set TRELLIS_BACKUP_RECIPIENT (backup --new-identity FILE).',
    );
  }
  mkdirSync(given['to'], { recursive: true, mode: 0o700 });
  const begun = clock();
  const { file, tables, rows } = await makeBackup(config, given['to'], recipient, begun);
  const removed = removeOldBackups(given['to'], days, clock());
  return [
    `${file}: ${String(tables)} tables, ${String(rows)} rows, ${secondsSince(begun, clock)} s`,
    ...(removed > 0 ? [`${String(removed)} older than ${String(days)} days were removed`] : []),
  ];
}

/**
 * Carries `restore` out and answers what to print.
 * @param replay erases again whom the ledgers name, these files among them; answers how many
 * @throws BackupError
 */
export async function restoreCommand(
  config: Config,
  words: readonly string[],
  clock: () => Date,
  replay: (ledgers: readonly string[]) => Promise<number>,
): Promise<string[]> {
  const { from, identity } = optionsOf(words, ['from', 'identity'], restoreUsage);
  if (from === undefined || identity === undefined) throw new BackupError(restoreUsage);
  const begun = clock();
  const { madeAt, tables, rows, ledgers } = await restoreBackup(config, from, identity);
  const erasedAgain = await replay(ledgers);
  return [
    `The state of ${madeAt}: ${String(tables)} tables, ${String(rows)} rows, ${secondsSince(begun, clock)} s`,
    `${String(erasedAgain)} people, documents and letters were erased again`,
    'Now run audit-verify, and read in the runbook what comes back with a copy, before you start.',
  ];
}

function optionsOf(
  words: readonly string[],
  names: readonly string[],
  usage: string,
): Partial<Record<string, string>> {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' } as const]));
    return parseArgs({ args: [...words], options, strict: true }).values;
  } catch {
    throw new BackupError(usage);
  }
}

function secondsSince(begun: Date, clock: () => Date): string {
  return ((clock().getTime() - begun.getTime()) / 1000).toFixed(1);
}
