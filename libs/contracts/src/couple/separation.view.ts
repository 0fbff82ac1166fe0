/** Whether a couple is separated, and which sides' therapists agreed that sharing may begin again. */
export class SeparationView {
  readonly coupleId!: string;
  readonly separated!: boolean;
  /** The couple's version, for If-Match. */
  readonly version!: number;
  readonly agreed!: ('RP' | 'BP')[];
  /** Sides for which the viewer can agree. */
  readonly mySides!: ('RP' | 'BP')[];
}
