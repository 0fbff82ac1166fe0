export type GateSideView = 'RP' | 'BP' | 'JOINT';

/** A number, a day or a state behind a criterion; never a word that a person wrote. */
export interface GateEvidenceView {
  readonly name: string;
  readonly value: string;
}

export interface GateCriterionView {
  readonly criterion: string;
  readonly item: number;
  readonly level: 'hard' | 'soft';
  readonly side: GateSideView;
  readonly met: boolean;
  readonly title: { readonly en: string; readonly es: string };
  /** Who can bring it about. */
  readonly who: readonly ('T_RP' | 'T_BP' | 'T_C' | 'RP' | 'BP')[];
  /** Empty for a side that the reader does not hold. */
  readonly evidence: readonly GateEvidenceView[];
}

/** A person's answer: of the other side no more than whether it is there. */
export interface GateAgreementView {
  readonly side: 'RP' | 'BP';
  readonly standing: 'given' | 'missing' | 'not_free' | 'not_alone' | 'withdrawn' | 'too_old';
  readonly answeredAt: string | null;
}

export interface GateSignatureView {
  readonly side: GateSideView;
  readonly standing: 'signed' | 'missing' | 'too_old';
  readonly name: string | null;
  readonly signedAt: string | null;
  readonly maySign: boolean;
}

export interface GateView {
  readonly to: 2 | 3;
  readonly standing: 'open' | 'due_for_review' | 'closed';
  readonly openedAt: string | null;
  /** Last local day on which it holds without a new look. */
  readonly reviewOn: string | null;
  readonly recommended: boolean;
  readonly softMet: number;
  readonly softNeeded: number;
  readonly criteria: readonly GateCriterionView[];
  readonly agreements: readonly GateAgreementView[];
  readonly signatures: readonly GateSignatureView[];
  /** Everything is in place, and the step is the next one or a new look at one that was taken. */
  readonly mayOpen: boolean;
}

/** One line of the past: a gate that opened or closed. Who closed it is named on the side it came from alone. */
export interface GateEventView {
  readonly id: string;
  readonly to: 2 | 3;
  readonly openedAt: string;
  readonly openedBy: string | null;
  readonly closedAt: string | null;
  readonly closedFrom: GateSideView | null;
  readonly hasReason: boolean;
  readonly reviewOn: string;
}

export interface TouchSignalView {
  readonly side: 'RP' | 'BP';
  readonly trigger: string;
  readonly tells: 'SAFE-1' | 'therapist_task' | 'nobody';
  readonly at: string;
}

export interface TouchPauseView {
  readonly since: string;
  /** Of the sides the reader holds. */
  readonly signals: readonly TouchSignalView[];
  readonly talkedWith: readonly ('RP' | 'BP')[];
  readonly gaps: readonly ('not_paused' | 'gate_not_open' | 'talk_with_RP' | 'talk_with_BP')[];
}

export interface GateFactView {
  readonly id: string;
  readonly kind: string;
  readonly side: GateSideView;
  readonly outcome: string;
  readonly amounts: readonly number[];
  readonly on: string;
  readonly comparedWith: string | null;
  readonly byName: string;
  readonly hasNote: boolean;
}

/** One week of a person's index, for their own therapist. */
export interface IndexWeekView {
  readonly id: string;
  readonly side: 'RP' | 'BP';
  readonly week: string;
  /** 0 to 100 with one decimal; null with too few answers. */
  readonly score: number | null;
  readonly alarm: boolean;
}

/** Stages and gates of a couple. The office sees stage, days and the past; no criterion, no answer, no pause. */
export interface CaseStageGatesView {
  readonly stage: 1 | 2 | 3;
  readonly stageSince: string;
  readonly today: string;
  readonly timeZone: string;
  readonly version: number;
  readonly sides: readonly GateSideView[];
  readonly people: readonly { readonly side: 'RP' | 'BP'; readonly name: string }[];
  readonly gates: readonly GateView[];
  readonly past: readonly GateEventView[];
  readonly touch: TouchPauseView | null;
  readonly facts: readonly GateFactView[];
  readonly index: readonly IndexWeekView[];
}

export interface GateWordsView {
  readonly words: string;
}

export interface IndexAnswersView {
  readonly answers: readonly { readonly item: string; readonly value: number | null }[];
}

/** A person's own page. What the other said or did is nowhere in it, but for sentences that both read alike. */
export interface OwnStageGatesView {
  readonly stage: 1 | 2 | 3;
  /** The next step and the own answer to it; null at the last stage. */
  readonly next: OwnGateView | null;
  /** Read by both alike after a way back, whoever took it; null otherwise. */
  readonly notice: { readonly en: string; readonly es: string } | null;
  /** Read by both alike while touch exercises are paused; null where there are none or they are open. */
  readonly touchPaused: { readonly en: string; readonly es: string } | null;
  readonly mayPauseTouch: boolean;
  /** The running week of the index; null before stage 2. */
  readonly index: { readonly week: string; readonly given: boolean } | null;
  readonly therapistName: string | null;
}

export interface OwnGateView {
  readonly to: 2 | 3;
  readonly answer: 'yes' | 'not_yet' | 'no' | null;
  readonly answeredAt: string | null;
  /** Until when a yes counts; null without one. */
  readonly countsUntil: string | null;
}
