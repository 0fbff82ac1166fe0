/** One exercise of a pack. Its title is read from the library or the clinic's own exercises. */
export class PackedExerciseView {
  readonly code!: string;
  readonly then!: boolean;
}

/** A pack as it stood from one day on. */
export class PackVersionView {
  readonly number!: number;
  readonly name!: string;
  readonly stage!: 1 | 2 | 3 | null;
  readonly exercises!: PackedExerciseView[];
  readonly savedByName!: string;
  readonly savedAt!: string;
}

/** A pack of the clinic with its history, newest version first, the newest thirty. */
export class PackView {
  readonly id!: string;
  readonly state!: 'given' | 'retired';
  readonly versions!: PackVersionView[];
  readonly retiredAt!: string | null;
  readonly retiredByName!: string | null;
  readonly retireReason!: string | null;
  /** What the next If-Match must carry. */
  readonly version!: number;
}

/** One pack in the list, as it stands. */
export class PackRowView {
  readonly id!: string;
  readonly state!: 'given' | 'retired';
  readonly current!: PackVersionView;
}

export class PacksView {
  readonly packs!: PackRowView[];
  /** How many packs a clinic may have, retired ones aside. */
  readonly most!: number;
}
