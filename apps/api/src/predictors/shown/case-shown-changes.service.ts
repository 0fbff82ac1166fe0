import { Injectable } from '@nestjs/common';
import {
  asLocalDate,
  canBeShownInWords,
  changeStatements,
  isUnderWay,
  isUuid,
  localDateOf,
  peopleInSession,
  type Track,
} from '@trellis/domain';
import type { ShowChangeRequest, ShownChangesView } from '@trellis/contracts';
import { CaseAccess, type CaseGrant } from '../../access/case-access.js';
import { AuditWriter } from '../../audit/audit-writer.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { chartsOf } from '../charts.js';
import { PredictorsRepository } from '../predictors.repository.js';
import {
  ShownChangesRepository,
  type NewShownChange,
  type SessionAround,
} from './shown-changes.repository.js';

/** What therapists show of a change in session, in words, and what they take back. */
@Injectable()
export class CaseShownChangesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly ratings: PredictorsRepository,
    private readonly shown: ShownChangesRepository,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found. */
  async ofCouple(coupleId: string): Promise<ShownChangesView> {
    return this.work.run(async () => this.view(await this.cases.require('predictors.read', coupleId)));
  }

  /**
   * Shows the statement that the chart makes now.
   * @throws AppError not_found, change_not_in_session for somebody who does not sit in a session of the asker,
   * change_not_known without a statement.
   */
  async show(coupleId: string, { predictor, to }: ShowChangeRequest): Promise<ShownChangesView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('releases.decide', coupleId);
      const now = this.clock.now();
      const around = await this.shown.sessionsAround(grant, now);
      const inSession = peopleInSession(around, now);
      if (!to.every((side) => inSession.includes(side))) throw new AppError('change_not_in_session');
      const statement = await this.statementOf(grant, predictor, now);
      for (const side of to) {
        const appointmentId = sessionOf(around, side, now)?.id;
        const personId = await this.shown.personOn(grant, side);
        if (appointmentId === undefined || personId === null) throw new AppError('change_not_in_session');
        const shownOn = localDateOf(now, grant.timeZone);
        const change = { to: side, predictor, ...statement, appointmentId, shownOn, at: now };
        await this.record('shown_change.show', await this.shown.add(grant, personId, change), personId);
      }
      return this.view(grant);
    });
  }

  /** @throws AppError not_found, also for what was taken back before; version_stale. */
  async takeBack(coupleId: string, id: string, version: number): Promise<ShownChangesView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('releases.decide', coupleId);
      const found = isUuid(id) ? await this.shown.find(grant, id) : null;
      if (found === null) throw notFound();
      if (!(await this.shown.takeBack(grant, id, version, this.clock.now())))
        throw new AppError('version_stale');
      await this.record('shown_change.take_back', id, found.personId);
      return this.view(grant);
    });
  }

  /** The statement over both people's views; without one of the consents there is none. */
  private async statementOf(
    grant: CaseGrant,
    predictor: ShowChangeRequest['predictor'],
    now: Date,
  ): Promise<Pick<NewShownChange, 'statement' | 'readOn'>> {
    const charts = chartsOf(grant, await this.ratings.facts(grant), now);
    const chart = charts.find((one) => one.predictor === predictor);
    const newest = chart?.readings.findLast(({ composite, partial }) => composite !== null && !partial);
    const statement = changeStatements.find((one) => one === chart?.statement);
    if (newest === undefined || statement === undefined || !canBeShownInWords(statement))
      throw new AppError('change_not_known');
    return { statement, readOn: asLocalDate(newest.readOn) };
  }

  private async view(grant: CaseGrant): Promise<ShownChangesView> {
    const now = this.clock.now();
    const around = await this.shown.sessionsAround(grant, now);
    return { inSession: [...peopleInSession(around, now)], shown: await this.shown.standing(grant) };
  }

  private async record(action: string, resourceId: string, personId: string): Promise<void> {
    await this.audit.record({ action, resource: 'shown_change', resourceId, personId, decision: 'allowed' });
  }
}

function sessionOf(around: readonly SessionAround[], side: Track, now: Date): SessionAround | undefined {
  return around.find((one) => (one.side === 'JOINT' || one.side === side) && isUnderWay(one, now));
}
