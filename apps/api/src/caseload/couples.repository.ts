import { Injectable } from '@nestjs/common';
import type { CouplePersonView, CoupleView } from '@trellis/contracts';
import type { Compartment, Stage } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface NewCouple {
  readonly clinicId: string;
  readonly id: string;
  readonly name: string;
  readonly stage: Stage;
  readonly stageSince: string;
  readonly anchorOn: string;
  readonly timeZone: string;
  readonly secretsPolicy: CoupleView['secretsPolicy'];
}

export interface NewPerson {
  readonly id: string;
  readonly enrolmentId: string;
  readonly side: 'RP' | 'BP';
  readonly name: string;
  readonly pronouns: string;
  readonly language: 'en' | 'es';
}

export interface NewAssignment {
  readonly id: string;
  readonly staffId: string;
  readonly side: Compartment;
  readonly lead: boolean;
}

export interface CoupleRecord {
  readonly version: number;
  readonly name: string;
  readonly status: CoupleView['status'];
  readonly stageSince: string;
  readonly secretsPolicy: CoupleView['secretsPolicy'];
  readonly disclosureState: string | null;
  readonly people: readonly PersonRecord[];
  readonly careTeam: CoupleView['careTeam'];
}

/** `signs`: marks about how the person comes in, as far as the asker may see any. */
export type PersonRecord = Omit<CouplePersonView, 'sharedDevice' | 'linkWanted'> & {
  readonly signs: readonly string[];
};

export interface ColleagueRow {
  readonly id: string;
  readonly name: string;
  readonly credentials: string;
}

/** Couples, their people, tracks and care teams. */
@Injectable()
export class CouplesRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Active therapists of the clinic by name; with ids, those of them that are active therapists. */
  async therapists(ids: readonly string[] | null): Promise<ColleagueRow[]> {
    return this.work.rows<ColleagueRow>(
      `SELECT s.id, s.name, s.credentials FROM staff_member s
        WHERE s.clinic_id = app.clinic() AND s.role = 'therapist' AND s.deactivated_at IS NULL
          AND ($1::uuid[] IS NULL OR s.id = ANY ($1::uuid[])) ORDER BY s.name, s.id`,
      [ids],
    );
  }

  async insertCouple(couple: NewCouple): Promise<void> {
    await this.work.change(
      `INSERT INTO couple (clinic_id, id, name, status, stage, stage_since, anchor_on, time_zone, secrets_policy,
          created_at, version)
        VALUES ($1, $2, $3, 'active', $4, $5, $6, $7, $8, app.now(), 1)`,
      [
        couple.clinicId,
        couple.id,
        couple.name,
        couple.stage,
        couple.stageSince,
        couple.anchorOn,
        couple.timeZone,
        couple.secretsPolicy,
      ],
    );
  }

  async insertPerson(clinicId: string, coupleId: string, person: NewPerson): Promise<void> {
    await this.work.change(
      `INSERT INTO person (clinic_id, id, name, pronouns, language, created_at) VALUES ($1, $2, $3, $4, $5, app.now())`,
      [clinicId, person.id, person.name, person.pronouns, person.language],
    );
    await this.work.change(
      'INSERT INTO enrolment (clinic_id, id, couple_id, person_id, side) VALUES ($1, $2, $3, $4, $5)',
      [clinicId, person.enrolmentId, coupleId, person.id, person.side],
    );
  }

  /** The whole first team in one statement: the policy lets an outsider write only while there is no team. */
  async insertTeam(clinicId: string, coupleId: string, team: readonly NewAssignment[]): Promise<void> {
    await this.work.change(
      `INSERT INTO care_assignment (clinic_id, id, couple_id, staff_id, side, lead, from_at)
        SELECT $1, t.id, $2, t.staff_id, t.side, t.lead, app.now()
          FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::boolean[]) AS t(id, staff_id, side, lead)`,
      [
        clinicId,
        coupleId,
        team.map(({ id }) => id),
        team.map(({ staffId }) => staffId),
        team.map(({ side }) => side),
        team.map(({ lead }) => lead),
      ],
    );
  }

  /** Everything the head of the couple's page shows, in one statement. */
  async record(grant: CaseGrant): Promise<CoupleRecord | null> {
    const [row] = await this.work.rows<{ couple: CoupleRecord }>(
      `SELECT json_build_object('version', c.version, 'name', c.name, 'status', c.status, 'stageSince', c.stage_since,
        'secretsPolicy', c.secrets_policy,
        'disclosureState', (SELECT d.state FROM disclosure_process d
          WHERE d.clinic_id = c.clinic_id AND d.couple_id = c.id ORDER BY d.opened_at DESC, d.id LIMIT 1),
        'people', (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'pronouns', p.pronouns,
            'side', e.side, 'enrolled', e.enrolled_at IS NOT NULL, 'invitation', coalesce((SELECT CASE
              WHEN i.used_at IS NOT NULL THEN 'used' WHEN i.superseded_at IS NOT NULL THEN 'none'
              WHEN i.attempts >= 5 THEN 'locked' WHEN i.expires_at <= app.now() THEN 'expired' ELSE 'open' END
              FROM invitation i WHERE i.clinic_id = e.clinic_id AND i.person_id = p.id AND i.couple_id = e.couple_id
              ORDER BY i.created_at DESC, i.id LIMIT 1), 'none'),
            'signs', (SELECT coalesce(json_agg(g.kind ORDER BY g.kind), '[]') FROM device_sign g
              WHERE g.clinic_id = p.clinic_id AND g.person_id = p.id)) ORDER BY e.side DESC, p.id), '[]')
          FROM enrolment e JOIN person p ON p.clinic_id = e.clinic_id AND p.id = e.person_id
          WHERE e.clinic_id = c.clinic_id AND e.couple_id = c.id),
        'careTeam', (SELECT coalesce(json_agg(json_build_object('staffId', s.id, 'name', s.name,
            'credentials', s.credentials, 'side', a.side, 'lead', a.lead)
            ORDER BY array_position(ARRAY['RP', 'BP', 'JOINT'], a.side), s.name, s.id), '[]')
          FROM care_assignment a JOIN staff_member s ON s.clinic_id = a.clinic_id AND s.id = a.staff_id
          WHERE a.clinic_id = c.clinic_id AND a.couple_id = c.id
            AND a.from_at <= app.now() AND (a.to_at IS NULL OR a.to_at > app.now()))) AS couple
        FROM couple c WHERE c.clinic_id = $1 AND c.id = $2`,
      [grant.clinicId, grant.coupleId],
    );
    return row?.couple ?? null;
  }

  /** From now on the couple is looked at once a day. */
  async windClock(coupleId: string, at: Date): Promise<void> {
    await this.work.rows('SELECT app.wind_disclosure_clock($1, $2)', [coupleId, at]);
  }
}
