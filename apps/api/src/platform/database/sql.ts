import type { Actor } from '../context/request-context.js';

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
