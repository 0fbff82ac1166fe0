import type { ClientBase } from 'pg';
import { beginningOf, linkHash, type StoredAct } from './chain-link.js';
import {
  addLinks,
  chainEnds,
  claim,
  noteHead,
  waitingActs,
  type ChainEnds,
  type NewLink,
} from './chain.repository.js';

interface End {
  readonly seq: number;
  readonly hash: Buffer;
  readonly gap: boolean;
}

/**
 * Seals up to `most` waiting rows, oldest first, each behind the end of its clinic's chain, inside the caller's
 * transaction. Returns how many; 0 also while another process is at it.
 * @throws Error when a row changed under our hands: the transaction must then be rolled back and tried again.
 */
export async function sealWaiting(client: ClientBase, most: number): Promise<number> {
  if (!(await claim(client, 'seal'))) return 0;
  const acts = await waitingActs(client, most);
  if (acts.length === 0) return 0;
  const clinicIds = [...new Set(acts.map(({ clinic_id }) => clinic_id))];
  const chains = (await chainEnds(client, clinicIds)).map((ends) => {
    const end = endOf(ends);
    return { clinicId: ends.clinic_id, gap: end.gap, links: linked(actsOf(acts, ends.clinic_id), end) };
  });
  const links = chains.flatMap((chain) => chain.links);
  if ((await addLinks(client, links)) !== links.length) throw new Error('a row changed while it was sealed');
  for (const chain of chains) {
    const head = chain.links.at(-1);
    if (head !== undefined) await noteHead(client, head, chain.gap);
  }
  return links.length;
}

function actsOf(acts: readonly StoredAct[], clinicId: string): StoredAct[] {
  return acts.filter((act) => act.clinic_id === clinicId);
}

/** Goes on behind the further of the two ends: what was cut off stays missing, and is never numbered anew. */
function endOf(ends: ChainEnds): End {
  const noted = { seq: Number(ends.noted_seq ?? 0), hash: ends.noted_hash };
  const last = { seq: Number(ends.last_seq ?? 0), hash: ends.last_hash };
  const further = noted.seq > last.seq ? noted : last;
  const same = noted.seq === last.seq && Buffer.compare(noted.hash ?? empty, last.hash ?? empty) === 0;
  return { seq: further.seq, hash: further.hash ?? beginningOf(ends.clinic_id), gap: !same };
}

const empty = Buffer.alloc(0);

function linked(acts: readonly StoredAct[], end: End): NewLink[] {
  const links: NewLink[] = [];
  let { seq, hash: previous } = end;
  for (const act of acts) {
    seq += 1;
    const hash = linkHash(act, seq, previous);
    links.push({ clinicId: act.clinic_id, id: act.id, seq, previous, hash });
    previous = hash;
  }
  return links;
}
