export type PartnerTellingView =
  'not_yet' | 'with_therapist_planned' | 'told' | 'partner_found_out' | 'agreement_says_not_this_level';

/** One slip without its details. Times are plain, words are opened one at a time. */
export interface SlipView {
  readonly id: string;
  readonly kind: 'slip' | 'new_material';
  readonly level: 'near_slip' | 'slip' | 'longer_episode' | null;
  readonly slipAt: string;
  readonly loggedAt: string;
  readonly therapistToldAt: string | null;
  readonly partner: PartnerTellingView;
  readonly partnerAt: string | null;
  readonly therapistBy: string;
  readonly partnerBy: string | null;
  /** What the protocol still waits for, and what of it is late. */
  readonly gaps: readonly ('therapist_not_told' | 'partner_not_told')[];
  readonly overdue: readonly ('therapist_not_told' | 'partner_not_told')[];
  readonly hasWords: boolean;
  readonly version: number;
}

/** Slips of a couple for the therapists of the recovering person's side, newest first, 50 at most. */
export interface CaseSlipsView {
  readonly slips: readonly SlipView[];
  /** When somebody last asked; while nobody has, "none on record" says nothing. */
  readonly askedAt: string | null;
  readonly mayLog: boolean;
}

export interface SlipWordsView {
  readonly words: string;
}

export interface OwnSlipsView {
  readonly slips: readonly SlipView[];
  readonly therapistName: string | null;
  readonly timeZone: string;
}

/** `stopped`: nothing was kept, and the own therapist calls. */
export interface LoggedSlipView {
  readonly stopped: boolean;
  readonly slip: SlipView | null;
}
