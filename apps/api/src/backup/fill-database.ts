import { once } from 'node:events';
import { Client } from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import { copyIn, emptied, obstaclesOf, tablesOf, type Obstacle } from './catalogue.js';
import { BackupError, type Ending, type Manifest } from './manifest.js';

/** Puts the rows of a backup into a database that has the backup's tables: all of them, or none. */
export class FillDatabase {
  private obstacles: readonly Obstacle[] = [];
  private readonly rows: number[] = [];
  private open: { readonly table: number; readonly stream: CopyStreamQuery } | null = null;

  private constructor(
    private readonly owner: Client,
    private readonly manifest: Manifest,
  ) {}

  /** Opens the transaction and clears the way. @throws BackupError when the tables are not those of the backup */
  static async begin(ownerUrl: string, manifest: Manifest): Promise<FillDatabase> {
    const owner = new Client({ connectionString: ownerUrl });
    await owner.connect();
    const filling = new FillDatabase(owner, manifest);
    try {
      await filling.clearTheWay();
      return filling;
    } catch (error) {
      await owner.end();
      throw error;
    }
  }

  /** Rows of a table; tables come one after the other, a table in one or more pieces. */
  async take(table: number, piece: Uint8Array): Promise<void> {
    if (this.open?.table !== table) {
      await this.closeTable();
      this.open = { table, stream: this.openTable(table) };
    }
    const { stream } = this.open;
    if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), once(stream, 'error').then(thrown)]);
  }

  /** Puts back what was in the way, looks whether every row came, and commits. @throws BackupError */
  async finish({ rows }: Ending): Promise<number> {
    await this.closeTable();
    const short = this.manifest.tables.filter((_, at) => (this.rows[at] ?? 0) !== rows[at]);
    if (short.length > 0) {
      throw new BackupError(`Rows are missing in ${short.map(({ name }) => name).join(', ')}.`);
    }
    for (const { back } of this.obstacles.toReversed()) await this.owner.query(back);
    for (const { name, last } of this.manifest.sequences) {
      await this.owner.query('SELECT setval($1::regclass, $2::bigint)', [name, last]);
    }
    await this.owner.query('COMMIT');
    await this.owner.query('ANALYZE');
    return rows.reduce((sum, count) => sum + count, 0);
  }

  /** Gives the connection back; without a finish nothing of it stays. */
  async end(): Promise<void> {
    this.open?.stream.destroy();
    await this.owner.end();
  }

  private async clearTheWay(): Promise<void> {
    await this.owner.query('BEGIN');
    const here = new Map((await tablesOf(this.owner)).map(({ name, columns }) => [name, columns]));
    const strange = this.manifest.tables.filter(
      ({ name, columns }) => here.get(name)?.join() !== columns.join(),
    );
    if (strange.length > 0 || here.size !== this.manifest.tables.length) {
      throw new BackupError('The tables of this backup are not those of the migrations that it names.');
    }
    this.obstacles = await obstaclesOf(this.owner);
    for (const { away } of this.obstacles) await this.owner.query(away);
    await this.owner.query(emptied(this.manifest.tables));
  }

  private openTable(table: number): CopyStreamQuery {
    const copied = this.manifest.tables[table];
    if (copied === undefined) throw new BackupError('This backup has rows of a table that it does not name.');
    return this.owner.query(copyFrom(copyIn(copied)));
  }

  private async closeTable(): Promise<void> {
    if (this.open === null) return;
    const { table, stream } = this.open;
    stream.end();
    await once(stream, 'finish');
    this.rows[table] = stream.rowCount;
    this.open = null;
  }
}

function thrown([error]: unknown[]): never {
  throw error;
}
