import type { Track } from '../access/roles.js';
import { ok, refuse, type Result } from '../shared/result.js';
import type { HomeworkTemplate } from './template.js';

/** One person's half of joint work. */
export type Half<Words> = Readonly<{ words: Words; submittedAt: Date | null }>;
export type Halves<Words> = Readonly<Record<Track, Half<Words> | null>>;

/**
 * What opens the halves: both being in, or, where the couple sees them in a session first, a therapist who opens them
 * there (HW-66). `openedAt` null: not yet.
 */
export type RevealMode = Readonly<{ kind: 'both_in' } | { kind: 'in_session'; openedAt: Date | null }>;

/** How the halves of this exercise open. `openedAt` is asked only where a session comes first. */
export function revealModeOf(
  { sharing }: Pick<HomeworkTemplate, 'sharing'>,
  openedAt: Date | null,
): RevealMode {
  const inSession = sharing.kind === 'reveal_on_both' && sharing.inSession === true;
  return inSession ? { kind: 'in_session', openedAt } : { kind: 'both_in' };
}

export type RevealRefusal = 'already_revealed' | 'nothing_handed_in';

/** The moment at which the later half came in; null while one is missing. */
function bothInAt<Words>(halves: Halves<Words>): Date | null {
  const [a, b] = [halves.RP?.submittedAt, halves.BP?.submittedAt];
  return a && b ? new Date(Math.max(a.getTime(), b.getTime())) : null;
}

/** True once the halves are open; from then on each person reads both (HW-29). */
export function isRevealed<Words>(halves: Halves<Words>, mode: RevealMode): boolean {
  return revealedAt(halves, mode) !== null;
}

/**
 * The moment of the reveal: the later of both submissions, or the opening in a session after it; null before it. An
 * opening that is older than a half does not count for that half.
 */
export function revealedAt<Words>(halves: Halves<Words>, mode: RevealMode): Date | null {
  const bothIn = bothInAt(halves);
  if (mode.kind === 'both_in' || bothIn === null) return bothIn;
  return mode.openedAt !== null && mode.openedAt >= bothIn ? mode.openedAt : null;
}

/** A therapist opens the halves in a running session; refused before both are in, outside one, and a second time. */
export function openInSession<Words>(
  halves: Halves<Words>,
  mode: RevealMode,
  opening: Readonly<{ byTherapist: boolean; sessionRuns: boolean; at: Date }>,
): Result<RevealMode, 'already_revealed' | 'not_both_in' | 'not_in_session'> {
  if (isRevealed(halves, mode)) return refuse('already_revealed');
  if (bothInAt(halves) === null) return refuse('not_both_in');
  if (!opening.byTherapist || !opening.sessionRuns) return refuse('not_in_session');
  return ok({ kind: 'in_session', openedAt: opening.at });
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
export function halvesSeenBy<Words>(
  person: Track,
  halves: Halves<Words>,
  mode: RevealMode,
): HalvesSeen<Words> {
  const revealed = isRevealed(halves, mode);
  const theirs = halves[otherTrack(person)];
  return { mine: halves[person], theirs: revealed && theirs !== null ? theirs.words : null, revealed };
}

/** Hands in a half, or hands in anew what was not yet revealed. After the reveal nothing is exchanged (HW-29). */
export function handIn<Words>(
  person: Track,
  words: Words,
  halves: Halves<Words>,
  at: Date,
  mode: RevealMode,
): Result<Halves<Words>, RevealRefusal> {
  if (isRevealed(halves, mode)) return refuse('already_revealed');
  return ok({ ...halves, [person]: { words, submittedAt: at } });
}

/** Takes a half back before the reveal; the words stay with their author as a draft (HW-31). */
export function takeBack<Words>(
  person: Track,
  halves: Halves<Words>,
  mode: RevealMode,
): Result<Halves<Words>, RevealRefusal> {
  if (isRevealed(halves, mode)) return refuse('already_revealed');
  const mine = halves[person];
  if (mine === null || mine.submittedAt === null) return refuse('nothing_handed_in');
  return ok({ ...halves, [person]: { ...mine, submittedAt: null } });
}

/** The other of the two. */
export function otherTrack(person: Track): Track {
  return person === 'RP' ? 'BP' : 'RP';
}
