import { createReadStream, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { Decrypter } from 'age-encryption';
import { createTarDecoder } from 'modern-tar';
import { Client } from 'pg';
import { migrations } from '@trellis/migrations';
import type { Config } from '../platform/config/env.js';
import { migrateDatabase } from '../platform/database/migrate-database.js';
import { prepareJobTables } from '../platform/jobs/job-tables.js';
import { readMasterKey } from '../platform/sealing/master-key.js';
import { FillDatabase } from './fill-database.js';
import { placeOf, putBack } from './kept-files.js';
import {
  type BackedUpFile,
  BackupError,
  entries,
  fileOf,
  readManifest,
  tableOf,
  type Ending,
  type Manifest,
} from './manifest.js';

export interface Restored {
  readonly madeAt: string;
  readonly tables: number;
  readonly rows: number;
  /** Ledgers of the copy that lie beside the one of today: they have to be gone through as well. */
  readonly ledgers: readonly string[];
}

/**
 * Puts a backup into an empty database and its files where they belong, and brings it to the schema of this version.
 * All rows come in, or none. Before a server opens, whom the ledgers name has to be erased again.
 * @param identityFile file with the secret that belongs to the backup's recipient
 * @throws BackupError when the database is not empty, the secret does not open the file, or the file is not whole
 */
export async function restoreBackup(config: Config, file: string, identityFile: string): Promise<Restored> {
  await requireEmpty(config);
  // The files come after the tables, and their keys are needed before: so the backup is read twice.
  const kept = await filesOf(file, identityFile);
  const ledgers: string[] = [];
  for (const [name, content] of kept) {
    const place = putBack(config, name, content);
    if (name === 'ledger.jsonl' && place !== null && place !== placeOf(config, name)) ledgers.push(place);
  }
  const filled = await fill(config, file, identityFile);
  await migrateDatabase(config.databaseDirectUrl, readMasterKey(config.masterKeyFile));
  await prepareJobTables(config.databaseDirectUrl);
  return { ...filled, ledgers };
}

async function requireEmpty(config: Config): Promise<void> {
  const owner = new Client({ connectionString: config.databaseDirectUrl });
  await owner.connect();
  try {
    const found = await owner.query<{ there: boolean }>(
      "SELECT to_regclass('public.clinic') IS NOT NULL AS there",
    );
    if (found.rows[0]?.there !== true) return;
    if ((await owner.query('SELECT FROM clinic LIMIT 1')).rowCount === 0) return;
    throw new BackupError('This database holds a clinic. A backup goes into an empty database only.');
  } finally {
    await owner.end();
  }
}

async function filesOf(file: string, identityFile: string): Promise<Map<BackedUpFile, Buffer>> {
  const found = new Map<BackedUpFile, Buffer>();
  let whole = false;
  for await (const { name, content } of entriesOf(file, identityFile)) {
    const kept = fileOf(name);
    if (kept !== null) found.set(kept, await content());
    whole ||= name === entries.ending;
  }
  if (!whole) notWhole();
  return found;
}

async function fill(config: Config, file: string, identityFile: string): Promise<Omit<Restored, 'ledgers'>> {
  let manifest: Manifest | null = null;
  let filling: FillDatabase | null = null;
  try {
    for await (const { name, content } of entriesOf(file, identityFile)) {
      const table = tableOf(name);
      if (name === entries.manifest) {
        manifest = readManifest((await content()).toString());
        await migrateAsCopied(config, manifest);
        filling = await FillDatabase.begin(config.databaseDirectUrl, manifest);
      } else if (table !== null) await filling?.take(table, await content());
      else if (name === entries.ending && filling !== null && manifest !== null) {
        const rows = await filling.finish(JSON.parse((await content()).toString()) as Ending);
        return { madeAt: manifest.madeAt, tables: manifest.tables.length, rows };
      }
    }
  } finally {
    await filling?.end();
  }
  notWhole();
}

/** The schema that the rows were copied from; what is newer runs when they are in. */
async function migrateAsCopied(config: Config, manifest: Manifest): Promise<void> {
  const known = new Set(migrations.map(({ name }) => name));
  if (manifest.migrations.some((name) => !known.has(name))) {
    throw new BackupError(
      'This backup was made by a newer version of Trellis. Restore it with that version.',
    );
  }
  const key = readMasterKey(config.masterKeyFile);
  await migrateDatabase(config.databaseDirectUrl, key, new Set(manifest.migrations));
}

interface Entry {
  readonly name: string;
  readonly content: () => Promise<Buffer>;
}

async function* entriesOf(file: string, identityFile: string): AsyncGenerator<Entry> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identityOf(identityFile));
  const sealed = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
  const archive = (await decrypter.decrypt(sealed).catch(notOpened))
    .pipeThrough(new DecompressionStream('gzip'))
    .pipeThrough(createTarDecoder());
  const parts = archive.getReader();
  for (;;) {
    const { done, value } = await parts.read().catch(notWhole);
    if (done) return;
    const { header, body } = value;
    const content = async (): Promise<Buffer> =>
      Buffer.from(await new Response(body).arrayBuffer().catch(notWhole));
    yield { name: header.name, content };
    if (!body.locked) await body.cancel();
  }
}

/** The line of an identity file that is the secret; the others are remarks. */
function identityOf(file: string): string {
  const line = readFileSync(file, 'utf8')
    .split('\n')
    .find((one) => one.startsWith('AGE-SECRET-KEY-'));
  if (line === undefined)
    throw new BackupError(`${file} holds no identity: a line AGE-SECRET-KEY-… is missing.`);
  return line.trim();
}

function notWhole(): never {
  throw new BackupError('This backup is damaged or not whole. Take another one.');
}

function notOpened(): never {
  throw new BackupError('This identity does not open this backup, or the file is no backup.');
}
