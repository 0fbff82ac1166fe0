import { Injectable } from '@nestjs/common';
import {
  addDays,
  asLocalDate,
  correctionDeadlines,
  correctionStanding,
  departureEscalations,
  fixedTerms,
  instantOf,
  localDateOf,
  tracks,
  type DisclosureSnapshot,
} from '@trellis/domain';
import type { DisclosureScope } from '../disclosure/disclosure-parts.service.js';
import { addendumOf } from './aftercare.mapper.js';
import type { NewAlert } from './aftercare-alerts.service.js';
import {
  AftercareRepository,
  type ContactRow,
  type PeriodRow,
  type TaskRow,
} from './aftercare.repository.js';
import { aftercareTerms } from './aftercare-settings.js';
import { contactOfItem, doneAt, isLate, madeAt } from './contacts.js';
import { CorrectionRepository, type CorrectionRow } from './correction.repository.js';

/** What time brings about in one couple: what is to be raised now, and the moments at which to look again. */
export interface Watched {
  readonly alerts: readonly NewAlert[];
  readonly moments: readonly Date[];
}

const hourMs = 3_600_000;

/** Looks at the time after a session and at what was left out. Reads as the system; decides by the rules of the domain. */
@Injectable()
export class AftercareWatch {
  constructor(
    private readonly rows: AftercareRepository,
    private readonly additions: CorrectionRepository,
  ) {}

  async look(scope: DisclosureScope, letters: DisclosureSnapshot['letters'], now: Date): Promise<Watched> {
    const period = await this.rows.period(scope);
    const tasks = period === null ? [] : await this.rows.tasks(scope, period.id);
    const contacts = period === null ? [] : await this.rows.contacts(scope, period.id);
    const found = [
      ...(period === null ? [] : [departures(period, contacts, now)]),
      ...tasks.map((task) => ofTask(task, contacts, now, scope.timeZone)),
      ...(await this.additions.all(scope)).map((row) => ofCorrection(row, now, scope.timeZone)),
      ofLetters(letters, now, scope.timeZone),
    ];
    return {
      alerts: found.flatMap(({ alerts }) => alerts),
      moments: found.flatMap(({ moments }) => moments),
    };
  }
}

function departures(period: PeriodRow, contacts: readonly ContactRow[], now: Date): Watched {
  const left = { RP: madeAt(contacts, 'RP', 'departure'), BP: madeAt(contacts, 'BP', 'departure') };
  const due = departureEscalations(period.ended_at, left, now, aftercareTerms);
  const by = new Date(period.ended_at.getTime() + aftercareTerms.safeDepartureHours * hourMs);
  return {
    alerts: due.map(({ track }) => ({ side: track, kind: 'departure_missing', about: period.id })),
    moments: [justAfter(by)],
  };
}

/** Therapists are reminded of a contact when it is due, and once more, cover included, when its grace is over. */
function ofTask(task: TaskRow, contacts: readonly ContactRow[], now: Date, zone: string): Watched {
  const contact = contactOfItem(task.item);
  if (contact === null || doneAt(task, contacts) !== null) return { alerts: [], moments: [] };
  const dueAt = task.due_at ?? startOf(task.due_on ?? '', zone);
  const late = task.due_at === null ? startOf(nextDay(task.due_on ?? ''), zone) : graceOver(task.due_at);
  const alerts: NewAlert[] = [];
  if (now >= dueAt) alerts.push({ side: contact.side, kind: 'contact_due', about: task.id });
  if (isLate(task, now, zone)) alerts.push({ side: contact.side, kind: 'contact_missing', about: task.id });
  return { alerts, moments: [dueAt, late] };
}

function ofCorrection(row: CorrectionRow, now: Date, zone: string): Watched {
  if (row.met_at !== null) return { alerts: [], moments: [] };
  const addendum = addendumOf(row);
  const { tell, meet } = correctionStanding(addendum, now, zone, aftercareTerms);
  const { tellTherapistBy, meetBy } = correctionDeadlines(addendum, zone, aftercareTerms);
  const alerts: NewAlert[] = [];
  if (tell === 'late' && row.told_at === null)
    alerts.push({ side: 'RP', kind: 'correction_tell_overdue', about: row.id });
  if (meet === 'late') alerts.push({ side: 'RP', kind: 'correction_meeting_overdue', about: row.id });
  const meeting = meetBy === null ? [] : [startOf(nextDay(meetBy), zone)];
  return { alerts, moments: [justAfter(tellTherapistBy), ...meeting] };
}

/** Fourteen local days after the restitution letter the people are asked how they are, or are asked late. */
function ofLetters(letters: DisclosureSnapshot['letters'], now: Date, zone: string): Watched {
  const read = letters?.restitutionDeliveredAt ?? null;
  if (letters === null || read === null) return { alerts: [], moments: [] };
  const from = startOf(addDays(localDateOf(read, zone), fixedTerms.letterFollowUpDays), zone);
  const missing = tracks.filter((track) => {
    const at = letters.followedUpAt[track];
    return at === null || at < from;
  });
  const alerts = now < from ? [] : missing;
  return {
    alerts: alerts.map((side) => ({ side, kind: 'letter_follow_up_due', about: read.toISOString() })),
    moments: [from],
  };
}

function graceOver(dueAt: Date): Date {
  return justAfter(new Date(dueAt.getTime() + aftercareTerms.followUpGraceHours * hourMs));
}

/** The instant itself is in time; the first moment after it is not. */
function justAfter(at: Date): Date {
  return new Date(at.getTime() + 1);
}

function nextDay(day: string): string {
  return addDays(asLocalDate(day), 1);
}

function startOf(day: string, zone: string): Date {
  return instantOf(asLocalDate(day), '00:00', zone);
}
