import type { Track } from '../access/roles.js';
import type { Lateness } from '../homework/lateness.js';
import type { LocalDate } from '../shared/local-date.js';

/** One expected exercise of the recovering person; `on` is the local day by which it counts. */
export type CountedOccurrence = Readonly<{ code: string; on: LocalDate; outcome: Lateness | 'skipped' }>;

/** One expected shared exercise (C01, C02): what became of each half, and whether the partner had opted in. */
export type SharedOccurrence = Readonly<{
  code: string;
  on: LocalDate;
  partnerOptedIn: boolean;
  halves: Readonly<Record<Track, Lateness | 'skipped'>>;
}>;

/** How a scheduled session ended. `movedTo` is the new day, null while there is none. */
export type SessionEnd = Readonly<
  | { kind: 'attended' | 'late_cancel' | 'no_show' | 'clinic_cancel' | 'partner_pause' }
  | { kind: 'client_moved'; movedTo: LocalDate | null }
>;

export type SessionRecord = Readonly<{
  /** Whose session: one person's own, or both together. */
  with: Track | 'JOINT';
  on: LocalDate;
  end: SessionEnd;
}>;

/**
 * A slip on record. `not_to_tell` is a level that the couple agreed not to tell; null is no outcome yet. The agreed
 * hours run from the slip. An addendum counts on the day on which it came.
 */
export type SlipOnRecord = Readonly<{
  at: Date;
  agreedHours: number;
  outcome: Readonly<{ how: 'told'; at: Date } | { how: 'found_out' | 'addendum' | 'not_to_tell' }> | null;
}>;

/** A mirroring dialogue (C03) that took place; `partnerFeltHeard` is 0 to 4, null when it was not rated. */
export type HeldDialogue = Readonly<{ on: LocalDate; partnerFeltHeard: number | null }>;

/** Contact with a peer or group (R14), or with a safe person (B01). */
export type SupportContact = Readonly<{ who: Track; on: LocalDate }>;

/** Joint work: under way, put off by the plan, or on hold. */
export type JointWork = 'open' | 'paused_by_plan' | 'on_hold';

/** All that behaviour is counted from, of one couple. Records outside the frame are left out by the counters. */
export type BehaviourRecords = Readonly<{
  occurrences: readonly CountedOccurrence[];
  slips: readonly SlipOnRecord[];
  sessions: readonly SessionRecord[];
  shared: readonly SharedOccurrence[];
  /** Days of agreed updates, as the recovering person ticked them; one entry for each update. */
  updatesOn: readonly LocalDate[];
  dialogues: readonly HeldDialogue[];
  /** Days planned in R14, and days with a recovery activity. */
  plannedOn: readonly LocalDate[];
  activeOn: readonly LocalDate[];
  contacts: readonly SupportContact[];
  /** Who is enrolled. */
  people: readonly Track[];
  jointWork: JointWork;
  /** The partner chose to stand back from the work together. */
  partnerOptedOut: boolean;
}>;
