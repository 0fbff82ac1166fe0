import type { Track } from '../access/roles.js';
import { daysBetween } from '../shared/local-date.js';
import { localDateOf } from '../shared/zoned-time.js';
import type { ContraindicationId } from './contraindications.js';
import type { Assessment, DisclosureSnapshot } from './snapshot.js';

export type Judgement = 'absent' | 'present' | 'unknown';

/**
 * The newest assessment of one contraindication for one person, up to today in the couple's zone; null when there is
 * none. Of two on one day, the one that found it present counts.
 */
export function latestAssessment(
  snapshot: DisclosureSnapshot,
  track: Track,
  id: ContraindicationId,
  now: Date,
): Assessment | null {
  const today = localDateOf(now, snapshot.zone);
  let latest: Assessment | null = null;
  for (const made of snapshot.assessments) {
    if (made.track !== track || made.id !== id || made.on > today) continue;
    if (latest === null || outweighs(made, latest)) latest = made;
  }
  return latest;
}

function outweighs(made: Assessment, other: Assessment): boolean {
  return made.on > other.on || (made.on === other.on && made.present && !other.present);
}

/**
 * Whether a contraindication is present for one person, judged at most `validDays` days ago. A legal exposure for
 * which advice was taken no longer stops anything and reads as absent (FTD-17).
 */
export function judgementOf(
  snapshot: DisclosureSnapshot,
  track: Track,
  id: ContraindicationId,
  now: Date,
  validDays = Number.POSITIVE_INFINITY,
): Judgement {
  const latest = latestAssessment(snapshot, track, id, now);
  if (!latest || daysBetween(latest.on, localDateOf(now, snapshot.zone)) > validDays) return 'unknown';
  if (id === 'legal_exposure' && snapshot.counselConsulted[track] === true) return 'absent';
  return latest.present ? 'present' : 'absent';
}

/**
 * True while sensitive sections are not to be written: legal exposure is present or not judged, and no advice was
 * taken (FTD-17, "talk first, do not write yet").
 */
export function sensitiveWritingBlocked(snapshot: DisclosureSnapshot, track: Track, now: Date): boolean {
  return judgementOf(snapshot, track, 'legal_exposure', now) !== 'absent';
}
