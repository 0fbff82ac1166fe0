import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  CareTeamView,
  EndCareTeamRequest,
  HandOverRequest,
  JoinCareTeamRequest,
  LeadCareTeamRequest,
} from '@trellis/contracts';
import { asStaffId, endRow, handOver, joinTeam, passLead } from '@trellis/domain';
import { CaseAccess } from '../access/case-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { careTeamView, teamRefused } from './care-team.mapper.js';
import { CareTeamRecords } from './care-team-records.js';
import { CareTeamRepository } from './care-team.repository.js';
import { TeamSetting } from './team-setting.js';

/** Who cares for a couple, with dates. What ends is over at once, on every screen and in every job. */
@Injectable()
export class CareTeamService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly teams: CareTeamRepository,
    private readonly setting: TeamSetting,
    private readonly records: CareTeamRecords,
  ) {}

  /** @throws AppError not_found. */
  async one(coupleId: string): Promise<CareTeamView> {
    return this.work.run(async () => {
      const grant = await this.access.require('couples.read', coupleId);
      const team = await this.teams.team(grant);
      const mayChange = grant.emergency === null && this.setting.maySet(grant, team);
      return careTeamView(team, mayChange, mayChange ? await this.teams.therapists() : []);
    });
  }

  /** @throws AppError not_found, not_allowed, care_team_member_unknown, care_team_in_the_past, care_team_already_on. */
  async join(coupleId: string, request: JoinCareTeamRequest): Promise<void> {
    await this.setting.change(coupleId, async (grant, team) => {
      const staffId = await this.therapist(request.staffId);
      const from = momentOf(request.from, team.now);
      const joined = joinTeam(team.rows, { id: randomUUID(), staffId, side: request.side, from }, team.now);
      if (!joined.ok) throw teamRefused(joined.refusal);
      await this.teams.insert(grant, joined.value);
      await this.records.changed('care_team.join', joined.value.id, [...team.rows, joined.value]);
    });
  }

  /** @throws AppError not_found, not_allowed, and the refusals of the rule for leaving a team. */
  async end(coupleId: string, rowId: string, request: EndCareTeamRequest): Promise<void> {
    await this.setting.change(coupleId, async (grant, team) => {
      const to = momentOf(request.to, team.now);
      const ended = endRow(team.rows, rowId, to, team.isClosed, team.now);
      if (!ended.ok) throw teamRefused(ended.refusal);
      await this.teams.end(grant, ended.value);
      await this.records.changed('care_team.end', rowId, team.rows);
    });
  }

  /** One side from one therapist to another at one moment. @throws AppError as join and end do. */
  async handOver(coupleId: string, rowId: string, request: HandOverRequest): Promise<void> {
    await this.setting.change(coupleId, async (grant, team) => {
      const staffId = await this.therapist(request.staffId);
      const to = { id: randomUUID(), staffId, from: momentOf(request.from, team.now) };
      const moved = handOver(team.rows, rowId, to, team.isClosed, team.now);
      if (!moved.ok) throw teamRefused(moved.refusal);
      // First the one who joins: a lead who hands over has no right left after the second step.
      await this.teams.insert(grant, moved.value.joined);
      await this.teams.end(grant, moved.value.ended);
      await this.records.changed('care_team.hand_over', rowId, [...team.rows, moved.value.joined]);
    });
  }

  /** @throws AppError not_found, not_allowed, care_team_member_unknown for somebody who is not on the team for good. */
  async lead(coupleId: string, request: LeadCareTeamRequest): Promise<void> {
    await this.setting.change(coupleId, async (grant, team) => {
      const rowId = passLead(team.rows, asStaffId(request.staffId.toLowerCase()), team.now);
      if (rowId === null) throw new AppError('care_team_member_unknown', { staffIds: [request.staffId] });
      await this.teams.lead(grant, rowId);
      await this.records.changed('care_team.lead', rowId, team.rows);
    });
  }

  private async therapist(id: string): Promise<ReturnType<typeof asStaffId>> {
    const known = (await this.teams.therapists()).find((one) => one.id === id.toLowerCase());
    if (known === undefined) throw new AppError('care_team_member_unknown', { staffIds: [id] });
    return asStaffId(known.id);
  }
}

/** @throws AppError invalid_request for a text that names no moment. */
function momentOf(text: string | null | undefined, now: Date): Date {
  const moment = text === undefined || text === null ? now : new Date(text);
  if (!Number.isNaN(moment.getTime())) return moment;
  throw new AppError('invalid_request', { fields: [{ field: 'from', rules: ['isIso8601'] }] });
}
