import { Module } from '@nestjs/common';
import { AppointmentDesk } from './appointment-desk.js';
import { AppointmentsController } from './appointments.controller.js';
import { AppointmentsRepository } from './appointments.repository.js';
import { BookingPeople } from './booking-people.js';
import { BookingPlaces } from './booking-places.js';
import { BookingService } from './booking.service.js';
import { CalendarController, RoomsController } from './calendar.controller.js';
import { CalendarService } from './calendar.service.js';
import { EndingService } from './ending.service.js';
import { MovingService } from './moving.service.js';
import { OwnAppointmentsController } from './own-appointments.controller.js';
import { OwnAppointmentsService } from './own-appointments.service.js';
import { RoomsRepository } from './rooms.repository.js';
import { RoomsService } from './rooms.service.js';
import { SeriesWritingModule } from './series-writing.module.js';
import { SessionPlaces } from './session-place.js';
import { TakenHours } from './taken-hours.js';
import { TimeOffRepository } from './time-off.repository.js';

/** The calendar: sessions of seven kinds, series, rooms, time off, and who came. */
@Module({
  imports: [SeriesWritingModule],
  controllers: [CalendarController, RoomsController, AppointmentsController, OwnAppointmentsController],
  providers: [
    AppointmentDesk,
    AppointmentsRepository,
    BookingPeople,
    BookingPlaces,
    BookingService,
    CalendarService,
    EndingService,
    MovingService,
    OwnAppointmentsService,
    RoomsRepository,
    RoomsService,
    SessionPlaces,
    TakenHours,
    TimeOffRepository,
  ],
  exports: [BookingService, EndingService],
})
export class AppointmentsModule {}
