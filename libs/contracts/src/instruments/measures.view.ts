import type { FormPart, InstrumentStatement, ScreeningOutcome } from '@trellis/domain';

/** One scale of a sheet; null where an item of it has no answer, never 0. */
export class MeasureScaleView {
  readonly key!: string;
  readonly score!: number | null;
}

/** One answered or waiting sheet of a person, for the therapists of that person's side. */
export class MeasureSheetView {
  readonly id!: string;
  readonly code!: string;
  readonly place!: 'own_account' | 'in_person' | 'verified_alone_call';
  readonly state!: 'waiting' | 'answered' | 'withdrawn';
  readonly givenByName!: string;
  readonly givenAt!: string;
  readonly answeredOn!: string | null;
  readonly scales!: MeasureScaleView[];
  /** Items without an answer. */
  readonly missing!: number;
  /** A screening range, never a diagnosis; null while it waits. */
  readonly outcome!: ScreeningOutcome | null;
  /** Key of the band among those of the instrument. */
  readonly band!: string | null;
  /** What in the answers a therapist should look at; codes. */
  readonly concerns!: string[];
  readonly scoredBy!: string | null;
  readonly version!: number;
}

/** How the first scale moved between the first and the newest score. */
export class MeasureTrendView {
  readonly code!: string;
  readonly statement!: InstrumentStatement;
  readonly difference!: number | null;
  /** Id of the change that was asked for, `own` for the clinic's own numbers. */
  readonly rule!: string | null;
  /** Oldest first. */
  readonly points!: { readonly on: string; readonly score: number }[];
}

/** A suggestion, never a due date: null days for what was not asked yet. */
export class MeasureSuggestionView {
  readonly code!: string;
  readonly from!: string | null;
  readonly to!: string | null;
}

export class PersonMeasuresView {
  readonly personId!: string;
  readonly name!: string;
  readonly side!: 'RP' | 'BP';
  /** Newest first, sixty at most. */
  readonly sheets!: MeasureSheetView[];
  readonly trends!: MeasureTrendView[];
  readonly suggested!: MeasureSuggestionView[];
}

/** Those of the couple's people whose own therapist is asking; empty for everybody else. */
export class CoupleMeasuresView {
  readonly people!: PersonMeasuresView[];
}

/** One sheet with its answers beside the words of the form. */
export class MeasureAnswersView {
  readonly sheet!: MeasureSheetView;
  readonly title!: string | null;
  readonly copyright!: string | null;
  readonly language!: 'en' | 'es';
  readonly parts!: FormPart[];
  /** By linkId. */
  readonly answers!: Readonly<Record<string, unknown>>;
}

/** One form that waits for the person. No score is ever among them. */
export class OwnMeasureRowView {
  readonly id!: string;
  readonly title!: string | null;
  readonly language!: 'en' | 'es';
  readonly givenByName!: string;
  readonly givenAt!: string;
  readonly items!: number;
}

export class OwnMeasuresView {
  /** Oldest first, thirty at most. */
  readonly waiting!: OwnMeasureRowView[];
}

/** A form with the draft as last saved at the clinic. */
export class OwnMeasureView {
  readonly id!: string;
  readonly title!: string | null;
  readonly copyright!: string | null;
  readonly language!: 'en' | 'es';
  readonly givenByName!: string;
  readonly parts!: FormPart[];
  readonly answers!: Readonly<Record<string, unknown>>;
  readonly savedAt!: string | null;
  readonly version!: number;
}

/** `version` is what the next If-Match must carry. */
export class OwnMeasureSavedView {
  readonly version!: number;
  readonly savedAt!: string;
  readonly sent!: boolean;
}
