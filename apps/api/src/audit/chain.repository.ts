import type { ClientBase } from 'pg';
import { actColumns, type StoredAct } from './chain-link.js';

/** The end of a clinic's chain twice: as it was noted, and as the rows have it. Equal unless somebody interfered. */
export interface ChainEnds {
  readonly clinic_id: string;
  readonly noted_seq: string | null;
  readonly noted_hash: Buffer | null;
  readonly last_seq: string | null;
  readonly last_hash: Buffer | null;
}

export interface NewLink {
  readonly clinicId: string;
  readonly id: string;
  readonly seq: number;
  readonly previous: Buffer;
  readonly hash: Buffer;
}

/** Rows of a chain counted: without a gap, `rows` and `last_seq` are the same number. */
export interface ChainCount {
  readonly clinic_id: string;
  readonly rows: number;
  readonly last_seq: string;
  readonly hash: Buffer;
  readonly first_at: Date;
  readonly last_at: Date;
  readonly asked_at: Date;
}

/** Any numbers, the same in every process: one seals at a time, and one writes checkpoints. */
const locks = { seal: 7_301_533, checkpoint: 7_301_534 } as const;

/** Claims one kind of work until the end of the transaction. False while another process has it. */
export async function claim(client: ClientBase, work: keyof typeof locks): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [
    locks[work],
  ]);
  return rows[0]?.mine === true;
}

/** The oldest rows of all clinics that are not part of a chain yet. */
export async function waitingActs(client: ClientBase, most: number): Promise<StoredAct[]> {
  const text = `SELECT ${actColumns} FROM audit_event e WHERE e.seq IS NULL ORDER BY e.at, e.id LIMIT $1`;
  return (await client.query<StoredAct>(text, [most])).rows;
}

export async function chainEnds(client: ClientBase, clinicIds: readonly string[]): Promise<ChainEnds[]> {
  const { rows } = await client.query<ChainEnds>(
    `SELECT c.clinic_id::text, h.seq AS noted_seq, h.hash AS noted_hash, l.seq AS last_seq, l.hash AS last_hash
      FROM unnest($1::uuid[]) AS c(clinic_id) LEFT JOIN audit_head h ON h.clinic_id = c.clinic_id
      LEFT JOIN LATERAL (SELECT e.seq, e.hash FROM audit_event e WHERE e.clinic_id = c.clinic_id AND e.seq IS NOT NULL
        ORDER BY e.seq DESC LIMIT 1) l ON true`,
    [clinicIds],
  );
  return rows;
}

/** Gives rows their place. The number changed; less than asked when one of them was sealed or removed meanwhile. */
export async function addLinks(client: ClientBase, links: readonly NewLink[]): Promise<number> {
  const result = await client.query(
    `UPDATE audit_event e SET seq = n.seq, prev_hash = n.prev_hash, hash = n.hash
      FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bytea[], $5::bytea[]) AS n(clinic_id, id, seq, prev_hash, hash)
      WHERE e.clinic_id = n.clinic_id AND e.id = n.id AND e.seq IS NULL`,
    [
      links.map(({ clinicId }) => clinicId),
      links.map(({ id }) => id),
      links.map(({ seq }) => seq),
      links.map(({ previous }) => previous),
      links.map(({ hash }) => hash),
    ],
  );
  return result.rowCount ?? 0;
}

export async function noteHead(client: ClientBase, head: NewLink, gap: boolean): Promise<void> {
  await client.query(
    `INSERT INTO audit_head (clinic_id, seq, hash, sealed_at, gap_found_at)
      VALUES ($1, $2, $3, now(), CASE WHEN $4::boolean THEN now() END)
      ON CONFLICT (clinic_id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, sealed_at = excluded.sealed_at,
        gap_found_at = coalesce(audit_head.gap_found_at, excluded.gap_found_at)`,
    [head.clinicId, head.seq, head.hash, gap],
  );
}

/** Every chain counted from end to end. Slow on long chains, hence hourly; may take a minute. */
export async function countChains(client: ClientBase): Promise<ChainCount[]> {
  await client.query("SET LOCAL statement_timeout = '60s'");
  const { rows } = await client.query<ChainCount>(
    `SELECT c.clinic_id::text, c.rows, c.last_seq, e.hash, c.first_at, c.last_at, now() AS asked_at
      FROM (SELECT clinic_id, count(*)::integer AS rows, max(seq) AS last_seq, min(at) AS first_at, max(at) AS last_at
        FROM audit_event WHERE seq IS NOT NULL GROUP BY clinic_id) c
      JOIN audit_event e ON e.clinic_id = c.clinic_id AND e.seq = c.last_seq ORDER BY 1`,
  );
  return rows;
}

/** Notes when a chain was first found to have a gap; the note stays. */
export async function noteGap(client: ClientBase, clinicId: string): Promise<void> {
  await client.query(
    'UPDATE audit_head SET gap_found_at = now() WHERE clinic_id = $1 AND gap_found_at IS NULL',
    [clinicId],
  );
}
