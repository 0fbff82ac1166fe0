import type { LocalDate, Track } from '@trellis/domain';

/** What one person did or meant to do on a day, without a word about it. */
export interface ActDay {
  readonly kind: 'contact' | 'plan' | 'update' | 'activity';
  readonly side: Track;
  readonly on: LocalDate;
}

/** A check-in of both (C01, C02): when each half came in, or that its person put it aside. */
export interface SharedFact {
  readonly code: string;
  readonly on: LocalDate;
  readonly dueAt: string;
  readonly rpAt: string | null;
  readonly bpAt: string | null;
  readonly rpAside: boolean;
  readonly bpAside: boolean;
}

/** What is counted of sealed answers and of ticks, as the database gives it. */
export interface ActFacts {
  readonly shared: readonly SharedFact[];
  /** Dialogues that took place; `felt` is how far the partner felt heard, 0 to 4. */
  readonly dialogues: readonly { readonly on: LocalDate; readonly felt: number | null }[];
  readonly days: readonly ActDay[];
  /** Days of exercises in which a contact can be named (R14, B01) and that were not put aside. */
  readonly asked: readonly { readonly side: Track; readonly on: LocalDate }[];
  readonly enrolled: readonly Track[];
  /** Information agreements, with the day on which they ended. */
  readonly agreements: readonly { readonly from: LocalDate; readonly to: LocalDate | null }[];
  readonly disclosuresOn: readonly LocalDate[];
  readonly holds: readonly { readonly from: string; readonly to: string | null }[];
}

/** Of a couple of which nothing may be known, or nothing is. */
export const noActs: ActFacts = {
  ...{ shared: [], dialogues: [], days: [], asked: [], enrolled: [], agreements: [] },
  ...{ disclosuresOn: [], holds: [] },
};
