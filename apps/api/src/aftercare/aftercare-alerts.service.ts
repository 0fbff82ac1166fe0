import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { asClinicId, type Compartment } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Outbox } from '../platform/jobs/outbox.js';

/** What can be raised with therapists. Codes, never words; which words stand for them the portal says. */
export const alertKinds = [
  'departure_missing',
  'contact_due',
  'contact_missing',
  'call_wanted',
  'risk_answer',
  'correction_opened',
  'correction_tell_overdue',
  'correction_meeting_overdue',
  'staggered_review',
  'letter_follow_up_due',
  'slip_logged',
  'slip_stop_and_call',
  'slip_telling_overdue',
  'process_stalled',
  'draft_review_overdue',
  'acute_contacts_overdue',
  'touch_paused',
  'touch_safety',
  'stage_back',
  'safety_answer',
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** What cannot wait until somebody is back: whoever covers hears of it too, and it stands first. */
export const urgentKinds: ReadonlySet<AlertKind> = new Set<AlertKind>([
  'departure_missing',
  'contact_missing',
  'call_wanted',
  'risk_answer',
  'slip_stop_and_call',
  'acute_contacts_overdue',
  'touch_safety',
  'safety_answer',
]);

/** Outbox kind of the letters about one alert; the subject is the alert. */
export const alertRaisedKind = 'aftercare.alert';

export interface NewAlert {
  readonly side: Compartment;
  readonly kind: AlertKind;
  /** What it is about: the same thing is raised once, however often it is found. */
  readonly about: string;
}

/** Raises something with the therapists of a side: on their page, and by a letter without content. */
@Injectable()
export class AftercareAlerts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
  ) {}

  /** Needs an open unit of work. True when it was not raised before. */
  async raise(
    { clinicId, coupleId }: { readonly clinicId: string; readonly coupleId: string },
    { side, kind, about }: NewAlert,
    at: Date,
  ): Promise<boolean> {
    const id = randomUUID();
    // No RETURNING: a person raises what they may not read.
    const raised = await this.work.change(
      `INSERT INTO aftercare_alert (clinic_id, id, couple_id, side, kind, about, raised_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [clinicId, id, coupleId, side, kind, about, at],
    );
    if (raised !== 1) return false;
    const clinic = asClinicId(clinicId);
    await this.outbox.addFor({ clinicId: clinic, id: clinic, role: 'system' }, alertRaisedKind, id);
    return true;
  }
}
