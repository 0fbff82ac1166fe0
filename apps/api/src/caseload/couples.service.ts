import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AddCoupleRequest, ColleagueView, CoupleView } from '@trellis/contracts';
import type { LocalDate, Stage } from '@trellis/domain';
import { CaseAccess } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { coupleView } from './couples.mapper.js';
import { CouplesRepository } from './couples.repository.js';
import { filledIn, mondayOf, peopleOf, teamOf } from './new-couple.js';

/** Where a couple stands that was in treatment before it came to Trellis. */
export interface Beginning {
  /** A Monday. */
  readonly anchorOn: LocalDate;
  readonly stage: Stage;
  readonly stageSince: LocalDate;
}

/** Couples of the clinic. A couple without two covered sides and joint work does not come into being. */
@Injectable()
export class CouplesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly access: CaseAccess,
    private readonly couples: CouplesRepository,
    private readonly audit: AuditWriter,
  ) {}

  /**
   * Adds an active couple in stage 1 of this week, or where `beginning` says. The asker is a therapist on its team.
   * @throws AppError side_without_therapist, care_team_member_unknown, time_zone_unknown, invalid_request, and
   * not_allowed for staff who are not therapists.
   */
  async add(request: AddCoupleRequest, beginning?: Beginning): Promise<CoupleView> {
    const { clinicId, id: creatorId, role } = currentActor();
    if (role !== 'therapist') throw new AppError('not_allowed');
    const team = teamOf(request, creatorId);
    const people = peopleOf(request);
    const name = filledIn('name', request.name);
    const { timeZone, secretsPolicy } = request;
    const monday = mondayOf(this.clock.now(), timeZone);
    const { anchorOn, stage, stageSince } = beginning ?? {
      anchorOn: monday,
      stage: 1 as const,
      stageSince: monday,
    };
    const coupleId = randomUUID();
    return this.work.run(async () => {
      await this.requireTherapists(team.map(({ staffId }) => staffId));
      await this.couples.insertCouple({
        clinicId,
        id: coupleId,
        name,
        stage,
        stageSince,
        anchorOn,
        timeZone,
        secretsPolicy,
      });
      for (const person of people) await this.couples.insertPerson(clinicId, coupleId, person);
      await this.couples.insertTeam(clinicId, coupleId, team);
      await this.couples.windClock(coupleId, this.clock.now());
      await this.audit.record({
        action: 'couples.create',
        resource: 'couple',
        resourceId: coupleId,
        decision: 'allowed',
      });
      return this.one(coupleId);
    });
  }

  /** The head of a couple's page. @throws AppError not_found when it is not the asker's. */
  async one(coupleId: string): Promise<CoupleView> {
    return this.work.run(async () => {
      const grant = await this.access.require('couples.read', coupleId);
      const record = await this.couples.record(grant);
      if (record === null) throw notFound();
      const forAdmin = currentActor().role !== 'therapist' && grant.emergency === null;
      return coupleView(grant, record, this.clock.now(), forAdmin);
    });
  }

  /** Therapists who can be put on a care team, by name. */
  async colleagues(): Promise<ColleagueView[]> {
    const rows = await this.work.run(async () => this.couples.therapists(null));
    return rows.map(({ id, name, credentials }) => ({ id, name, credentials }));
  }

  private async requireTherapists(staffIds: readonly string[]): Promise<void> {
    const wanted = [...new Set(staffIds)];
    const known = new Set((await this.couples.therapists(wanted)).map(({ id }) => id));
    const unknown = wanted.filter((id) => !known.has(id));
    if (unknown.length > 0) throw new AppError('care_team_member_unknown', { staffIds: unknown });
  }
}
