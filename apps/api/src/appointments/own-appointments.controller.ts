import { Controller, Get, Param, Res } from '@nestjs/common';
import { paths } from '@trellis/contracts';
import type { OwnAppointmentListView } from '@trellis/contracts';
import type { FastifyReply } from 'fastify';
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

  @ForInvited()
  @Get(':appointmentId/file')
  async file(
    @Param('appointmentId') appointmentId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const file = await this.appointments.file(appointmentId);
    // Set only now: a refusal is JSON.
    void reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="appointment.ics"');
    return Buffer.from(file, 'utf8');
  }
}
