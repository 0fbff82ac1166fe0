import { Injectable } from '@nestjs/common';
import { asStaffId, decide, type StaffActor } from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { CareTeamRepository, type Team } from './care-team.repository.js';

/** Who sets a team, and one change at a time. */
@Injectable()
export class TeamSetting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly teams: CareTeamRepository,
  ) {}

  /** Asks the domain with the asker's own rows. */
  maySet({ clinicId, coupleId }: CaseGrant, { rows, now }: Team): boolean {
    const { id, role } = currentActor();
    const asker: StaffActor = {
      ...{ kind: 'staff', staffId: asStaffId(id), clinicId, breakGlass: null, stepUpAt: null },
      roles: role === 'client' || role === 'system' ? [] : [role],
      assignments: rows.filter(({ staffId }) => staffId === id).map((row) => ({ ...row, coupleId })),
    };
    return decide(asker, 'assign', { kind: 'couple', clinicId, coupleId }, now).allow;
  }

  /** @throws AppError not_found outside the team; not_allowed for a therapist who does not lead. */
  async change(coupleId: string, act: (grant: CaseGrant, team: Team) => Promise<void>): Promise<void> {
    await this.work.run(async () => {
      const grant = await this.access.require('care_team.manage', coupleId);
      await this.teams.lock(grant);
      const team = await this.teams.team(grant);
      if (!this.maySet(grant, team)) throw new AppError('not_allowed', { rule: 'lead_or_office' });
      await act(grant, team);
    });
  }
}
