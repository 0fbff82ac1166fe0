import path from 'node:path';
import { LaunchRefusal } from './launch-refusal.ts';

/** Everything `npm start` reads from the environment, read once and frozen. */
export interface LaunchSettings {
  readonly mode: 'demo' | 'production';
  /** Port of the portal and the API, 1 to 65534. */
  readonly port: number;
  /** Port of the homework app: the next one. */
  readonly homePort: number;
  /** Absolute path of the folder that holds all data of this installation. */
  readonly dataDir: string;
  /** Set when a database outside replaces the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Set when a key file outside replaces the one made in the data folder. */
  readonly masterKeyFile: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_PORT = 3000;

/** Reads the settings; `root` is the folder of the checkout. Throws `LaunchRefusal` when one makes no sense. */
export function readSettings(env: Environment, root: string): LaunchSettings {
  const mode = readMode(env.TRELLIS_MODE);
  const port = readPort(env.PORT);
  const settings: LaunchSettings = {
    mode,
    port,
    homePort: port + 1,
    dataDir: path.resolve(root, filled(env.TRELLIS_DATA_DIR) ?? '.trellis'),
    databaseUrl: filled(env.DATABASE_URL),
    masterKeyFile: filled(env.TRELLIS_MASTER_KEY_FILE),
  };
  if (mode === 'production') requireOutsideParts(settings);
  return Object.freeze(settings);
}

function filled(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}

function readMode(value: string | undefined): 'demo' | 'production' {
  const mode = filled(value) ?? 'demo';
  if (mode === 'demo' || mode === 'production') return mode;
  throw new LaunchRefusal(`TRELLIS_MODE is "${mode}", but it has to be "demo" or "production".`);
}

function readPort(value: string | undefined): number {
  const text = filled(value);
  if (text === undefined) return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port >= 1 && port <= 65534) return port;
  throw new LaunchRefusal(`PORT is "${text}", but it has to be a whole number from 1 to 65534.`);
}

// Secrets have no default in production: a generated key or database would be lost with its folder.
function requireOutsideParts(settings: LaunchSettings): void {
  const missing = [
    settings.databaseUrl === undefined ? 'DATABASE_URL' : '',
    settings.masterKeyFile === undefined ? 'TRELLIS_MASTER_KEY_FILE' : '',
  ].filter((name) => name !== '');
  if (missing.length === 0) return;
  throw new LaunchRefusal(`In production mode ${missing.join(' and ')} must be set; there is no default.`);
}
