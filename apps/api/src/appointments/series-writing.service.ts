import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { asClinicId } from '@trellis/domain';
import { Clock } from '../platform/clock.js';
import { withContext, type Actor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { SeriesRow } from './appointment-row.js';
import { HoursRepository, type HourFrame } from './hours.repository.js';
import { horizonAt, hoursOf, scheduleOf } from './series-schedule.js';
import { SeriesRepository } from './series.repository.js';

const day = 86_400_000;
/** A series is written on when fewer days than this are missing from its horizon. */
const slackDays = 7;

/** Writes series on, night by night, as the system of the clinic. Doing it again writes nothing twice. */
@Injectable()
export class SeriesWriting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly series: SeriesRepository,
    private readonly hours: HoursRepository,
  ) {}

  /** Looks at the series of one couple, in a transaction of its own. */
  async look({ clinicId: clinic, coupleId }: { clinicId: string; coupleId: string }): Promise<void> {
    const clinicId = asClinicId(clinic);
    const actor: Actor = { clinicId, id: clinicId, role: 'system' };
    await withContext({ correlationId: randomUUID(), surface: 'job', actor }, () =>
      this.work.run(() => this.lookNow(clinicId, coupleId), actor, 'api'),
    );
  }

  private async lookNow(clinicId: string, coupleId: string): Promise<void> {
    const now = this.clock.now();
    const until = horizonAt(now);
    const short = await this.series.short(coupleId, new Date(until.getTime() - slackDays * day));
    for (const row of short) await this.writeOn(clinicId, row, until, now);
  }

  /** An hour that somebody has by now is written down as one that is not booked, for people to settle. */
  private async writeOn(clinicId: string, row: SeriesRow, until: Date, now: Date): Promise<void> {
    const found = await this.series.guests(row.id);
    if (found === null) return this.series.close(row.id, now);
    const written = await this.series.days(row.id);
    const hours = hoursOf(scheduleOf(row), row.minutes, row.written_until, until, written);
    const guests = { ...found, roomId: row.room_id };
    if (hours.length > 0) {
      const taken = new Set((await this.hours.taken(guests, hours)).map(({ n }) => n));
      const frame: HourFrame = {
        ...{ clinicId, coupleId: row.couple_id, kind: row.kind, side: row.side, zone: row.zone },
        ...{ place: row.place, link: row.link, seriesId: row.id, bookedBy: row.made_by, at: now },
      };
      const marked = hours.map((hour, n) => ({ ...hour, clash: taken.has(n) }));
      await this.hours.book(frame, guests, marked);
    }
    await this.series.written(row.id, until);
  }
}
