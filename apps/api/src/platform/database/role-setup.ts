import type { Client } from 'pg';
import { rolePassword, runtimeRoles } from './runtime-roles.js';
import { ensureRole, roleLimits } from './sql.js';

/** What an operator runs when the owner may not create roles. */
export const createRoleHint = 'ALTER ROLE <the user of DATABASE_URL> CREATEROLE;';

/** Raised when the owner lacks CREATEROLE; its message is a sentence for the operator. */
export class MissingRightError extends Error {}

/**
 * Makes the runtime roles or brings them up to date. `owner` is connected as the user of DATABASE_URL.
 * @throws MissingRightError with the SQL to run when the right to create roles is missing.
 */
export async function setUpRoles(owner: Client, masterKey: Buffer): Promise<void> {
  const found = await owner.query<{ may: boolean }>(
    'SELECT rolcreaterole OR rolsuper AS may FROM pg_roles WHERE rolname = current_user',
  );
  if (found.rows[0]?.may !== true) {
    throw new MissingRightError(
      `The database user may not create roles. Run this as an administrator, then start again:\n  ${createRoleHint}`,
    );
  }
  for (const role of runtimeRoles) await owner.query(ensureRole(role, rolePassword(masterKey, role)));
  await owner.query(ensureRole('trellis_dispatch', null));
  // The owner hands one function over to the dispatch role and therefore has to be a member of it.
  await owner.query('GRANT trellis_dispatch TO CURRENT_USER WITH SET TRUE, INHERIT FALSE');
  for (const limit of roleLimits(runtimeRoles)) await owner.query(limit);
}
