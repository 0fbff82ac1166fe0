/** How often an exercise comes. Days and weeks are of the couple's zone. */
export type Cadence = Readonly<
  | { kind: 'daily'; windowHours: number }
  | { kind: 'weekly'; times: number }
  | { kind: 'every_weeks'; weeks: number }
  | { kind: 'monthly'; months: number }
  | { kind: 'once' }
  /** Written in parts, over several sittings. */
  | { kind: 'sittings'; least: number; most: number; mostPerWeek?: number }
  /** When it is needed, at least so often a week where that is asked for. */
  | { kind: 'on_event'; leastPerWeek?: number }
  /** Each time the other exercise was done. */
  | { kind: 'after'; code: string }
  /** A set number of times in all. */
  | { kind: 'times'; times: number }
>;

/** The rhythm after the first time: 'stage_change' looks at it again whenever the stage changes. */
export type FollowUpCadence = Cadence | Readonly<{ kind: 'stage_change' }>;
