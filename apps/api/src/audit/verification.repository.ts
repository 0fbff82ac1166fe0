import type { ClientBase } from 'pg';
import type { Anchor } from './anchors.js';
import { actColumns, type StoredAct } from './chain-link.js';

/** A sealed row. */
export interface StoredLink extends StoredAct {
  readonly seq: string;
  readonly prev_hash: Buffer | null;
  readonly hash: Buffer;
}

export async function sealedClinics(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT DISTINCT clinic_id::text AS id FROM audit_event WHERE seq IS NOT NULL ORDER BY 1',
  );
  return rows.map(({ id }) => id);
}

/** The next links of a chain after `seq`, in order. */
export async function linksAfter(
  client: ClientBase,
  clinicId: string,
  seq: number,
  most: number,
): Promise<StoredLink[]> {
  const text = `SELECT ${actColumns}, e.seq::text, e.prev_hash, e.hash FROM audit_event e
    WHERE e.clinic_id = $1 AND e.seq > $2 ORDER BY e.seq LIMIT $3`;
  return (await client.query<StoredLink>(text, [clinicId, seq, most])).rows;
}

/** Where the sealer noted the end of each chain. */
export async function headsOf(client: ClientBase): Promise<ReadonlyMap<string, readonly Anchor[]>> {
  const { rows } = await client.query<{ clinic_id: string; seq: string; hash: Buffer }>(
    'SELECT clinic_id::text, seq::text, hash FROM audit_head',
  );
  return new Map(
    rows.map((row) => [row.clinic_id, [{ seq: Number(row.seq), hash: row.hash.toString('hex') }]]),
  );
}

export async function waitingCount(client: ClientBase): Promise<{ rows: number; seconds: number }> {
  const { rows } = await client.query<{ rows: number; seconds: number }>(
    `SELECT count(*)::integer AS rows, coalesce(extract(epoch FROM app.now() - min(at)), 0)::integer AS seconds
      FROM audit_event WHERE seq IS NULL`,
  );
  return rows[0] ?? { rows: 0, seconds: 0 };
}

/** What somebody touched, one line for each person or thing. */
export interface Touched {
  readonly kind: string;
  readonly id: string;
  readonly times: number;
  readonly first: Date;
  readonly last: Date;
  readonly actions: string[];
}

/** Whose records somebody touched from `from` up to, and without, `until` (instants, ISO 8601). */
export async function touchedBy(
  client: ClientBase,
  actorId: string,
  from: string,
  until: string,
): Promise<Touched[]> {
  const { rows } = await client.query<Touched>(
    `SELECT CASE WHEN person_id IS NULL THEN resource ELSE 'person' END AS kind, coalesce(person_id, resource_id) AS id,
        count(*)::integer AS times, min(at) AS first, max(at) AS last, array_agg(DISTINCT action ORDER BY action) AS actions
      FROM audit_event WHERE actor_id = $1 AND at >= $2 AND at < $3 AND decision = 'allowed'
        AND coalesce(person_id, resource_id) IS NOT NULL
      GROUP BY 1, 2 ORDER BY first, kind, id`,
    [actorId, from, until],
  );
  return rows;
}
