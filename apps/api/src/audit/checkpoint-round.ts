import type { KeyObject } from 'node:crypto';
import type { ClientBase } from 'pg';
import { signCheckpoint, type Checkpoint } from './checkpoint.js';
import { appendCheckpoints, digestOf, lineOf, readCheckpoints } from './checkpoint-file.js';
import { claim, countChains, noteGap, type ChainCount } from './chain.repository.js';

/**
 * Counts every chain, notes the gaps it finds, and adds a signed line for each chain that moved since the file's last
 * word on it. Inside the caller's transaction, which also keeps other processes off the file. Returns the number of
 * lines, or null while another process is at it.
 */
export async function writeCheckpoints(
  client: ClientBase,
  file: string,
  key: KeyObject,
): Promise<number | null> {
  if (!(await claim(client, 'checkpoint'))) return null;
  const chains = await countChains(client);
  for (const chain of chains) if (hasGap(chain)) await noteGap(client, chain.clinic_id);
  const before = readCheckpoints(file);
  const known = new Map(before.map(({ checkpoint }) => [checkpoint?.clinic, checkpoint?.seq]));
  const moved = chains.filter(({ clinic_id, last_seq }) => known.get(clinic_id) !== Number(last_seq));
  const lines = signedLines(key, moved, before.at(-1)?.digest ?? '');
  if (lines.length > 0) appendCheckpoints(file, lines);
  return lines.length;
}

/** A signed line for each chain, one behind the other; `previous` is the digest of the line before the first. */
export function signedLines(key: KeyObject, chains: readonly ChainCount[], previous: string): string[] {
  const lines: string[] = [];
  let before = previous;
  for (const chain of chains) {
    const line = lineOf(signCheckpoint(key, checkpointOf(chain, before)));
    lines.push(line);
    before = digestOf(line);
  }
  return lines;
}

function hasGap(chain: ChainCount): boolean {
  return chain.rows !== Number(chain.last_seq);
}

function checkpointOf(chain: ChainCount, previous: string): Checkpoint {
  return {
    clinic: chain.clinic_id,
    seq: Number(chain.last_seq),
    hash: chain.hash.toString('hex'),
    count: chain.rows,
    from: chain.first_at.toISOString(),
    to: chain.last_at.toISOString(),
    at: chain.asked_at.toISOString(),
    previous,
  };
}
