import { Injectable } from '@nestjs/common';
import type { OwnDisclosureSessionView } from '@trellis/contracts';
import { localDateOf } from '@trellis/domain';
import type { PersonGrant } from '../access/person-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { dayIsOpen, toOwnAppointment, toOwnLogistics, toOwnRun } from './own-session.mapper.js';
import { OwnSessionRepository } from './own-session.repository.js';
import { toDate } from './session.mapper.js';

/** A person's own view of the session. It asks the same statements whatever there is to show. */
@Injectable()
export class OwnSessionPlaces {
  constructor(
    readonly own: OwnSessionRepository,
    private readonly clock: Clock,
    private readonly audit: AuditWriter,
  ) {}

  async view(own: PersonGrant): Promise<OwnDisclosureSessionView> {
    const now = this.clock.now();
    const { appointment, run } = await this.own.session(own);
    const marks = await this.own.marks(own, appointment?.id);
    const check = await this.own.dayCheck(own, appointment?.id);
    const plans = await this.own.plans(own);
    const dates = await this.own.dates(own, localDateOf(now, own.timeZone));
    return {
      now: now.toISOString(),
      appointment: appointment === null ? null : toOwnAppointment(appointment, now),
      logistics: appointment === null ? [] : toOwnLogistics(marks),
      dayCheck: {
        open: appointment !== null && dayIsOpen(appointment, now),
        answers: check?.answers ?? null,
        version: check?.version ?? 0,
      },
      run: run === null ? null : toOwnRun(run, now),
      plans: plans.map(({ form, saved_at, version }) => ({
        ...{ form, version, savedAt: saved_at.toISOString() },
      })),
      dates: dates.map(toDate),
    };
  }

  async record(own: PersonGrant, resourceId: string, name: string): Promise<void> {
    await this.audit.record({
      ...{ action: 'disclosure.session', resource: 'appointment', resourceId, personId: own.personId },
      ...{ decision: 'allowed', reasonCode: name },
    });
  }
}
