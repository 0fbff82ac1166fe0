import type { Fraction } from '../shared/fraction.js';
import type { LocalizedText } from '../shared/localized.js';

export const instrumentFamilies = [
  'trauma',
  'mood',
  'couple',
  'attachment',
  'sexual_behavior',
  'partner_violence',
  'risk',
  'alcohol',
  'alliance',
  'other',
] as const;
export type InstrumentFamily = (typeof instrumentFamilies)[number];

/** `check` means that the terms are not known for sure; whatever is not `free` needs proof of a right to use it. */
export const licenceStatuses = ['free', 'check', 'ask', 'licensed', 'restricted'] as const;
export type LicenceStatus = (typeof licenceStatuses)[number];

/** Values that an answer may have, both ends included; `except` by position of the item, counted from 1. */
export type AnswerScale = Readonly<{
  from: number;
  to: number;
  except: Readonly<Record<number, readonly [from: number, to: number]>>;
  steps: 'whole' | 'tenths';
}>;

/** Items by position; `mapped` items are named by the clinic, because versions differ or the order is not known. */
export type ScaleItems = 'all' | 'mapped' | readonly number[];

/** `count` is the number of items where they are mapped and it is known; otherwise null. */
export type InstrumentScale = Readonly<{
  key: string;
  items: ScaleItems;
  count: number | null;
  combine: 'sum' | 'mean';
}>;

export type InstrumentScoring = Readonly<
  | { kind: 'scales'; scales: readonly InstrumentScale[]; reversed: readonly number[] | 'mapped' }
  /** Positive with any yes at all; negative when all of these items were answered with no. */
  | { kind: 'any_yes'; items: readonly number[] }
  /** High with any yes among the items; everything below that is for the clinician to say. */
  | { kind: 'triage'; high: readonly number[] }
  | { kind: 'score_by_clinician' }
>;

/** Where a value comes from: 'S…' a public source, 'K' general knowledge that is still to be verified, 'D' design. */
export type Sourced = Readonly<{ source: string; verify: boolean }>;

/** One way to draw the line. In the screening range from the value, above, below, or up to it. */
export type CutOption = Sourced &
  Readonly<{ id: string; value: Fraction; inRange: 'from' | 'above' | 'below' | 'up_to' }>;

/** From this total on; up to the next band. */
export type ScreeningBand = Sourced & Readonly<{ key: string; from: number; label: LocalizedText }>;

/** The smallest change in points of the scale that counts as more than noise. */
export type ChangeOption = Sourced & Readonly<{ id: string; points: Fraction }>;

export type CadenceMoment =
  'baseline' | 'intake' | 'before_disclosure' | 'after_disclosure_day_14' | 'before_gate_2_3' | 'any_sign';
export type InstrumentCadence = Readonly<{
  everyWeeks: readonly [from: number, to: number] | null;
  moments: readonly CadenceMoment[];
}>;

/**
 * What the product knows about a published instrument: how it is scored, never what it asks (INST-01). `range` is of
 * the first scale. The first cut and the first change are the standard ones. A clinic's own cut lies in `ownCut`.
 */
export type Instrument = Readonly<{
  code: string;
  version: number;
  family: InstrumentFamily;
  measures: LocalizedText;
  /** Scored items; null where it depends on the edition. */
  itemCount: number | null;
  /** True where fewer items may be asked, because an answer decides what comes next. */
  skips: boolean;
  answers: AnswerScale | null;
  range: readonly [from: number, to: number] | null;
  scoring: InstrumentScoring;
  /** Of item count, range and scoring. */
  structure: Sourced;
  worseWhen: 'higher' | 'lower' | null;
  cuts: readonly CutOption[];
  ownCut: Readonly<{ from: number; to: number }> | null;
  /** At or below this the course of treatment may be called done, where a source says so. */
  endState: (Sourced & Readonly<{ value: number }>) | null;
  bands: readonly ScreeningBand[];
  changes: readonly ChangeOption[];
  /** Missing items that the publisher lets a clinic fill by the mean. Kept to be known; the engine fills nothing. */
  prorating: (Sourced & Readonly<{ mostMissing: number }>) | null;
  citation: readonly string[];
  licence: LicenceStatus;
  /** Always true: every upload names who is entitled, since when and by what. */
  attestationNeeded: true;
  clinicianAdministeredOnly: boolean;
  neverThroughSharedLinks: boolean;
  /** Position of an item that asks about self-harm. */
  selfHarmItem: number | null;
  cadence: InstrumentCadence;
  notice: LocalizedText | null;
}>;
