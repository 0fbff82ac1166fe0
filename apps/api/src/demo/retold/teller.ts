import type { LocalDate } from '@trellis/domain';

/** Who speaks in the worked example. */
export const voices = [
  'lead',
  'partnersTherapist',
  'coupleTherapist',
  'office',
  'recovering',
  'partner',
] as const;
export type VoiceName = (typeof voices)[number];

export type Method = 'get' | 'post' | 'put';

/** One person's browser. Paths begin below their own door; what is refused throws. */
export interface Voice {
  call<View>(
    method: Method,
    path: string,
    said?: { readonly body?: object; readonly version?: number },
  ): Promise<View>;
}

/** Tells the disclosure of the worked example through the doors of the server, moment by moment. */
export interface Teller {
  readonly coupleId: string;
  readonly voices: Readonly<Record<VoiceName, Voice>>;
  /** The day on which a day of the example falls here. */
  day(day: string): LocalDate;
  /** A moment on the clinic's wall clock. */
  wall(day: string, time: string): Date;
  /** Puts the clinical clock to a moment. */
  at(day: string, time: string): void;
  /** Lets time alone bring about what is due. */
  timePasses(): Promise<void>;
  /** Called after each step, with its name. */
  note(step: string): Promise<void>;
}
