import { Injectable } from '@nestjs/common';
import { asLocalDate, type DueReminder, type ReminderFacts } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { CalendarEntry } from '../platform/mail/calendar-file.js';

export interface ClaimedPerson {
  readonly clinic_id: string;
  readonly person_id: string;
}

interface StoredSession {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly version: number;
  readonly bookedAt: string;
}

interface StoredFacts {
  readonly language: 'en' | 'es';
  readonly zone: string;
  readonly anchorOn: string;
  readonly quiet: ReminderFacts['quiet'];
  readonly atRest: boolean;
  readonly sessions: readonly StoredSession[];
  readonly tasks: readonly { readonly id: string; readonly told: number; readonly dueOn: string }[];
  readonly forms: readonly { readonly id: string; readonly told: number; readonly givenOn: string }[];
  readonly rated: readonly string[];
  readonly ratingTold: Readonly<Record<string, number>>;
}

/** What may be due, and the sessions among it as hours of a calendar. */
export interface FoundFacts {
  readonly facts: ReminderFacts;
  readonly language: 'en' | 'es';
  readonly sessions: readonly CalendarEntry[];
}

/** A reminder that was made. */
export interface ReminderRow {
  readonly person_id: string;
  readonly kind: 'session' | 'work';
  readonly about: string;
  readonly grounds: string[];
}

/** Where a person is written to, and in which words. */
export interface Recipient {
  readonly wishId: string;
  readonly sealed: Buffer;
  readonly discreet: boolean;
}

/** Whom to remind of what. For the server's own rounds; a request reaches none of it. */
@Injectable()
export class RemindersRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** People of every clinic to look at now, each handed out once. Needs UnitOfWork.runAsDispatch. */
  async claim(moment: Date, batch: number): Promise<ClaimedPerson[]> {
    return this.work.rows<ClaimedPerson>('SELECT clinic_id, person_id FROM app.claim_reminders($1, $2)', [
      moment,
      batch,
    ]);
  }

  /** What may be due to one person, and their language; null without consent. */
  async facts(personId: string, moment: Date): Promise<FoundFacts | null> {
    const [row] = await this.work.rows<{ facts: StoredFacts | null }>(
      'SELECT app.reminder_facts($1, $2) AS facts',
      [personId, moment],
    );
    if (row?.facts == null) return null;
    const { language, ...stored } = row.facts;
    return { language, facts: factsOf(stored), sessions: stored.sessions.map(entryOf) };
  }

  /** False when a reminder of that name was made before. */
  async add(
    { clinic_id, person_id }: ClaimedPerson,
    id: string,
    { kind, about, grounds }: DueReminder,
    at: Date,
  ): Promise<boolean> {
    const added = await this.work.change(
      `INSERT INTO reminder (clinic_id, id, person_id, kind, about, grounds, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [clinic_id, id, person_id, kind, about, grounds, at],
    );
    return added === 1;
  }

  async one(id: string): Promise<ReminderRow | null> {
    const [row] = await this.work.rows<ReminderRow>(
      'SELECT person_id, kind, about, grounds FROM reminder WHERE clinic_id = app.clinic() AND id = $1',
      [id],
    );
    return row ?? null;
  }

  /** Takes a reminder back that was not sent, so that it may be made again at a better time. */
  async takeBack(id: string): Promise<void> {
    await this.work.change('DELETE FROM reminder WHERE clinic_id = app.clinic() AND id = $1', [id]);
  }

  /** Null once the consent was taken back. */
  async recipient(personId: string): Promise<Recipient | null> {
    const [row] = await this.work.rows<{ id: string; address_sealed: Buffer; discreet: boolean }>(
      `SELECT id, address_sealed, discreet FROM reminder_wish
        WHERE clinic_id = app.clinic() AND person_id = $1 AND newest AND given`,
      [personId],
    );
    return row === undefined ? null : { wishId: row.id, sealed: row.address_sealed, discreet: row.discreet };
  }
}

function entryOf({ id, startsAt, endsAt, version, bookedAt }: StoredSession): CalendarEntry {
  const [starts, ends, changed] = [new Date(startsAt), new Date(endsAt), new Date(bookedAt)];
  return { id, startsAt: starts, endsAt: ends, version, changedAt: changed, cancelled: false };
}

function factsOf(stored: Omit<StoredFacts, 'language'>): ReminderFacts {
  return {
    ...stored,
    anchorOn: asLocalDate(stored.anchorOn),
    sessions: stored.sessions.map(({ id, startsAt }) => ({ id, startsAt: new Date(startsAt) })),
    tasks: stored.tasks.map((task) => ({ ...task, dueOn: asLocalDate(task.dueOn) })),
    forms: stored.forms.map((form) => ({ ...form, givenOn: asLocalDate(form.givenOn) })),
    rated: stored.rated.map(asLocalDate),
  };
}
