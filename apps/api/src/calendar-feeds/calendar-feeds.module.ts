import { Module } from '@nestjs/common';
import { CalendarFeedRepository } from './calendar-feed.repository.js';
import { CalendarFeedsController, OwnCalendarFeedController } from './calendar-feeds.controller.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';

/** Calendars for calendar programs. */
@Module({
  controllers: [OwnCalendarFeedController, CalendarFeedsController],
  providers: [CalendarFeedRepository, CalendarFeedsService],
})
export class CalendarFeedsModule {}
