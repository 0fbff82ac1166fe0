import type { Actor } from '../context/request-context.js';
import type { SealedColumn } from '../sealing/sealed-columns.js';

// The one reviewed file in which SQL text is put together from values. Everything else binds parameters.

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const roles: ReadonlySet<string> = new Set([
  'therapist',
  'supervisor',
  'clinic_admin',
  'owner',
  'client',
  'system',
]);

/**
 * Opens a transaction and sets who asks, in one round trip. Parameters cannot be bound when two statements
 * travel together, so every value is checked against the only form it can have.
 * @throws Error when a value does not have that form.
 */
export function beginAs(actor: Actor): string {
  if (!uuid.test(actor.clinicId) || !uuid.test(actor.id) || !roles.has(actor.role)) {
    throw new Error('the actor of a transaction is not well formed');
  }
  return (
    `BEGIN; SELECT set_config('app.clinic_id', '${actor.clinicId}', true), ` +
    `set_config('app.actor_id', '${actor.id}', true), set_config('app.actor_role', '${actor.role}', true)`
  );
}

/** Quotes a role password for CREATE ROLE, which takes no parameters. Passwords are base64url by construction. */
export function passwordLiteral(password: string): string {
  if (!/^[A-Za-z0-9_-]{32}$/.test(password))
    throw new Error('a derived role password has an unexpected form');
  return `'${password}'`;
}

/** Statements that make one runtime role or bring it up to date; `role` is one of a fixed list. */
export function ensureRole(role: string, password: string | null): string {
  if (!/^trellis_[a-z]+$/.test(role)) throw new Error('a role name has an unexpected form');
  const login = password === null ? 'NOLOGIN' : `LOGIN PASSWORD ${passwordLiteral(password)}`;
  // A new role has no other rights; naming them here would need a superuser on older servers.
  return `DO $role$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role}; END IF;
  END $role$; ALTER ROLE ${role} NOINHERIT ${login}`;
}

/** Limits of each runtime role, set on the role so that a pooler in between cannot lose them. */
export function roleLimits(roles: readonly string[]): string[] {
  return roles.flatMap((role) => {
    if (!/^trellis_[a-z]+$/.test(role)) throw new Error('a role name has an unexpected form');
    const seconds = role === 'trellis_worker' || role === 'trellis_report' ? 60 : 5;
    return [
      `ALTER ROLE ${role} SET statement_timeout = '${String(seconds)}s'`,
      `ALTER ROLE ${role} SET lock_timeout = '2s'`,
      `ALTER ROLE ${role} SET idle_in_transaction_session_timeout = '10s'`,
      `ALTER ROLE ${role} SET search_path = public`,
    ];
  });
}

/** Bytes 2 to 17 of a sealed value name its key. */
function keyBytes(column: string): string {
  return `substring(${column} FROM 2 FOR 16)`;
}

/** Names of the one list of sealed columns; anything else stops here. */
function named({ table, column, rowId, ownerId }: SealedColumn): SealedColumn {
  if (![table, column, rowId, ownerId].every((name) => /^[a-z_]+$/.test(name)))
    throw new Error('a sealed column has an unexpected name');
  return { table, column, rowId, ownerId };
}

/** Rows of a clinic ($1) behind a physical place ($2) whose value is under a retired key, at most $3. */
export function sealedUnderRetired(sealed: SealedColumn): string {
  const { table, column, rowId, ownerId } = named(sealed);
  return `SELECT t.ctid::text AS place, t.${rowId}::text AS row_id, t.${ownerId}::text AS owner_id, t.${column} AS sealed
    FROM ${table} t WHERE t.clinic_id = $1 AND t.ctid > $2::tid AND ${keyBytes(`t.${column}`)} IN (
      SELECT uuid_send(k.id) FROM data_key k WHERE k.clinic_id = $1 AND k.retired_at IS NOT NULL AND k.wrapped IS NOT NULL)
    ORDER BY t.ctid LIMIT $3`;
}

/** Puts a value ($3) in the place ($1) of another ($2), if that still stands there. */
export function replaceSealed(sealed: SealedColumn): string {
  const { table, column } = named(sealed);
  return `UPDATE ${table} SET ${column} = $3 WHERE ctid = $1::tid AND ${column} = $2`;
}

/** Retired keys of a clinic ($1) that are not destroyed, and whether a value or a key still needs them. */
export function retiredKeys(columns: readonly SealedColumn[]): string {
  const uses = columns
    .map(named)
    .map(
      ({ table, column }) =>
        `EXISTS (SELECT FROM ${table} t WHERE t.clinic_id = k.clinic_id AND ${keyBytes(`t.${column}`)} = uuid_send(k.id))`,
    );
  return `SELECT k.id, k.kind, CASE WHEN k.kind = 'clinic' THEN EXISTS (SELECT FROM data_key w
      WHERE w.clinic_id = k.clinic_id AND w.kind <> 'clinic' AND ${keyBytes('w.wrapped')} = uuid_send(k.id))
      ELSE ${uses.join(' OR ')} END AS used
    FROM data_key k WHERE k.clinic_id = $1 AND k.retired_at IS NOT NULL AND k.wrapped IS NOT NULL ORDER BY k.id`;
}
