import { Injectable } from '@nestjs/common';
import type { HomeworkTemplate, LocalDate, Track } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ExerciseCatalogue } from '../platform/exercises/exercise-catalogue.js';
import type {
  HalfRow,
  JointPlaceRow,
  NewPlan,
  PlaceRow,
  PlannedPerson,
  PlanRow,
  RestRow,
} from './plan-row.js';

const columns = `h.id, h.couple_id, h.person_id, p.name AS person_name, h.compartment, h.template_code, h.template_version,
  h.cadence, h.weekdays, h.wall_time, h.starts_on::text AS starts_on, h.last_on::text AS last_on, h.confirmed, h.ended_at,
  h.version`;
const restColumns = `id, person_id, plan_id, kind, from_on::text AS from_on, to_on::text AS to_on, version`;
/** More than a couple could have agreed in the time that is shown. */
const mostPlans = 200;
const mostPlaces = 1000;

interface PlacedRest extends RestRow {
  readonly couple_id: string;
  readonly compartment: Track;
  readonly cancelled: boolean;
}

/** Plans, rests and their places, of the sides that the viewer holds. */
@Injectable()
export class PlansRepository {
  constructor(
    private readonly work: UnitOfWork,
    private readonly catalogue: ExerciseCatalogue,
  ) {}

  /** The exercise of that code that can be given now, of the library or the clinic's own; null for any other. */
  async exerciseToGive(code: string): Promise<HomeworkTemplate | null> {
    return this.catalogue.toGive(code);
  }

  /** Plans that last to `since` or beyond, newest last day first. */
  async plans(grant: CaseGrant, since: LocalDate): Promise<PlanRow[]> {
    const rows = await this.work.rows<PlanRow>(
      `SELECT ${columns} FROM homework_plan h JOIN person p ON p.clinic_id = h.clinic_id AND p.id = h.person_id
        WHERE h.couple_id = $1 AND h.last_on >= $2::date AND h.compartment = ANY ($4::text[])
        ORDER BY h.last_on DESC, h.id LIMIT $3`,
      [grant.coupleId, since, mostPlans, grant.mySides],
    );
    return this.catalogue.attach(rows);
  }

  /** One plan, held until the end of the act; null when it is not the viewer's. */
  async plan(id: string): Promise<PlanRow | null> {
    const rows = await this.work.rows<PlanRow>(
      `SELECT ${columns} FROM homework_plan h JOIN person p ON p.clinic_id = h.clinic_id AND p.id = h.person_id
        WHERE h.id = $1 FOR UPDATE OF h`,
      [id],
    );
    const [row] = await this.catalogue.attach(rows);
    return row ?? null;
  }

  /** Plans of a person that are not over, held until the end of the act. */
  async running(grant: CaseGrant, personId: string, planId: string | null): Promise<PlanRow[]> {
    const rows = await this.work.rows<PlanRow>(
      `SELECT ${columns} FROM homework_plan h JOIN person p ON p.clinic_id = h.clinic_id AND p.id = h.person_id
        WHERE h.couple_id = $1 AND h.person_id = $2 AND ($3::uuid IS NULL OR h.id = $3) AND h.ended_at IS NULL
        ORDER BY h.id LIMIT $4 FOR UPDATE OF h`,
      [grant.coupleId, personId, planId, mostPlans],
    );
    return this.catalogue.attach(rows);
  }

  async add(grant: CaseGrant, plan: NewPlan, at: Date): Promise<void> {
    await this.work.change(
      `INSERT INTO homework_plan (clinic_id, id, couple_id, person_id, compartment, template_code, template_version,
          cadence, weekdays, wall_time, starts_on, last_on, confirmed, assigned_by, assigned_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11, $12, $13, $14, $15, 1)`,
      [
        ...[grant.clinicId, plan.id, grant.coupleId, plan.person_id, plan.compartment],
        ...[plan.template_code, plan.template_version, JSON.stringify(plan.cadence), plan.weekdays],
        ...[plan.wall_time, plan.starts_on, plan.last_on, plan.confirmed, currentActor().id, at],
      ],
    );
  }

