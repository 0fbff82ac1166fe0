import { join } from 'node:path';
import { accessSettings } from '@trellis/domain';
import { plainToInstance } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  validateSync,
} from 'class-validator';
import { openTransports } from './transport.js';

/** The environment as written by the operator; everything is a string until it is checked. */
class Environment {
  @IsIn(['production', 'demo', 'test'])
  TRELLIS_MODE = 'production';

  @IsInt()
  @Min(0)
  @Max(65534)
  PORT = 3000;

  @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_URL must be a postgres:// address' })
  DATABASE_URL!: string;

  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_DIRECT_URL must be a postgres:// address' })
  DATABASE_DIRECT_URL?: string;

  @IsOptional()
  @Matches(/^rediss?:\/\//, { message: 'REDIS_URL must be a redis:// address' })
  REDIS_URL?: string;

  @IsOptional()
  @Matches(/^smtps?:\/\//, { message: 'SMTP_URL must be an smtp:// address' })
  SMTP_URL?: string;

  @IsString()
  @MinLength(1, { message: 'TRELLIS_DATA_DIR must name a folder' })
  TRELLIS_DATA_DIR!: string;

  @IsString()
  @MinLength(1, { message: 'TRELLIS_MASTER_KEY_FILE must name the file that holds the master key' })
  TRELLIS_MASTER_KEY_FILE!: string;

  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true })
  TRELLIS_PORTAL_URL?: string;

  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true })
  TRELLIS_HOMEWORK_URL?: string;

  /** Addresses or CIDR ranges of the proxies whose forwarding headers count; empty for none. */
  @IsOptional()
  @IsString()
  TRELLIS_TRUSTED_PROXIES?: string;

  /** Hosts of a network that nobody else is on: reached without TLS, one by one, with commas. */
  @IsOptional()
  @IsString()
  TRELLIS_PRIVATE_HOSTS?: string;

  /** File of the erasure ledger, where it is not in the data folder. */
  @IsOptional()
  @IsString()
  TRELLIS_ERASURE_LEDGER?: string;

  /** Who gets the signed checkpoints of the audit record by mail, once a day. */
  @IsOptional()
  @IsEmail({}, { message: 'TRELLIS_CHECKPOINT_MAIL must be one e-mail address' })
  TRELLIS_CHECKPOINT_MAIL?: string;

  /** Whose identity opens backups. */
  @IsOptional()
  @Matches(/^age1[a-z0-9]+$/, { message: 'TRELLIS_BACKUP_RECIPIENT must be a recipient: age1…' })
  TRELLIS_BACKUP_RECIPIENT?: string;

  @IsOptional()
  @IsIn(['0', '1'])
  TRELLIS_HOSTED_WORKER?: string;

  /** Folder that holds the built apps: `portal/browser` and `homework/browser`. */
  @IsOptional()
  @IsString()
  TRELLIS_WEB_DIR?: string;

  /** Days that an erasure waits at least, for laws that want records kept. */
  @IsInt({ message: 'TRELLIS_ERASURE_HOLD_DAYS must be a whole number' })
  @Min(0, { message: 'TRELLIS_ERASURE_HOLD_DAYS must be between 0 and 3650' })
  @Max(3650, { message: 'TRELLIS_ERASURE_HOLD_DAYS must be between 0 and 3650' })
  TRELLIS_ERASURE_HOLD_DAYS = accessSettings.erasureHoldDays.standard;

  /** Where numbers for Prometheus are given out; nowhere without it. */
  @IsOptional()
  @Matches(/^(?:[\w.-]+|\[[0-9a-f:]+\]):\d{1,5}$/, {
    message: 'TRELLIS_METRICS must be an address and a port: 127.0.0.1:9464',
  })
  TRELLIS_METRICS?: string;

  @IsOptional()
  @IsIn(['silent', 'error', 'warn', 'info', 'debug'])
  TRELLIS_LOG_LEVEL?: string;
}

/** Everything an entry point may know of its surroundings. Frozen; nothing else reads the environment. */
export interface Config {
  readonly mode: 'production' | 'demo' | 'test';
  readonly portalPort: number;
  readonly homeworkPort: number;
  readonly portalUrl: string;
  readonly homeworkUrl: string;
  readonly databaseUrl: string;
  readonly databaseDirectUrl: string;
  readonly redisUrl: string | null;
  readonly smtpUrl: string | null;
  readonly dataDir: string;
  readonly masterKeyFile: string;
  readonly trustedProxies: readonly string[];
  readonly hostedWorker: boolean;
  readonly webDir: string;
  readonly logLevel: string;
  readonly erasureHoldDays: number;
  readonly erasureLedger: string;
  readonly checkpointMail: string | null;
  readonly backupRecipient: string | null;
  readonly metrics: MetricsPlace | null;
}

