/** Whether one's own calendar has an address that calendar programs read, and since when. */
export class CalendarFeedView {
  readonly since!: string | null;
}

/** Shown once: the address is kept as a hash. */
export class NewCalendarFeedView extends CalendarFeedView {
  readonly address!: string;
}
