export class NoteFormPartView {
  readonly heading!: string;
  readonly isPlan!: boolean;
}

export class NoteFormView {
  readonly id!: string;
  /** Counts its drafts; what the next If-Match must carry. */
  readonly number!: number;
  readonly name!: string;
  readonly parts!: NoteFormPartView[];
  readonly retiredAt!: string | null;
}

export class NoteFormsView {
  /** By name, those in use first, at most 100. */
  readonly forms!: NoteFormView[];
}

/** How notes stand in the clinic: numbers, and neither names nor words. */
export class NoteTimelinessView {
  readonly lateAfterDays!: number;
  /** What the next If-Match must carry; 0 while the clinic has the standard. */
  readonly version!: number;
  /** Sessions of the last 90 days without a signed note that are in time. */
  readonly due!: number;
  readonly late!: number;
  /** Signed in the last 30 days. */
  readonly signed!: number;
}
