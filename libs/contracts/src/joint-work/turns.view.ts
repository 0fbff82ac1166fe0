import type { LocalizedText } from '@trellis/domain';

/** One turn: who speaks, about what, and for at most how long. */
export class TurnView {
  readonly part!: LocalizedText;
  readonly by!: 'RP' | 'BP';
  readonly kind!: 'speak' | 'say_back' | 'imagine';
  readonly seconds!: number;
}

/**
 * An exercise in turns as both of its people see it, on one device or two: the same for both, and never who paused or
 * stopped. `resting` is closed for now, for a reason that is not told.
 */
export class OwnTurnsView {
  readonly taskId!: string;
  readonly title!: LocalizedText;
  readonly state!: 'none' | 'running' | 'paused' | 'stopped' | 'done' | 'resting';
  /** Counted from 0. */
  readonly turn!: number;
  /** Whole seconds left of the present turn by the clock of the clinic; 0 when its time is over. */
  readonly secondsLeft!: number;
  readonly turns!: TurnView[];
  /** 0 before the first start. */
  readonly version!: number;
}
