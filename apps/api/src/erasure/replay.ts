import { randomUUID } from 'node:crypto';
import { Client, type ClientBase } from 'pg';
import { ConfigError, type Config } from '../platform/config/env.js';
import { readMasterKey } from '../platform/sealing/master-key.js';
import { destroyAgain, destroyedIn, notDestroyed, stillReadable } from './destroyed-words.js';
import { ErasureLedger, type Erasure } from './erasure-ledger.js';
import { ledgerLock } from './ledger-lock.js';

/**
 * Holds ledger and database against each other before a server opens. Whom the database knows as erased and the
 * ledger does not is added to it.
 * @throws ConfigError when the database has words of somebody who was erased, or that were destroyed; LedgerError.
 */
export async function requireErasures(config: Config): Promise<void> {
  const ledger = ledgerOf(config);
  await asOwner(config, async (owner) => {
    const listed = ledger.read();
    const alive = await stillThere(owner, listed);
    if (alive.length > 0) {
      throw new ConfigError(
        `This database is a copy from before ${String(alive.length)} people were erased, and holds their words. ` +
          'Run erasure-replay.js with the same settings, then start again.',
      );
    }
    const destroyed = ledger.destroyed();
    const readable = await stillReadable(owner, destroyed);
    if (readable.length > 0) {
      throw new ConfigError(
        `This database is a copy from before ${String(readable.length)} documents or letters were destroyed, and holds ` +
          'their words. Run erasure-replay.js with the same settings, then start again.',
      );
    }
    ledger.append(notListed(await erasedIn(owner), listed));
    ledger.append(notDestroyed(await destroyedIn(owner), destroyed));
  });
}

/**
 * Erases once more everybody on the ledger, and destroys once more what was destroyed. Answers how many people,
 * documents and letters had come back. @throws LedgerError
 */
export async function replayErasures(config: Config, files: readonly string[] = []): Promise<number> {
  const ledgers = [ledgerOf(config), ...files.map((file) => ledgerOf(config, file))];
  return asOwner(config, async (owner) => {
    const everybody = ledgers.flatMap((ledger) => ledger.read());
    const alive = await stillThere(owner, everybody);
    for (const erasure of alive) await eraseAgain(owner, erasure);
    const readable = await stillReadable(
      owner,
      ledgers.flatMap((ledger) => ledger.destroyed()),
    );
    for (const one of readable) await destroyAgain(owner, one);
    ledgerOf(config).append(notListed(await erasedIn(owner), ledgerOf(config).read()));
    ledgerOf(config).append(notDestroyed(await destroyedIn(owner), ledgerOf(config).destroyed()));
    return alive.length + readable.length;
  });
}

function ledgerOf(config: Config, file = config.erasureLedger): ErasureLedger {
  return new ErasureLedger(file, readMasterKey(config.masterKeyFile));
}

function notListed(erased: readonly Erasure[], listed: readonly Erasure[]): Erasure[] {
  const known = new Set(listed.map(({ clinic, person }) => `${clinic}/${person}`));
  return erased.filter(({ clinic, person }) => !known.has(`${clinic}/${person}`));
}

/** Who of these can be read in this database, each once. */
async function stillThere(owner: ClientBase, erasures: readonly Erasure[]): Promise<Erasure[]> {
  const { rows } = await owner.query<Erasure>(
    `SELECT p.clinic_id::text AS clinic, p.id::text AS person, '' AS at FROM person p
      WHERE (p.clinic_id, p.id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[])) AND (p.erased_at IS NULL
        OR EXISTS (SELECT FROM data_key k WHERE k.clinic_id = p.clinic_id AND k.owner_id = p.id AND k.wrapped IS NOT NULL))`,
    [erasures.map(({ clinic }) => clinic), erasures.map(({ person }) => person)],
  );
  return rows;
}

async function erasedIn(owner: ClientBase): Promise<Erasure[]> {
  const { rows } = await owner.query<{ clinic: string; person: string; at: Date }>(
    `SELECT clinic_id::text AS clinic, id::text AS person, erased_at AS at FROM person WHERE erased_at IS NOT NULL
      ORDER BY erased_at, id`,
  );
  return rows.map(({ clinic, person, at }) => ({ clinic, person, at: at.toISOString() }));
}

async function eraseAgain(owner: ClientBase, { clinic, person }: Erasure): Promise<void> {
  await owner.query('SELECT app.scrub_person($1, $2)', [clinic, person]);
  await owner.query(
    `UPDATE erasure_request SET erased_at = app.now()
      WHERE clinic_id = $1 AND person_id = $2 AND withdrawn_at IS NULL AND erased_at IS NULL`,
    [clinic, person],
  );
  await owner.query(
    `INSERT INTO audit_event (clinic_id, id, at, actor_id, actor_role, action, resource, resource_id, person_id, decision,
        correlation_id)
      VALUES ($1, $2, app.now(), $1, 'system', 'erasure.replay', 'person', $3, $3, 'allowed', $4)`,
    [clinic, randomUUID(), person, randomUUID()],
  );
}

/** One transaction as the owner, who sees every clinic. */
async function asOwner<T>(config: Config, work: (owner: ClientBase) => Promise<T>): Promise<T> {
  const owner = new Client({ connectionString: config.databaseDirectUrl });
  await owner.connect();
  try {
    await owner.query('BEGIN');
    await owner.query('SELECT pg_advisory_xact_lock($1)', [ledgerLock]);
    const result = await work(owner);
    await owner.query('COMMIT');
    return result;
  } finally {
    await owner.end();
  }
}
