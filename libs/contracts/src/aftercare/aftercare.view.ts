/** `late`: past its time, the grace of a contact of hours included. */
export type AftercareStanding = 'open' | 'done' | 'late';

/** A task as a therapist of its side sees it; `item` names it in the plan. */
export interface AftercareTaskView {
  readonly id: string;
  readonly item: string;
  readonly recipient: 'BP' | 'RP' | 'T_BP' | 'T_RP' | 'LEAD';
  readonly side: 'RP' | 'BP' | 'JOINT';
  /** One of the two: an instant, or a day of the couple's calendar. */
  readonly dueAt: string | null;
  readonly dueOn: string | null;
  readonly doneAt: string | null;
  readonly standing: AftercareStanding;
  /** What the person said last, where they said something; the words are opened one at a time. */
  readonly answer: AftercareAnswerFactsView | null;
  readonly version: number;
}

export interface AftercareAnswerFactsView {
  readonly id: string;
  readonly at: string;
  readonly tap: 'home' | 'elsewhere' | 'with_support' | 'call_me' | null;
  readonly risk: 'safe' | 'unsure' | 'not_safe' | null;
  readonly hasWords: boolean;
}

/** A short check, opened. */
export interface AftercareAnswerView extends AftercareAnswerFactsView {
  readonly sleep: 'enough' | 'little' | 'hardly' | null;
  readonly food: 'enough' | 'little' | 'hardly' | null;
  readonly contactWanted: boolean | null;
  readonly words: string | null;
}

export interface AftercareContactView {
  readonly side: 'RP' | 'BP';
  readonly contact: 'departure' | 'h24' | 'h72' | 'd7' | 'd14' | 'd28' | 'letter';
  readonly madeAt: string;
}

export interface AftercareAlertView {
  readonly id: string;
  readonly side: 'RP' | 'BP' | 'JOINT';
  readonly kind: string;
  readonly raisedAt: string;
  readonly acknowledgedAt: string | null;
}

/** One addition, for the recovering person's own therapists. */
export interface CorrectionView {
  readonly id: string;
  readonly recalledAt: string;
  readonly toldAt: string | null;
  readonly metAt: string | null;
  readonly reviewedAt: string | null;
  readonly tellBy: string;
  readonly meetBy: string | null;
  readonly tell: 'open' | 'in_time' | 'late';
  readonly meet: 'waits_for_telling' | 'open' | 'in_time' | 'late';
  readonly notes: number;
  readonly version: number;
}

export interface CorrectionWordsView {
  readonly notes: readonly { readonly at: string; readonly words: string }[];
}

/** The time after the session as one member of the care team sees it. */
export interface CaseAftercareView {
  readonly timeZone: string;
  readonly sides: readonly ('RP' | 'BP' | 'JOINT')[];
  /** End of the session whose time after is running; null before one. */
  readonly endedAt: string | null;
  readonly tasks: readonly AftercareTaskView[];
  readonly contacts: readonly AftercareContactView[];
  /** Until when both have to be known to have left safely, and of which sides it is not known. */
  readonly departure: { readonly by: string; readonly missing: readonly ('RP' | 'BP')[] } | null;
  /** Contacts made in time of those that were due, 0 to 100, for all the team; null while none was due. */
  readonly onTime: number | null;
  readonly alerts: readonly AftercareAlertView[];
  /** Null where the viewer does not hold the recovering person's side. */
  readonly corrections: readonly CorrectionView[] | null;
  /** From so many additions on the team holds a review; false too where the viewer may not know. */
  readonly needsReview: boolean;
}

/** A card of the person's own; `item` names it in the plan. */
export interface OwnAftercareTaskView {
  readonly id: string;
  readonly item: string;
  readonly dueAt: string | null;
  readonly dueOn: string | null;
  readonly doneAt: string | null;
  readonly asksRisk: boolean;
  /** A short check with questions; else one button. */
  readonly form: boolean;
}

export interface OwnCorrectionView {
  readonly id: string;
  readonly recalledAt: string;
  readonly toldAt: string | null;
  readonly metAt: string | null;
  readonly tellBy: string;
}

export interface OwnAftercareView {
  readonly timeZone: string;
  readonly endedAt: string | null;
  readonly therapistName: string | null;
  readonly tasks: readonly OwnAftercareTaskView[];
  /** Own additions; always empty for the partner. */
  readonly corrections: readonly OwnCorrectionView[];
  readonly mayCorrect: boolean;
  readonly mayLogSlips: boolean;
}

/** What follows from an answer, on the person's own screen. */
export interface AftercareAnsweredView {
  readonly showHelp: boolean;
  readonly therapistCalls: boolean;
}

/** The one tap. `open` false: nothing is asked now. */
export interface OwnDepartureView {
  readonly open: boolean;
  readonly therapistName: string | null;
  readonly partnerName: string | null;
  readonly by: string | null;
  readonly tap: 'home' | 'elsewhere' | 'with_support' | 'call_me' | null;
  readonly tappedAt: string | null;
  readonly nextContactAt: string | null;
  readonly timeZone: string;
}

/** Something that was raised with a side of the asking therapist and that nobody has taken up. */
export class RaisedItemView {
  readonly alertId!: string;
  readonly coupleId!: string;
  readonly coupleName!: string;
  readonly timeZone!: string;
  readonly side!: 'RP' | 'BP' | 'JOINT';
  readonly kind!: string;
  /** It cannot wait until somebody is back. */
  readonly urgent!: boolean;
  readonly raisedAt!: string;
}

/** That something urgent waits with a couple of a colleague whom the asker covers. Not what it is. */
export class CoveredItemView {
  readonly coupleName!: string;
  readonly staffName!: string;
  readonly timeZone!: string;
  readonly since!: string;
}

/** Urgent first, then the longest waiting, 100 at most; `more` says that others wait behind them. */
export class RaisedListView {
  readonly items!: RaisedItemView[];
  readonly more!: boolean;
  readonly covered!: CoveredItemView[];
}
