import { Injectable } from '@nestjs/common';
import { worksWith, type Compartment, type Track } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface TeamMember {
  readonly id: string;
  readonly name: string;
  readonly sides: Compartment[];
}

export interface PersonOf {
  readonly id: string;
  readonly side: Track;
  readonly name: string;
}

/** Who can be in a session: the two people, and the care team of now. */
@Injectable()
export class BookingPeople {
  constructor(private readonly work: UnitOfWork) {}

  async team(grant: CaseGrant): Promise<TeamMember[]> {
    return this.work.rows<TeamMember>(
      `SELECT m.id, m.name, array_agg(DISTINCT a.side ORDER BY a.side) AS sides
        FROM care_assignment a JOIN staff_member m ON m.clinic_id = a.clinic_id AND m.id = a.staff_id
        WHERE a.clinic_id = $1 AND a.couple_id = $2 AND a.from_at <= app.now() AND (a.to_at IS NULL OR a.to_at > app.now())
        GROUP BY m.id, m.name ORDER BY m.name, m.id LIMIT 50`,
      [grant.clinicId, grant.coupleId],
    );
  }

  async people(grant: CaseGrant): Promise<PersonOf[]> {
    return this.work.rows<PersonOf>(
      `SELECT n.id, e.side, n.name FROM enrolment e JOIN person n ON n.clinic_id = e.clinic_id AND n.id = e.person_id
        WHERE e.clinic_id = $1 AND e.couple_id = $2 ORDER BY e.side DESC LIMIT 2`,
      [grant.clinicId, grant.coupleId],
    );
  }

  async coupleName(grant: CaseGrant): Promise<string> {
    const [row] = await this.work.rows<{ name: string }>(
      'SELECT name FROM couple WHERE clinic_id = $1 AND id = $2',
      [grant.clinicId, grant.coupleId],
    );
    return row?.name ?? '';
  }

  /** Whether each of them works with sessions of that side now. */
  async areOfTeam(grant: CaseGrant, side: Compartment, staffIds: readonly string[]): Promise<boolean> {
    const team = await this.team(grant);
    return staffIds.every((id) => team.some((one) => one.id === id && worksWith(one.sides, side)));
  }
}
