import path from 'node:path';
import type { ApiOptions } from './api-process.ts';
import type { EmbeddedPostgres } from './embedded-postgres.ts';
import type { LaunchSettings } from './settings.ts';

/** What a program of the API is told: where its data, its key and its database are. Nothing of it is on the command line. */
export function apiOptions(
  root: string,
  settings: LaunchSettings,
  masterKeyFile: string,
  postgres: Pick<EmbeddedPostgres, 'ownerUrl'> | undefined,
): ApiOptions {
  const env = {
    ...process.env,
    NODE_ENV: process.env.NODE_ENV ?? 'production',
    DATABASE_URL: postgres?.ownerUrl ?? settings.databaseUrl,
    // It belongs to a DATABASE_URL outside; beside the embedded database it would lead the migrations astray.
    DATABASE_DIRECT_URL: postgres === undefined ? process.env.DATABASE_DIRECT_URL : undefined,
    TRELLIS_MODE: settings.mode,
    TRELLIS_DATA_DIR: settings.dataDir,
    TRELLIS_MASTER_KEY_FILE: masterKeyFile,
    TRELLIS_HOSTED_WORKER: '1',
    PORT: String(settings.port),
  };
  return { root, env, logFile: path.join(settings.dataDir, 'api.log') };
}
