import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { paths } from '@trellis/contracts';
import type { CalendarFeedView, NewCalendarFeedView } from '@trellis/contracts';
import { asClinicId } from '@trellis/domain';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/env.js';
import { currentActor, type Actor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/app-error.js';
import { calendarFile } from '../platform/mail/calendar-file.js';
import { CalendarFeedRepository } from './calendar-feed.repository.js';

const day = 86_400_000;
/** Days behind and ahead that a calendar program is given. */
const span = { behind: 30, ahead: 365 } as const;

/** A therapist's calendar for calendar programs: hours with one neutral title, under an address that is a secret. */
@Injectable()
export class CalendarFeedsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly feeds: CalendarFeedRepository,
    private readonly audit: AuditWriter,
  ) {}

  own(): Promise<CalendarFeedView> {
    return this.work.run(async () => ({ since: (await this.feeds.since())?.toISOString() ?? null }));
  }

  /** Makes a new address, which is told this once; the one before opens nothing from now on. */
  renew(language: 'en' | 'es'): Promise<NewCalendarFeedView> {
    const token = randomBytes(32).toString('base64url');
    return this.work.run(async () => {
      const now = this.clock.now();
      await this.feeds.put(hashOf(token), language, now);
      await this.record('calendar_feed.renew');
      const path = `/api/${paths.clinic.calendarFeeds}/${token}`;
      return { since: now.toISOString(), address: new URL(path, this.config.portalUrl).href };
    });
  }

  /** The address opens nothing any more. Ending twice changes nothing. */
  end(): Promise<void> {
    return this.work.run(async () => {
      if (await this.feeds.end()) await this.record('calendar_feed.end');
    });
  }

  /** The file behind an address. @throws AppError not_found for any that opens nothing. */
  async read(token: string): Promise<string> {
    const found = /^[A-Za-z0-9_-]{43}$/.test(token)
      ? await this.work.runAsAuth(() => this.feeds.find(hashOf(token)))
      : null;
    if (found === null) throw notFound();
    const actor: Actor = {
      ...{ clinicId: asClinicId(found.clinic_id), id: found.staff_id, role: 'therapist' },
    };
    const now = this.clock.now().getTime();
    const entries = await this.work.run(
      () => this.feeds.hours(new Date(now - span.behind * day), new Date(now + span.ahead * day)),
      actor,
    );
    return calendarFile(entries, found.language);
  }

  private async record(action: string): Promise<void> {
    const { id } = currentActor();
    await this.audit.record({ action, resource: 'calendar_feed', resourceId: id, decision: 'allowed' });
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
