import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ReadingPlaceView, ReadingView } from '@trellis/contracts';
import { PersonAccess, type PersonGrant } from '../access/person-access.js';
import { DisclosureDocumentReading } from '../disclosure-document/disclosure-document-reading.service.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/app-error.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { readingOf } from './own-session.mapper.js';
import { OwnSessionPlaces } from './own-session-places.js';
import { ReadingRepository } from './reading.repository.js';

interface OpenReading {
  readonly appointmentId: string;
  readonly since: Date;
  readonly until: Date;
}

/**
 * Reading along without a copy: for the partner, on one device, while the therapist keeps it open. Whatever does not
 * hold is answered like a page that does not exist.
 */
@Injectable()
export class ReadingAlongService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: PersonAccess,
    private readonly places: OwnSessionPlaces,
    private readonly readings: ReadingRepository,
    private readonly document: DisclosureDocumentReading,
  ) {}

  /** Takes the place on this device. @throws AppError not_found. */
  open(session: LiveSession): Promise<ReadingPlaceView> {
    return this.work.run(async () => {
      const { own, reading, now } = await this.now();
      const token = randomBytes(32).toString('base64url');
      await this.readings.take(own, {
        ...{ id: randomUUID(), appointmentId: reading.appointmentId, openedAt: now, endsAt: reading.until },
        ...{ deviceHash: deviceOf(session), tokenHash: hashOf(token) },
      });
      await this.places.record(own, reading.appointmentId, 'reading_opened');
      return { token, endsAt: reading.until.toISOString() };
    });
  }

  /** The words, while the place holds. @throws AppError not_found for another device, person or time. */
  read(session: LiveSession, token: string | undefined): Promise<ReadingView> {
    return this.work.run(async () => {
      const { own, reading, now } = await this.now();
      const { appointmentId } = reading;
      const place = { appointmentId, deviceHash: deviceOf(session), tokenHash: hashOf(token ?? '') };
      const taken = await this.readings.takenAt(own, place, now);
      if (taken === null || taken.opened_at < reading.since) throw notFound();
      const opened = await this.document.openForReading(own, 'BP', now);
      const ends = [taken.ends_at, reading.until, opened.until].sort((a, b) => a.getTime() - b.getTime());
      return {
        sections: opened.sections.map(({ section, text }) => ({ id: section, text })),
        watermark: { name: await this.readings.ownName(own), at: now.toISOString() },
        endsAt: (ends[0] ?? reading.until).toISOString(),
      };
    });
  }

  private async now(): Promise<{ own: PersonGrant; reading: OpenReading; now: Date }> {
    const own = await this.people.require();
    const { appointment, run } = await this.places.own.session(own);
    const now = this.clock.now();
    const open = run === null || own.side !== 'BP' ? null : readingOf(run, now);
    if (appointment === null || open === null) throw notFound();
    return { own, reading: { appointmentId: appointment.id, ...open }, now };
  }
}

/** The session of a browser, hashed once more: what is kept here opens no session. */
function deviceOf({ idHash }: LiveSession): Buffer {
  return createHash('sha256').update('reading').update(idHash).digest();
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
