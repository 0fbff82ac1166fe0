import { Injectable } from '@nestjs/common';
import type { AftercareAnswerView, CaseAftercareView, RecordContactRequest } from '@trellis/contracts';
import { isUuid, needsStaggeredReview, tracks } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { AftercareAccess } from './aftercare-access.js';
import { AftercareReading, type Running } from './aftercare-reading.js';
import { addendumOf, toAlert, toCorrection, toTask } from './aftercare.mapper.js';
import { AftercareRepository, type ContactRow } from './aftercare.repository.js';
import { aftercareTerms } from './aftercare-settings.js';
import { contactOfItem, madeAt, onTimeOf, safeDepartureItem } from './contacts.js';

/** The care team in the time after a session: each their own side, and the joint work. */
@Injectable()
export class CaseAftercareService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: AftercareAccess,
    private readonly reading: AftercareReading,
    private readonly rows: AftercareRepository,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found, also for the office. */
  async one(coupleId: string): Promise<CaseAftercareView> {
    return this.work.run(async () => {
      const grant = await this.access.require('disclosure.read', coupleId);
      const now = this.clock.now();
      const running = await this.reading.running(grant);
      const alerts = await this.rows.alerts(grant);
      const corrections = await this.reading.corrections(grant);
      return {
        timeZone: grant.timeZone,
        sides: grant.mySides,
        endedAt: running?.period.ended_at.toISOString() ?? null,
        tasks:
          running?.tasks.map((task) => toTask(task, { ...running, now, timeZone: grant.timeZone })) ?? [],
        contacts: running?.contacts.map(contactView) ?? [],
        departure: running === null ? null : departureOf(running),
        onTime:
          running === null ? null : onTimeOf(running.period.ended_at, running.contacts, now, grant.timeZone),
        alerts: alerts.map(toAlert),
        corrections: corrections?.map((row) => toCorrection(row, now, grant.timeZone)) ?? null,
        needsReview: needsStaggeredReview((corrections ?? []).map(addendumOf), aftercareTerms),
      };
    });
  }

  /** The words of a short check. Opened for one reader, and on record. @throws AppError not_found. */
  async answer(coupleId: string, answerId: string): Promise<AftercareAnswerView> {
    return this.work.run(async () => {
      const grant = await this.access.require('disclosure.read', coupleId);
      const opened = isUuid(answerId) ? await this.reading.answer(grant, answerId) : null;
      if (opened === null) throw notFound();
      await this.audit.record({
        ...{ action: 'aftercare_answer.read', resource: 'aftercare_answer', resourceId: answerId },
        ...{ personId: opened.personId, decision: 'allowed' },
      });
      return opened.view;
    });
  }

  /**
   * A contact was made. Only the therapist of the side says so, of leaving safely the lead as well.
   * @throws AppError not_found, aftercare_not_running, aftercare_already_done.
   */
  async contact(coupleId: string, { side, contact }: RecordContactRequest): Promise<void> {
    await this.work.run(async () => {
      const grant = await this.access.require('disclosure.record', coupleId);
      const lead = contact === 'departure' && (await this.reading.iLead(grant));
      if (!grant.mySides.includes(side) && !lead) throw notFound();
      const period = await this.rows.period(grant);
      if (period === null) throw new AppError('aftercare_not_running');
      const now = this.clock.now();
      const added = await this.rows.addContact(grant, period.id, { side, contact }, currentActor().id, now);
      if (!added) throw new AppError('aftercare_already_done');
      await this.reading.wind(grant, now);
      await this.record('aftercare.contact', grant, coupleId);
    });
  }

  /** Marks one's own task. A task that is a contact is done by recording it. @throws AppError not_found, version_stale. */
  async done(coupleId: string, taskId: string, version: number): Promise<void> {
    await this.work.run(async () => {
      const grant = await this.access.require('disclosure.record', coupleId);
      const task = isUuid(taskId) ? await this.rows.task(grant, taskId) : null;
      const byMark = task !== null && contactOfItem(task.item) === null && task.item !== safeDepartureItem;
      if (!byMark || task.recipient === 'RP' || task.recipient === 'BP') throw notFound();
      if (task.done_at !== null) throw new AppError('aftercare_already_done');
      const done = await this.rows.markDone(
        grant,
        { id: task.id, version },
        currentActor().id,
        this.clock.now(),
      );
      if (!done) throw new AppError('version_stale');
      await this.record('aftercare.task', grant, taskId);
    });
  }

  /** Says that one has taken up what was raised. Saying it again changes nothing. @throws AppError not_found. */
  async acknowledge(coupleId: string, alertId: string): Promise<void> {
    await this.work.run(async () => {
      const grant = await this.access.require('disclosure.record', coupleId);
      const taken = isUuid(alertId)
        ? await this.rows.acknowledge(grant, alertId, currentActor().id, this.clock.now())
        : null;
      if (taken === null) throw notFound();
      if (taken) await this.record('safety.alert_taken_up', grant, alertId);
    });
  }

  private async record(action: string, { coupleId }: CaseGrant, id: string): Promise<void> {
    await this.audit.record({
      ...{ action, resource: id === coupleId ? 'couple' : 'aftercare', resourceId: id },
      decision: 'allowed',
    });
  }
}

const hourMs = 3_600_000;

function contactView({ side, contact, made_at }: ContactRow): CaseAftercareView['contacts'][number] {
  return { side, contact, madeAt: made_at.toISOString() };
}

function departureOf({
  period: { ended_at: endedAt },
  contacts,
}: Running): NonNullable<CaseAftercareView['departure']> {
  const by = new Date(endedAt.getTime() + aftercareTerms.safeDepartureHours * hourMs);
  const left = { RP: madeAt(contacts, 'RP', 'departure'), BP: madeAt(contacts, 'BP', 'departure') };
  const missing = tracks.filter((side) => left[side] === null);
  return { by: by.toISOString(), missing };
}
