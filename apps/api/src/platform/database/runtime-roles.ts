import { hkdfSync } from 'node:crypto';

/** Login roles of the running server. The owner of `DATABASE_URL` makes them and never serves a request. */
export const runtimeRoles = [
  'trellis_api',
  'trellis_worker',
  'trellis_auth',
  'trellis_audit',
  'trellis_report',
] as const;

export type RuntimeRole = (typeof runtimeRoles)[number];

/** Password of a runtime role, derived from the master key so that no second secret has to be kept. */
export function rolePassword(masterKey: Buffer, role: RuntimeRole): string {
  return Buffer.from(hkdfSync('sha256', masterKey, '', `trellis/database-role/${role}`, 24)).toString(
    'base64url',
  );
}

/** Connection address of a runtime role on the server of `databaseUrl`. */
export function roleUrl(databaseUrl: string, masterKey: Buffer, role: RuntimeRole): string {
  const url = new URL(databaseUrl);
  url.username = role;
  url.password = rolePassword(masterKey, role);
  return url.toString();
}
