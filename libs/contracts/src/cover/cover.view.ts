import type { ColleagueView } from '../couple/couple.view.js';

/** One entry of the rota: while it runs, `coveredBy` hears what `staff` would. Instants are ISO 8601. */
export class CoverEntryView {
  readonly id!: string;
  readonly staffId!: string;
  readonly staffName!: string;
  readonly coveredById!: string;
  readonly coveredByName!: string;
  readonly from!: string;
  readonly to!: string;
  /** Whether the asker may take it back. */
  readonly mine!: boolean;
}

/** What runs and what is planned, the nearest first, and therapists to choose from. */
export class CoverView {
  readonly entries!: CoverEntryView[];
  readonly colleagues!: ColleagueView[];
}
