import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Destruction } from './erasure-ledger.js';

/** What of these can still be read in this database, or has a key, each once. */
export async function stillReadable(
  owner: ClientBase,
  destroyed: readonly Destruction[],
): Promise<Destruction[]> {
  const { rows } = await owner.query<Omit<Destruction, 'at'>>(
    `SELECT t.clinic_id::text AS clinic, t.kind, t.id::text AS id FROM (SELECT clinic_id, 'document' AS kind, id, destroyed_at FROM disclosure_document
        UNION ALL SELECT clinic_id, 'letter', id, destroyed_at FROM letter) t
      WHERE (t.clinic_id, t.kind, t.id) IN (SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[]))
        AND (t.destroyed_at IS NULL OR EXISTS (SELECT FROM data_key k WHERE k.clinic_id = t.clinic_id AND k.kind = t.kind
          AND k.owner_id = t.id AND k.wrapped IS NOT NULL))`,
    [destroyed.map(({ clinic }) => clinic), destroyed.map(({ kind }) => kind), destroyed.map(({ id }) => id)],
  );
  const at = new Map(destroyed.map((one) => [nameOf(one), one.at]));
  return rows.map((row) => ({ ...row, at: at.get(nameOf(row)) ?? '' }));
}

/** Documents and letters that this database knows as destroyed. */
export async function destroyedIn(owner: ClientBase): Promise<Destruction[]> {
  const { rows } = await owner.query<Omit<Destruction, 'at'> & { at: Date }>(
    `SELECT t.clinic_id::text AS clinic, t.kind, t.id::text AS id, t.destroyed_at AS at FROM (SELECT clinic_id, 'document' AS kind, id, destroyed_at FROM disclosure_document
        UNION ALL SELECT clinic_id, 'letter', id, destroyed_at FROM letter) t
      WHERE t.destroyed_at IS NOT NULL ORDER BY t.destroyed_at, t.id`,
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Those of them that are not listed. */
export function notDestroyed(found: readonly Destruction[], listed: readonly Destruction[]): Destruction[] {
  const known = new Set(listed.map(nameOf));
  return found.filter((one) => !known.has(nameOf(one)));
}

/** The words and their key go once more, on record. */
export async function destroyAgain(owner: ClientBase, { clinic, kind, id, at }: Destruction): Promise<void> {
  if (kind === 'document')
    await owner.query('SELECT app.end_disclosure_document($1, $2, $3)', [clinic, id, at]);
  else await owner.query('SELECT app.end_letter($1, $2, $3)', [clinic, id, at]);
  await owner.query(
    `INSERT INTO audit_event (clinic_id, id, at, actor_id, actor_role, action, resource, resource_id, decision,
        correlation_id)
      VALUES ($1, $2, app.now(), $1, 'system', $3 || '.replay', $3, $4, 'allowed', $5)`,
    [clinic, randomUUID(), kind === 'document' ? 'disclosure_document' : 'letter', id, randomUUID()],
  );
}

function nameOf({ clinic, kind, id }: Omit<Destruction, 'at'>): string {
  return `${clinic}/${kind}/${id}`;
}
