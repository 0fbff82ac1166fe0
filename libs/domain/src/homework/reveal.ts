import type { Track } from '../access/roles.js';
import { ok, refuse, type Result } from '../shared/result.js';

/** One person's half of joint work. */
export type Half<Words> = Readonly<{ words: Words; submittedAt: Date | null }>;
export type Halves<Words> = Readonly<Record<Track, Half<Words> | null>>;

export type RevealRefusal = 'already_revealed' | 'nothing_handed_in';

/** True once both halves are handed in; from then on each person reads both (HW-29). */
export function isRevealed<Words>(halves: Halves<Words>): boolean {
  return [halves.RP, halves.BP].every((half) => half !== null && half.submittedAt !== null);
}

/** The moment of the reveal: the later of both submissions; null before it. */
export function revealedAt<Words>(halves: Halves<Words>): Date | null {
  const [a, b] = [halves.RP?.submittedAt, halves.BP?.submittedAt];
  return a && b ? new Date(Math.max(a.getTime(), b.getTime())) : null;
}

/** What one person sees: their own half, and the other's only after the reveal. */
export type HalvesSeen<Words> = Readonly<{
  mine: Half<Words> | null;
  theirs: Words | null;
  revealed: boolean;
}>;

/**
 * Joint work as one person sees it. Before the reveal nothing tells whether the other has begun, has handed in or
 * has taken back: the value is the same (HW-30).
 */
export function halvesSeenBy<Words>(person: Track, halves: Halves<Words>): HalvesSeen<Words> {
  const revealed = isRevealed(halves);
  const theirs = halves[otherTrack(person)];
  return { mine: halves[person], theirs: revealed && theirs !== null ? theirs.words : null, revealed };
}

/** Hands in a half, or hands in anew what was not yet revealed. After the reveal nothing is exchanged (HW-29). */
export function handIn<Words>(
  person: Track,
  words: Words,
  halves: Halves<Words>,
  at: Date,
): Result<Halves<Words>, RevealRefusal> {
  if (isRevealed(halves)) return refuse('already_revealed');
  return ok({ ...halves, [person]: { words, submittedAt: at } });
}

/** Takes a half back before the reveal; the words stay with their author as a draft (HW-31). */
export function takeBack<Words>(person: Track, halves: Halves<Words>): Result<Halves<Words>, RevealRefusal> {
  if (isRevealed(halves)) return refuse('already_revealed');
  const mine = halves[person];
  if (mine === null || mine.submittedAt === null) return refuse('nothing_handed_in');
  return ok({ ...halves, [person]: { ...mine, submittedAt: null } });
}

/** The other of the two. */
export function otherTrack(person: Track): Track {
  return person === 'RP' ? 'BP' : 'RP';
}
