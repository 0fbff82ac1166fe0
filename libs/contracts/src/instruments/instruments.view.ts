import type { FormPart, Instrument } from '@trellis/domain';

/** A form of the clinic, without its words. */
export class InstrumentFormView {
  readonly id!: string;
  readonly language!: 'en' | 'es';
  readonly number!: number;
  readonly title!: string | null;
  /** Shown wherever the form is. */
  readonly copyright!: string | null;
  readonly attestedByName!: string;
  readonly attestedAt!: string;
  readonly licenceReference!: string | null;
  readonly retiredAt!: string | null;
  /** What the next If-Match must carry. */
  readonly version!: number;
}

/** Where the clinic draws its lines; null is the standard of the list. */
export class InstrumentThresholdsView {
  readonly cut!: string | null;
  readonly ownCut!: number | null;
  readonly change!: string | null;
  readonly ownSd!: number | null;
  readonly ownReliability!: number | null;
  readonly setByName!: string | null;
  readonly setAt!: string | null;
  /** What the next If-Match must carry; 0 before anybody chose. */
  readonly version!: number;
}

/** One instrument of the list as this clinic has it: its code, its forms in use and before, and its lines. */
export class ClinicInstrumentView {
  readonly code!: string;
  /** Newest first, twenty at most. */
  readonly forms!: InstrumentFormView[];
  readonly thresholds!: InstrumentThresholdsView;
}

/** Instruments that the clinic has a form or lines of its own for. What else is known comes with the program. */
export class InstrumentsView {
  readonly instruments!: ClinicInstrumentView[];
}

/** The words of one form in reading order, for whoever fills it in. */
export class InstrumentFormWordsView {
  readonly id!: string;
  readonly code!: Instrument['code'];
  readonly title!: string | null;
  readonly language!: 'en' | 'es';
  readonly copyright!: string | null;
  readonly parts!: FormPart[];
}
