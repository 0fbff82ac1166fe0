import { Controller, Get } from '@nestjs/common';
import { paths } from '@trellis/contracts';
import type { OwnAppointmentListView } from '@trellis/contracts';
import { ForInvited } from '../access/declare-access.js';
import { OwnAppointmentsService } from './own-appointments.service.js';

/** A person's own next sessions. */
@Controller(paths.home.appointments)
export class OwnAppointmentsController {
  constructor(private readonly appointments: OwnAppointmentsService) {}

  @ForInvited()
  @Get()
  list(): Promise<OwnAppointmentListView> {
    return this.appointments.list();
  }
}