  /** Ends a plan with `lastOn`. False when its version moved on. */
  async end(id: string, version: number, lastOn: LocalDate, at: Date): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE homework_plan SET last_on = greatest(starts_on, least(last_on, $3::date)), ended_at = $4,
          version = version + 1
        WHERE id = $1 AND version = $2 AND ended_at IS NULL`,
      [id, version, lastOn, at],
    );
    return changed === 1;
  }

  /** Rests that last to `since` or beyond, the latest first. */
  async rests(grant: CaseGrant, since: LocalDate): Promise<RestRow[]> {
    return this.work.rows<RestRow>(
      `SELECT ${restColumns} FROM homework_rest
        WHERE couple_id = $1 AND NOT cancelled AND (to_on IS NULL OR to_on >= $2::date) AND compartment = ANY ($4::text[])
        ORDER BY from_on DESC, id LIMIT $3`,
      [grant.coupleId, since, mostPlans, grant.mySides],
    );
  }

  async rest(id: string): Promise<PlacedRest | null> {
    const [row] = await this.work.rows<PlacedRest>(
      `SELECT ${restColumns}, couple_id, compartment, cancelled FROM homework_rest WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return row ?? null;
  }

  async addRest(grant: CaseGrant, side: string, rest: Omit<RestRow, 'version'>, at: Date): Promise<void> {
    await this.work.change(
      `INSERT INTO homework_rest (clinic_id, id, couple_id, person_id, compartment, plan_id, kind, from_on, to_on,
          cancelled, made_by, made_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, false, $10, $11, 1)`,
      [
        ...[grant.clinicId, rest.id, grant.coupleId, rest.person_id, side, rest.plan_id, rest.kind],
        ...[rest.from_on, rest.to_on, currentActor().id, at],
      ],
    );
  }

  /** Ends a rest with `lastOn`; one that would end before it began stands for nothing. */
  async endRest(id: string, version: number, lastOn: LocalDate): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE homework_rest SET cancelled = $3::date < from_on, to_on = $3::date, version = version + 1
        WHERE id = $1 AND version = $2`,
      [id, version, lastOn],
    );
    return changed === 1;
  }

  /** A rest of one exercise ends with it. */
  async endRestsOf(planId: string, lastOn: LocalDate): Promise<void> {
    await this.work.change(
      `UPDATE homework_rest SET cancelled = $2::date < from_on, to_on = $2::date, version = version + 1
        WHERE plan_id = $1 AND NOT cancelled AND (to_on IS NULL OR to_on > $2::date)`,
      [planId, lastOn],
    );
  }

  /** The places of the plans that were not taken back, in the order in which they are due. */
  async places(grant: CaseGrant, planIds: readonly string[]): Promise<PlaceRow[]> {
    return this.work.rows<PlaceRow>(
      `SELECT id, plan_id, state, opens_on::text AS opens_on, due_on::text AS due_on, due_at, occurrence, submitted_at,
          version
        FROM homework_task t WHERE couple_id = $1 AND plan_id = ANY ($2::uuid[]) AND withdrawn_at IS NULL
        ORDER BY t.due_on, occurrence, id`,
      [grant.coupleId, planIds],
    );
  }

  /** Places of exercises of two people that are due on `since` or later, in the order in which they are due. */
  async jointPlaces(grant: CaseGrant, since: LocalDate): Promise<JointPlaceRow[]> {
    return this.work.rows<JointPlaceRow>(
      `SELECT template_code, template_version, opens_on::text AS opens_on, due_on::text AS due_on
        FROM joint_work j WHERE couple_id = $1 AND due_on >= $2::date ORDER BY j.due_on, occurrence, id LIMIT $3`,
      [grant.coupleId, since, mostPlaces],
    );
  }

  /** Halves of the viewer's sides that are due on `since` or later, in the order in which they are due. */
  async halves(grant: CaseGrant, since: LocalDate): Promise<HalfRow[]> {
    return this.work.rows<HalfRow>(
      `SELECT person_id, template_code, template_version, opens_on::text AS opens_on, due_on::text AS due_on, due_at,
          state, submitted_at
        FROM homework_task t WHERE couple_id = $1 AND due_on >= $2::date AND template_code LIKE 'C%'
          AND compartment = ANY ($4::text[]) AND withdrawn_at IS NULL ORDER BY t.due_on, occurrence, id LIMIT $3`,
      [grant.coupleId, since, mostPlaces, grant.mySides],
    );
  }

  async withdraw(grant: CaseGrant, ids: readonly string[], at: Date): Promise<void> {
    await this.work.change(
      `UPDATE homework_task SET withdrawn_at = $3, version = version + 1 WHERE couple_id = $1 AND id = ANY ($2::uuid[])`,
      [grant.coupleId, ids, at],
    );
  }

  /** Moves one place to other days. The version stays: what its person is writing is not touched. */
  async move(
    grant: CaseGrant,
    id: string,
    to: { opensOn: string; dueOn: string; dueAt: Date; occurrence: number },
  ): Promise<void> {
    await this.work.change(
      `UPDATE homework_task SET opens_on = $3, due_on = $4, due_at = $5, occurrence = $6 WHERE couple_id = $1 AND id = $2`,
      [grant.coupleId, id, to.opensOn, to.dueOn, to.dueAt, to.occurrence],
    );
  }

  /** The people of the couple whose sides the viewer holds. */
  async people(grant: CaseGrant): Promise<PlannedPerson[]> {
    return this.work.rows<PlannedPerson>(
      `SELECT e.person_id AS id, p.name, e.side FROM enrolment e
          JOIN person p ON p.clinic_id = e.clinic_id AND p.id = e.person_id
        WHERE e.couple_id = $1 AND e.side = ANY ($2::text[]) ORDER BY e.side DESC, e.id`,
      [grant.coupleId, grant.mySides],
    );
  }
}
