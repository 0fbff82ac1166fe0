/** A table as it was copied. Its name is written as in SQL, quoted where it has to be. */
export interface CopiedTable {
  readonly name: string;
  /** Without those that the database computes. */
  readonly columns: readonly string[];
}

/** Where a sequence stood. */
export interface CopiedSequence {
  readonly name: string;
  readonly last: string;
}

/** What stands first in a backup. */
export interface Manifest {
  readonly format: 1;
  /** UTC, ISO 8601. */
  readonly madeAt: string;
  readonly migrations: readonly string[];
  readonly tables: readonly CopiedTable[];
  readonly sequences: readonly CopiedSequence[];
}

/** What stands last: how many rows each table has, in the order of the manifest. */
export interface Ending {
  readonly rows: readonly number[];
}

/** Names of the entries of a backup, in this order. Of `rows` there are as many pieces as a table needs. */
export const entries = {
  manifest: 'trellis.json',
  rows: (table: number, piece: number): string => `tables/${padded(table)}/${padded(piece)}`,
  file: (name: BackedUpFile): string => `files/${name}`,
  ending: 'end.json',
} as const;

/** What is kept beside the database, by the name it has in a backup. */
export const backedUpFiles = [
  'master.key',
  'checkpoints.jsonl',
  'ledger.jsonl',
  'demo-sign-ins.json',
] as const;
export type BackedUpFile = (typeof backedUpFiles)[number];

/** A backup or a command line that cannot be followed; its message is a sentence for the operator. */
export class BackupError extends Error {}

/** The number of the table that an entry has rows of; null for anything else. */
export function tableOf(entry: string): number | null {
  const found = /^tables\/(\d{6})\/\d{6}$/.exec(entry)?.[1];
  return found === undefined ? null : Number(found);
}

/** The file that an entry holds; null for anything else. */
export function fileOf(entry: string): BackedUpFile | null {
  return backedUpFiles.find((name) => entries.file(name) === entry) ?? null;
}

/** @throws BackupError when the text is no manifest that this version can read */
export function readManifest(text: string): Manifest {
  const found = JSON.parse(text) as Partial<Manifest>;
  if (found.format !== 1 || !Array.isArray(found.tables) || !Array.isArray(found.migrations)) {
    throw new BackupError('This backup has a form that this version of Trellis does not know.');
  }
  return found as Manifest;
}

function padded(number: number): string {
  return String(number).padStart(6, '0');
}
