import type { KeyObject } from 'node:crypto';
import type { ClientBase } from 'pg';
import { anchorsOf, type Anchor } from './anchors.js';
import { beginningOf, linkHash } from './chain-link.js';
import type { CheckpointLine } from './checkpoint-file.js';
import {
  headsOf,
  linksAfter,
  sealedClinics,
  waitingCount,
  type StoredLink,
} from './verification.repository.js';

export type BreakKind =
  /** A value of a row, or the hash beside it, is not what was sealed. */
  | 'changed'
  /** A number is left out: rows were removed, or put elsewhere. */
  | 'missing'
  /** A row does not follow the one before it. */
  | 'unlinked'
  /** The chain ends before a place that a checkpoint or the note of its end vouches for. */
  | 'cut_off'
  /** Whole in itself, and not the chain that the checkpoint saw. */
  | 'rewritten'
  /** A line that is no checkpoint, or that nobody with the key signed. */
  | 'forged_checkpoint'
  /** A line that does not follow the one before it in the file. */
  | 'missing_checkpoint';

export interface ChainBreak {
  readonly kind: BreakKind;
  /** Clinic of the chain; null for the file. */
  readonly clinicId: string | null;
  /** Place in the chain, or line of the file. */
  readonly at: number;
}

export interface Verification {
  /** The first break of each chain and of the file; empty when all is whole. */
  readonly breaks: readonly ChainBreak[];
  readonly chains: number;
  readonly links: number;
  readonly checkpoints: number;
  /** Chains that no checkpoint vouches for: rewritten as a whole they would look the same. */
  readonly unanchored: number;
  /** Rows not sealed yet, and the age of the oldest in seconds. */
  readonly waiting: number;
  readonly waitingSeconds: number;
}

const pageSize = 2000;

/**
 * Reads every chain from its first link and holds it against the checkpoints. `client` must be inside one snapshot
 * (REPEATABLE READ), opened after `lines` were read: a checkpoint may then be older than the rows, never newer.
 */
export async function verifyChains(
  client: ClientBase,
  lines: readonly CheckpointLine[],
  keys: readonly KeyObject[],
): Promise<Verification> {
  const { anchors, fileBreak } = anchorsOf(lines, keys);
  const heads = await headsOf(client);
  const clinicIds = new Set([...(await sealedClinics(client)), ...anchors.keys(), ...heads.keys()]);
  const breaks: ChainBreak[] = fileBreak === null ? [] : [fileBreak];
  let links = 0;
  for (const clinicId of clinicIds) {
    const vouched = [...(anchors.get(clinicId) ?? []), ...(heads.get(clinicId) ?? [])];
    const walked = await walk(client, clinicId, vouched);
    links += walked.links;
    if (walked.found !== null) breaks.push({ clinicId, ...walked.found });
  }
  const unanchored = [...clinicIds].filter((clinicId) => !anchors.has(clinicId)).length;
  const waiting = await waitingCount(client);
  return {
    ...{ breaks, chains: clinicIds.size, links, checkpoints: lines.length, unanchored },
    ...{ waiting: waiting.rows, waitingSeconds: waiting.seconds },
  };
}

type Found = Pick<ChainBreak, 'kind' | 'at'>;

/** One chain, page by page, up to its first break. */
async function walk(
  client: ClientBase,
  clinicId: string,
  vouched: readonly Anchor[],
): Promise<{ links: number; found: Found | null }> {
  const expected = new Map<number, Set<string>>();
  for (const { seq, hash } of vouched) expected.set(seq, (expected.get(seq) ?? new Set()).add(hash));
  const end = Math.max(0, ...expected.keys());
  let seq = 0;
  let previous = beginningOf(clinicId);
  for (;;) {
    const page = await linksAfter(client, clinicId, seq, pageSize);
    for (const link of page) {
      const found = faultOf(link, seq + 1, previous, expected.get(seq + 1));
      if (found !== null) return { links: seq, found };
      seq += 1;
      previous = link.hash;
    }
    if (page.length < pageSize) break;
  }
  return { links: seq, found: seq < end ? { kind: 'cut_off', at: seq + 1 } : null };
}

function faultOf(
  link: StoredLink,
  seq: number,
  previous: Buffer,
  vouched: ReadonlySet<string> | undefined,
): Found | null {
  if (Number(link.seq) !== seq) return { kind: 'missing', at: seq };
  if (link.prev_hash === null || !previous.equals(link.prev_hash)) return { kind: 'unlinked', at: seq };
  if (!linkHash(link, seq, previous).equals(link.hash)) return { kind: 'changed', at: seq };
  const hash = link.hash.toString('hex');
  if (vouched !== undefined && [...vouched].some((one) => one !== hash))
    return { kind: 'rewritten', at: seq };
  return null;
}
