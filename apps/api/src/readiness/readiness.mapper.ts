import type { InformationReleaseView, ReadinessRowView } from '@trellis/contracts';
import {
  factOf,
  itemIsMet,
  itemsWithoutException,
  readinessItems,
  type Compartment,
  type DisclosureSnapshot,
  type ReadinessItem,
} from '@trellis/domain';
import type { InformationReleaseRecord } from './information-release.repository.js';
import { mayMark } from './marking-rules.js';
import type { MarkRow } from './readiness-mark.repository.js';

export interface RowsSeen {
  readonly snapshot: DisclosureSnapshot;
  /** Marks that the reader may see; of other sides there are none. */
  readonly marks: readonly MarkRow[];
  readonly mySides: readonly Compartment[];
  readonly readerId: string;
  /** Reading in an emergency, or after the end, marks nothing. */
  readonly mayWrite: boolean;
  readonly now: Date;
}

/** Every criterion in its order. Of a side that is not the reader's: how it stands, and nothing about who or when. */
export function rowsOf(seen: RowsSeen): ReadinessRowView[] {
  return readinessItems.map((item) => rowOf(item, seen));
}

function rowOf(item: ReadinessItem, seen: RowsSeen): ReadinessRowView {
  const { id, side } = item;
  const { snapshot, mySides, now } = seen;
  const near = side === 'JOINT' ? mySides.length > 0 : mySides.includes(side);
  const met = itemIsMet(id, snapshot, now);
  const status = snapshot.readiness[id]?.status ?? (met ? 'met' : 'not_met');
  const mark = near ? seen.marks.find((one) => one.item === id) : undefined;
  return {
    ...{ id, side, met, status: met || near ? status : 'not_met' },
    fact: near ? factOf(id, snapshot, now) : null,
    version: mark?.version ?? 0,
    markedAt: mark?.marked_at.toISOString() ?? null,
    markedByName: mark?.by_name ?? null,
    coSignerName: mark?.co_signer_name ?? null,
    coSign: coSignOf(mark),
    hasWords: mark?.has_words ?? false,
    mine: near && seen.mayWrite && mayMark(item, mySides, snapshot.leadId, seen.readerId),
    excusable: !itemsWithoutException.includes(id),
  };
}

function coSignOf(mark: MarkRow | undefined): ReadinessRowView['coSign'] {
  if (mark === undefined || mark.co_signer_name === null) return 'none';
  if (mark.co_signed_at !== null) return 'signed';
  return mark.co_refused_at === null ? 'asked' : 'refused';
}

/** `today` is the couple's local day: a release holds through its last day. */
export function releaseView(row: InformationReleaseRecord, today: string): InformationReleaseView {
  const { id, side, scopes, therapists, version } = row;
  return {
    ...{ id, side, scopes, therapists, version, validUntil: row.valid_until },
    askedAt: row.asked_at.toISOString(),
    signedAt: row.signed_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    expired: row.valid_until < today,
  };
}
