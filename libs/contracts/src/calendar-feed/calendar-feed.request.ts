import { IsIn } from 'class-validator';

/** A new address for one's own calendar, with titles in this language. The one before opens nothing any more. */
export class RenewCalendarFeedRequest {
  @IsIn(['en', 'es'])
  language!: 'en' | 'es';
}