/** Where the numbers of this process are given out. */
export interface MetricsPlace {
  readonly host: string;
  readonly port: number;
}

/** Nest token of the frozen configuration. */
export const CONFIG = Symbol('config');

/** Raised at boot with one line per wrong setting; the entry points print it and stop. */
export class ConfigError extends Error {}

/**
 * Checks the environment and freezes it.
 * @throws ConfigError naming every wrong or missing setting at once, never its value.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const known = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const numbers = ['PORT', 'TRELLIS_ERASURE_HOLD_DAYS'].filter((name) => known[name] !== undefined);
  const checked = plainToInstance(Environment, {
    ...known,
    ...Object.fromEntries(numbers.map((name) => [name, Number(known[name])])),
  });
  const problems = validateSync(checked, { forbidUnknownValues: true });
  if (problems.length > 0) {
    throw new ConfigError(problems.flatMap((problem) => Object.values(problem.constraints ?? {})).join('\n'));
  }
  const config = fromEnvironment(checked);
  const open = openTransports(
    {
      DATABASE_URL: config.databaseUrl,
      DATABASE_DIRECT_URL: config.databaseDirectUrl,
      REDIS_URL: config.redisUrl,
    },
    listOf(checked.TRELLIS_PRIVATE_HOSTS),
  );
  if (open.length > 0) throw new ConfigError(open.join('\n'));
  return Object.freeze(config);
}

function fromEnvironment(checked: Environment): Config {
  const homeworkPort = checked.PORT === 0 ? 0 : checked.PORT + 1;
  const mode = checked.TRELLIS_MODE as Config['mode'];
  if (
    mode === 'production' &&
    (checked.TRELLIS_PORTAL_URL === undefined || checked.TRELLIS_HOMEWORK_URL === undefined)
  ) {
    throw new ConfigError(
      'TRELLIS_PORTAL_URL and TRELLIS_HOMEWORK_URL must name the public addresses in production.',
    );
  }
  return {
    mode,
    portalPort: checked.PORT,
    homeworkPort,
    portalUrl: checked.TRELLIS_PORTAL_URL ?? `http://localhost:${String(checked.PORT)}`,
    homeworkUrl: checked.TRELLIS_HOMEWORK_URL ?? `http://localhost:${String(homeworkPort)}`,
    databaseUrl: checked.DATABASE_URL,
    databaseDirectUrl: checked.DATABASE_DIRECT_URL ?? checked.DATABASE_URL,
    redisUrl: checked.REDIS_URL ?? null,
    smtpUrl: checked.SMTP_URL ?? null,
    dataDir: checked.TRELLIS_DATA_DIR,
    masterKeyFile: checked.TRELLIS_MASTER_KEY_FILE,
    trustedProxies: Object.freeze(listOf(checked.TRELLIS_TRUSTED_PROXIES)),
    hostedWorker: checked.TRELLIS_HOSTED_WORKER === '1',
    webDir: checked.TRELLIS_WEB_DIR ?? 'dist',
    erasureLedger:
      checked.TRELLIS_ERASURE_LEDGER ?? join(checked.TRELLIS_DATA_DIR, 'erasures', 'ledger.jsonl'),
    checkpointMail: checked.TRELLIS_CHECKPOINT_MAIL ?? null,
    metrics: placeOf(checked.TRELLIS_METRICS),
    backupRecipient: checked.TRELLIS_BACKUP_RECIPIENT ?? null,
    erasureHoldDays: checked.TRELLIS_ERASURE_HOLD_DAYS,
    logLevel: checked.TRELLIS_LOG_LEVEL ?? (mode === 'production' ? 'info' : 'warn'),
  };
}

function placeOf(text?: string): MetricsPlace | null {
  const [, host, port] = /^\[?(.+?)\]?:(\d+)$/.exec(text ?? '') ?? [];
  return host === undefined ? null : { host, port: Number(port) };
}

function listOf(text = ''): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

/** The configuration of this process. Called once by each entry point. */
export function readConfig(): Config {
  return loadConfig(process.env);
}
