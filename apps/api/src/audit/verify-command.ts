import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isUuid } from '@trellis/domain';
import { Client } from 'pg';
import type { Config } from '../platform/config/env.js';
import { readMasterKey } from '../platform/sealing/master-key.js';
import { checkpointFileOf, readCheckpoints } from './checkpoint-file.js';
import { signingKey } from './checkpoint.js';
import { touchedBy, type Touched } from './verification.repository.js';
import { verifyChains, type Verification } from './verification.js';

/** A command line that cannot be followed; its message is a sentence for the operator. */
export class UsageError extends Error {}

export const usage = `Usage: audit-verify [--anchors FILE] [--public-key FILE]
       audit-verify --touched-by ID --from INSTANT --until INSTANT`;

const options = ['anchors', 'public-key', 'touched-by', 'from', 'until'] as const;
type Option = (typeof options)[number];
export type VerifyOptions = Partial<Readonly<Record<Option, string>>>;

/** Reads `--name value` pairs. @throws UsageError for anything else. */
export function readOptions(words: readonly string[]): VerifyOptions {
  const found: Partial<Record<Option, string>> = {};
  for (let at = 0; at < words.length; at += 2) {
    const name = options.find((one) => `--${one}` === words[at]);
    const value = words[at + 1];
    if (name === undefined || value === undefined) throw new UsageError(usage);
    found[name] = value;
  }
  return found;
}

/** What is printed, and how the process ends: 0 whole, 1 broken, 3 whole but without a checkpoint for every chain. */
export interface Outcome {
  readonly lines: readonly string[];
  readonly exitCode: number;
}

/** Carries the command out, reading only. @throws UsageError */
export async function verifyCommand(config: Config, given: VerifyOptions): Promise<Outcome> {
  const { 'touched-by': actor, from, until } = given;
  if (actor === undefined) return verified(config, given);
  if (!isUuid(actor) || !isInstant(from) || !isInstant(until)) throw new UsageError(usage);
  const touched = await inSnapshot(config, (client) => touchedBy(client, actor, from, until));
  return { lines: touched.length === 0 ? ['nothing'] : touched.map(touchedLine), exitCode: 0 };
}

async function verified(config: Config, given: VerifyOptions): Promise<Outcome> {
  const key = keyFor(config, given['public-key']);
  // Before the snapshot opens: see verifyChains.
  const lines = readCheckpoints(given.anchors ?? checkpointFileOf(config.dataDir));
  const result = await inSnapshot(config, (client) => verifyChains(client, lines, [key]));
  return { lines: sentences(result), exitCode: result.breaks.length > 0 ? 1 : result.unanchored > 0 ? 3 : 0 };
}

/** Whose signature counts: a key somebody kept elsewhere, or the one that follows from the master key. */
function keyFor(config: Config, publicKeyFile: string | undefined): KeyObject {
  return publicKeyFile === undefined
    ? createPublicKey(signingKey(readMasterKey(config.masterKeyFile)))
    : createPublicKey(readFileSync(publicKeyFile));
}

/** As the owner, who sees every clinic and whose sign-in also holds for a restored copy. */
async function inSnapshot<T>(config: Config, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: config.databaseDirectUrl });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return await work(client);
  } finally {
    await client.end();
  }
}

function sentences(result: Verification): string[] {
  const { breaks, chains, links, checkpoints, unanchored, waiting, waitingSeconds } = result;
  return [
    `${String(chains)} chains, ${String(links)} links read, ${String(checkpoints)} checkpoints`,
    ...breaks.map(({ kind, clinicId, at }) =>
      clinicId === null
        ? `BROKEN checkpoints line ${String(at)}: ${kind}`
        : `BROKEN clinic ${clinicId} link ${String(at)}: ${kind}`,
    ),
    ...(unanchored > 0 ? [`${String(unanchored)} chains stand without a checkpoint`] : []),
    ...(waiting > 0
      ? [`${String(waiting)} rows wait to be sealed, the oldest for ${String(waitingSeconds)} s`]
      : []),
    breaks.length === 0 ? 'whole' : 'broken',
  ];
}

function touchedLine({ kind, id, times, first, last, actions }: Touched): string {
  const words = [kind, id, String(times), first.toISOString(), last.toISOString(), actions.join(',')];
  return words.map(visible).join('\t');
}

function isInstant(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(text));
}

/** Text of a row on a terminal: what would move the cursor, break the line or turn the writing round is spelt out. */
export function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (sign) => {
    return `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`;
  });
}
