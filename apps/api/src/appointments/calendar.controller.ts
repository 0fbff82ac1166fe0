import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AddRoomRequest, CalendarRequest, paths, TakeTimeOffRequest } from '@trellis/contracts';
import type { CalendarView, RoomListView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { CalendarService } from './calendar.service.js';
import { RoomsService } from './rooms.service.js';

/** A therapist's own hours; the office looks at everybody's. */
@Controller(paths.clinic.calendar)
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  @Allow('appointments.read')
  @Get()
  span(@Query() request: CalendarRequest): Promise<CalendarView> {
    return this.calendar.span(request);
  }

  @Allow('time_off.keep')
  @Idempotent()
  @HttpCode(204)
  @Post('time-off')
  takeOff(@Body() request: TakeTimeOffRequest): Promise<void> {
    return this.calendar.takeOff(request);
  }

  @Allow('time_off.keep')
  @HttpCode(204)
  @Delete('time-off/:timeOffId')
  giveBack(@Param('timeOffId') timeOffId: string): Promise<void> {
    return this.calendar.giveBack(timeOffId);
  }
}

/** Rooms of the clinic. */
@Controller(paths.clinic.rooms)
export class RoomsController {
  constructor(private readonly rooms: RoomsService) {}

  @Allow('appointments.read')
  @Get()
  list(): Promise<RoomListView> {
    return this.rooms.list();
  }

  @Allow('settings.manage')
  @Idempotent()
  @Post()
  add(@Body() { name }: AddRoomRequest): Promise<RoomListView> {
    return this.rooms.add(name);
  }

  @Allow('settings.manage')
  @Idempotent()
  @HttpCode(200)
  @Post(':roomId/closing')
  close(@Param('roomId') roomId: string, @IfMatch() version: number): Promise<RoomListView> {
    return this.rooms.close(roomId, version);
  }
}
