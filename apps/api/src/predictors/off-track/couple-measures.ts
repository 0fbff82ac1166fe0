import type { LocalDate, SlipAgreement, StoredRating, Track } from '@trellis/domain';
import type { ActFacts } from '../acts/act-facts.js';
import type { HomeworkFact, SessionFact } from '../predictors.repository.js';

/** A slip in whatever state its telling is; the system alone is given this. */
export interface MeasuredSlip {
  readonly at: string;
  readonly loggedAt: string;
  readonly partner: string;
  readonly partnerAt: string | null;
  readonly agreed: SlipAgreement | null;
}

/** What readings and rules are made of, across the sides of one couple. Scores by each person's consent. */
export interface CoupleMeasures {
  readonly timeZone: string;
  readonly anchorOn: LocalDate;
  readonly enrolledOn: Readonly<Partial<Record<Track, LocalDate | null>>>;
  readonly consented: readonly Track[];
  readonly ratings: readonly StoredRating[];
  readonly sheets: readonly { readonly on: LocalDate; readonly source: 'R' | 'B' }[];
  readonly homework: readonly HomeworkFact[];
  readonly slips: readonly MeasuredSlip[];
  readonly sessions: readonly SessionFact[];
  readonly acts: ActFacts;
  readonly disclosureAt: string | null;
  readonly lettersAt: readonly string[];
  readonly addendaAt: readonly string[];
  readonly risks: readonly { readonly side: Track; readonly at: string }[];
}
