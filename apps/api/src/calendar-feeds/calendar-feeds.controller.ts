import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { paths, RenewCalendarFeedRequest } from '@trellis/contracts';
import type { CalendarFeedView, NewCalendarFeedView } from '@trellis/contracts';
import type { FastifyReply } from 'fastify';
import { Allow, Public } from '../access/declare-access.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';

/** The address of one's own calendar. */
@Controller(paths.clinic.calendarFeed)
export class OwnCalendarFeedController {
  constructor(private readonly feeds: CalendarFeedsService) {}

  @Allow('time_off.keep')
  @Get()
  own(): Promise<CalendarFeedView> {
    return this.feeds.own();
  }

  /** Not repeatable under a key: a repeat makes an address that is newer still, and the answer is stored nowhere. */
  @Allow('time_off.keep')
  @HttpCode(200)
  @Post()
  renew(@Body() { language }: RenewCalendarFeedRequest): Promise<NewCalendarFeedView> {
    return this.feeds.renew(language);
  }

  @Allow('time_off.keep')
  @HttpCode(204)
  @Delete()
  end(): Promise<void> {
    return this.feeds.end();
  }
}

/** What calendar programs read. Whoever knows the address may; it tells hours and nothing else. */
@Controller(paths.clinic.calendarFeeds)
export class CalendarFeedsController {
  constructor(private readonly feeds: CalendarFeedsService) {}

  @Public()
  @Get(':token')
  async read(
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const file = await this.feeds.read(token);
    // Set only now: a refusal is JSON.
    void reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'inline; filename="calendar.ics"');
    return Buffer.from(file, 'utf8');
  }
}
