import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Encrypter } from 'age-encryption';
import { createTarPacker, type TarPackController } from 'modern-tar';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Config } from '../platform/config/env.js';
import { copyOut, migrationsOf, sequencesOf, tablesOf } from './catalogue.js';
import { contentOf } from './kept-files.js';
import { BackupError, backedUpFiles, entries, type Ending, type Manifest } from './manifest.js';

/** Rows are cut into pieces of about this many bytes: a piece has to be whole in memory, a table never is. */
const PIECE_BYTES = 1_048_576;

export interface MadeBackup {
  readonly file: string;
  readonly tables: number;
  readonly rows: number;
}

/**
 * Copies every table in one snapshot, with the key file, the checkpoints and the ledger, into one file that only the
 * holder of the recipient's identity opens. What is sealed in the database stays sealed inside.
 * @param folder where the file is put; it has its name only when it is whole
 * @param recipient a public key, `age1…`
 * @param now UTC; the name of the file follows from it
 * @throws BackupError when keys change meanwhile
 */
export async function makeBackup(
  config: Config,
  folder: string,
  recipient: string,
  now: Date,
): Promise<MadeBackup> {
  const file = join(folder, `trellis-${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}.age`);
  const partial = `${file}.partial`;
  const { readable, controller } = createTarPacker();
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const sealed = await encrypter.encrypt(readable.pipeThrough(new CompressionStream('gzip')));
  try {
    const [counted] = await Promise.all([
      packed(config, controller, now),
      pipeline(
        Readable.fromWeb(sealed),
        createWriteStream(partial, { mode: 0o600, flags: 'wx', flush: true }),
      ),
    ]);
    await rename(partial, file);
    return { file, ...counted };
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function packed(
  config: Config,
  archive: TarPackController,
  now: Date,
): Promise<{ tables: number; rows: number }> {
  const owner = new Client({ connectionString: config.databaseDirectUrl });
  try {
    // A checkpoint that is newer than the snapshot would accuse the copy of being cut off.
    const checkpoints = contentOf(config, 'checkpoints.jsonl');
    const keys = contentOf(config, 'master.key');
    await owner.connect();
    await owner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const manifest = await manifestOf(owner, now);
    await put(archive, entries.manifest, Buffer.from(JSON.stringify(manifest)));
    const rows: number[] = [];
    for (const [at] of manifest.tables.entries()) rows.push(await putTable(owner, archive, manifest, at));
    for (const file of backedUpFiles) {
      const content = file === 'checkpoints.jsonl' ? checkpoints : contentOf(config, file);
      if (file === 'master.key' && (keys === null || content?.equals(keys) !== true)) {
        throw new BackupError('The key file changed while the tables were copied. Run the backup once more.');
      }
      if (content !== null) await put(archive, entries.file(file), content);
    }
    await put(archive, entries.ending, Buffer.from(JSON.stringify({ rows } satisfies Ending)));
    archive.finalize();
    return { tables: rows.length, rows: rows.reduce((sum, count) => sum + count, 0) };
  } catch (error) {
    archive.error(error);
    throw error;
  } finally {
    await owner.end();
  }
}

async function manifestOf(owner: Client, now: Date): Promise<Manifest> {
  return {
    format: 1,
    madeAt: now.toISOString(),
    migrations: await migrationsOf(owner),
    tables: await tablesOf(owner),
    sequences: await sequencesOf(owner),
  };
}

/** @returns how many rows the table has */
async function putTable(
  owner: Client,
  archive: TarPackController,
  { tables }: Manifest,
  at: number,
): Promise<number> {
  const table = tables[at];
  if (table === undefined) return 0;
  const rows = owner.query(copyTo(copyOut(table)));
  let piece = 0;
  let waiting: Buffer[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    await put(archive, entries.rows(at, piece), Buffer.concat(waiting));
    [waiting, bytes, piece] = [[], 0, piece + 1];
  };
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes >= PIECE_BYTES) await flush();
  }
  if (bytes > 0) await flush();
  return rows.rowCount;
}

async function put(archive: TarPackController, name: string, content: Buffer): Promise<void> {
  const writer = archive.add({ name, size: content.length, type: 'file' }).getWriter();
  await writer.write(new Uint8Array(content));
  await writer.close();
}
