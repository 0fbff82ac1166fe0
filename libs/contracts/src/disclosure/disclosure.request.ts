import { IsISO8601, Matches } from 'class-validator';

/** Asks for a session date; refused with the whole list of unmet gates. */
export class ScheduleDisclosureRequest {
  /** Instant of the session's start, ISO 8601 with offset. */
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/)
  startsAt!: string;
}
