import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  BookAppointmentRequest,
  CancelAppointmentRequest,
  MarkAttendanceRequest,
  MoveAppointmentRequest,
  paths,
} from '@trellis/contracts';
import type { AppointmentListView, BookingOptionsView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { BookingService } from './booking.service.js';
import { CalendarService } from './calendar.service.js';
import { EndingService } from './ending.service.js';
import { MovingService } from './moving.service.js';

/** Sessions with one couple: the therapists' by side, and the office's without what they are for. */
@Controller(`${paths.clinic.appointments}/:coupleId`)
export class AppointmentsController {
  constructor(
    private readonly calendar: CalendarService,
    private readonly booking: BookingService,
    private readonly moving: MovingService,
    private readonly ending: EndingService,
  ) {}

  @Allow('appointments.read')
  @Get()
  list(@Param('coupleId') coupleId: string): Promise<AppointmentListView> {
    return this.calendar.ofCouple(coupleId);
  }

  @Allow('appointments.keep')
  @Get('options')
  options(@Param('coupleId') coupleId: string): Promise<BookingOptionsView> {
    return this.booking.options(coupleId);
  }

  @Allow('appointments.keep')
  @Idempotent()
  @Post()
  book(
    @Param('coupleId') coupleId: string,
    @Body() request: BookAppointmentRequest,
  ): Promise<AppointmentListView> {
    return this.booking.book(coupleId, request);
  }

  @Allow('appointments.keep')
  @Idempotent()
  @HttpCode(200)
  @Post(':appointmentId/move')
  move(
    @Param('coupleId') coupleId: string,
    @Param('appointmentId') appointmentId: string,
    @IfMatch() version: number,
    @Body() request: MoveAppointmentRequest,
  ): Promise<AppointmentListView> {
    return this.moving.move(coupleId, appointmentId, version, request);
  }

  @Allow('appointments.keep')
  @Idempotent()
  @HttpCode(200)
  @Post(':appointmentId/cancellation')
  cancel(
    @Param('coupleId') coupleId: string,
    @Param('appointmentId') appointmentId: string,
    @IfMatch() version: number,
    @Body() request: CancelAppointmentRequest,
  ): Promise<AppointmentListView> {
    return this.ending.cancel(coupleId, appointmentId, version, request);
  }

  @Allow('appointments.keep')
  @Idempotent()
  @HttpCode(200)
  @Post(':appointmentId/attendance')
  mark(
    @Param('coupleId') coupleId: string,
    @Param('appointmentId') appointmentId: string,
    @IfMatch() version: number,
    @Body() request: MarkAttendanceRequest,
  ): Promise<AppointmentListView> {
    return this.ending.mark(coupleId, appointmentId, version, request);
  }
}
