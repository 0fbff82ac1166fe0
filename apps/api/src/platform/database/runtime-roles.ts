import { purposeKey } from '../sealing/master-key.js';

/** Login roles of the running server. The owner of `DATABASE_URL` makes them and never serves a request. */
export const runtimeRoles = [
  'trellis_api',
  'trellis_worker',
  'trellis_auth',
  'trellis_audit',
  'trellis_report',
] as const;

export type RuntimeRole = (typeof runtimeRoles)[number];

/** Password of a runtime role, derived from the key file so that no second secret has to be kept. */
export function rolePassword(keyRoot: Buffer, role: RuntimeRole): string {
  return purposeKey(keyRoot, `database-role/${role}`).subarray(0, 24).toString('base64url');
}

/** Connection address of a runtime role on the server of `databaseUrl`. */
export function roleUrl(databaseUrl: string, keyRoot: Buffer, role: RuntimeRole): string {
  const url = new URL(databaseUrl);
  url.username = role;
  url.password = rolePassword(keyRoot, role);
  return url.toString();
}
