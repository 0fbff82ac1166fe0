/**
 * Where an information agreement stands. `waits`: both people signed one page and the therapist has not; `open`: the two
 * have not signed one page yet. An end does not say who ended it.
 */
export class AgreementView {
  readonly state!: 'open' | 'waits' | 'in_force' | 'ended';
  /** Counted from 1 for each couple; null before it is in force. */
  readonly number!: number | null;
  readonly signedAt!: string | null;
  readonly endedAt!: string | null;
  /** The stage has changed since it was signed, so that it is to be looked at again. */
  readonly lookAgain!: boolean;
  /** 0 before it is in force. */
  readonly version!: number;
}

/** As its therapists see it. */
export class CaseAgreementView {
  readonly agreement!: AgreementView;
  readonly signedByName!: string | null;
  /** Where the couple has a couple therapist, the third signature is theirs. */
  readonly maySign!: boolean;
}
