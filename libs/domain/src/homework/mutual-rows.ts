import type { Track } from '../access/roles.js';

/** Answers of a preference map. 'maybe' is "yes, with a condition". */
export const preferences = ['yes', 'maybe', 'no', 'do_not_ask'] as const;
export type Preference = (typeof preferences)[number];

/** One person's map: an answer for each domain, and what they took back. The private note is not part of it. */
export type PreferenceMap = Readonly<{
  answers: Readonly<Record<string, Readonly<{ answer: Preference; condition?: string }>>>;
  releasedByAuthor: boolean;
  approvedByTherapist: boolean;
  /** Domains that the author has taken back. */
  revoked: readonly string[];
}>;

export type OpenAnswer = Readonly<{ answer: 'yes' | 'maybe'; condition: string | null }>;
export type MutualRow = Readonly<{ domain: string; answers: Readonly<Record<Track, OpenAnswer>> }>;

/**
 * The rows that both people see, in the order of `domains` (HW-32). Only where both maps are released and approved,
 * and neither answered no or "do not ask". A row that is missing does not say why: no, "do not ask", no answer and
 * an answer taken back all look alike, to both.
 */
export function mutualRows(
  domains: readonly string[],
  maps: Readonly<Record<Track, PreferenceMap | null>>,
): readonly MutualRow[] {
  return domains.flatMap((domain): MutualRow[] => {
    const [RP, BP] = [openAnswer(domain, maps.RP), openAnswer(domain, maps.BP)];
    return RP && BP ? [{ domain, answers: { RP, BP } }] : [];
  });
}

function openAnswer(domain: string, map: PreferenceMap | null): OpenAnswer | null {
  if (!map?.releasedByAuthor || !map.approvedByTherapist || map.revoked.includes(domain)) return null;
  if (!Object.hasOwn(map.answers, domain)) return null;
  const given = map.answers[domain];
  if (given?.answer !== 'yes' && given?.answer !== 'maybe') return null;
  return { answer: given.answer, condition: given.condition ?? null };
}

/** The map after its author took one row back, at any time and without a reason (HW-32). */
export function revokeRow(map: PreferenceMap, domain: string): PreferenceMap {
  return map.revoked.includes(domain) ? map : { ...map, revoked: [...map.revoked, domain] };
}
