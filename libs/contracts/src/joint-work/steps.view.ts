import type { LocalizedText } from '@trellis/domain';

/** One step of an exercise: whether it is open for both, and whether a therapist may open it now. */
export class StepView {
  readonly key!: string;
  readonly label!: LocalizedText;
  readonly openedAt!: string | null;
  /** False while the stage, a pause or the rounds before it keep it closed; which of these is not said. */
  readonly mayOpen!: boolean;
}

export class CaseStepsView {
  readonly steps!: StepView[];
}
