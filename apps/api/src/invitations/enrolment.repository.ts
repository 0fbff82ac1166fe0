import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { ConsentText } from './consent-texts.js';

/** What a person writes about themself while enrolling, under row-level security as that person. */
@Injectable()
export class EnrolmentRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Also takes the row's lock: a second enrolment of the same person waits here. The first date stays. */
  async markEnrolled(coupleId: string): Promise<void> {
    await this.work.change(
      `UPDATE enrolment SET enrolled_at = coalesce(enrolled_at, app.now())
        WHERE clinic_id = app.clinic() AND couple_id = $1 AND person_id = app.actor()`,
      [coupleId],
    );
  }

  async setLanguage(language: 'en' | 'es'): Promise<void> {
    await this.work.change(
      'UPDATE person SET language = $1 WHERE clinic_id = app.clinic() AND id = app.actor()',
      [language],
    );
  }

  /** Adds a consent unless the same version stands already. */
  async addConsent(text: ConsentText): Promise<void> {
    await this.work.change(
      `INSERT INTO consent (clinic_id, id, person_id, kind, text_version, given_at)
        SELECT app.clinic(), $1, app.actor(), $2, $3, app.now()
        WHERE NOT EXISTS (SELECT FROM consent c WHERE c.clinic_id = app.clinic() AND c.person_id = app.actor()
          AND c.kind = $2 AND c.text_version = $3 AND c.withdrawn_at IS NULL)`,
      [randomUUID(), text.kind, text.version],
    );
  }

  /** When the standing consent of this kind was given; null when there is none. */
  async consentSince(kind: string): Promise<Date | null> {
    const rows = await this.work.rows<{ given_at: Date }>(
      `SELECT given_at FROM consent
        WHERE clinic_id = app.clinic() AND person_id = app.actor() AND kind = $1 AND withdrawn_at IS NULL`,
      [kind],
    );
    return rows[0]?.given_at ?? null;
  }

  /** Ends a consent of this kind from now on. */
  async withdraw(kind: string): Promise<void> {
    await this.work.change(
      `UPDATE consent SET withdrawn_at = app.now()
        WHERE clinic_id = app.clinic() AND person_id = app.actor() AND kind = $1 AND withdrawn_at IS NULL`,
      [kind],
    );
  }
}
