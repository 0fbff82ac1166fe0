import { Injectable } from '@nestjs/common';
import { asCoupleId, type CoupleId } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import {
  sheetColumns,
  type HandedIn,
  type MeasuredPerson,
  type MeasurePlace,
  type SheetRow,
} from './measure-row.js';

/** Years of sheets at the usual intervals. */
const mostSheets = 60;

export interface NewSheet {
  readonly id: string;
  readonly formId: string;
  readonly code: string;
  readonly place: MeasurePlace;
  readonly at: Date;
  /** Null while it waits on the phone. */
  readonly handedIn: HandedIn | null;
}

/** Sheets of the people whose side a therapist holds. Row-level security leaves out whatever is of another side. */
@Injectable()
export class MeasuresRepository {
  constructor(private readonly work: UnitOfWork) {}

  async people(grant: CaseGrant): Promise<MeasuredPerson[]> {
    return this.work.rows<MeasuredPerson>(
      `SELECT e.person_id AS id, p.name, e.side, p.language FROM enrolment e
        JOIN person p ON p.clinic_id = e.clinic_id AND p.id = e.person_id
        WHERE e.clinic_id = app.clinic() AND e.couple_id = $1 AND e.side = ANY ($2)
        ORDER BY e.side DESC LIMIT 2`,
      [grant.coupleId, grant.mySides],
    );
  }

  /** Newest first. */
  async ofPerson(grant: CaseGrant, person: MeasuredPerson): Promise<SheetRow[]> {
    return this.work.rows<SheetRow>(
      `SELECT ${sheetColumns} WHERE s.clinic_id = app.clinic() AND s.couple_id = $1 AND s.person_id = $2
          AND s.side = $3 ORDER BY coalesce(s.answered_at, s.given_at) DESC, s.id LIMIT $4`,
      [grant.coupleId, person.id, person.side, mostSheets],
    );
  }

  async one(grant: CaseGrant, id: string): Promise<SheetRow | null> {
    const [row] = await this.work.rows<SheetRow>(
      `SELECT ${sheetColumns} WHERE s.clinic_id = app.clinic() AND s.couple_id = $1 AND s.id = $2
          AND s.side = ANY ($3)`,
      [grant.coupleId, id, grant.mySides],
    );
    return row ?? null;
  }

  /** False when the same instrument waits for the person already. */
  async add(grant: CaseGrant, person: MeasuredPerson, sheet: NewSheet): Promise<boolean> {
    const { handedIn } = sheet;
    const added = await this.work.change(
      `INSERT INTO measure_sheet (clinic_id, id, couple_id, person_id, side, form_id, code, place, given_by, given_at,
          sealed, answered_on, answered_at, scored_by, risk_raised, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1) ON CONFLICT DO NOTHING`,
      [
        ...[grant.clinicId, sheet.id, grant.coupleId, person.id, person.side, sheet.formId, sheet.code],
        ...[sheet.place, currentActor().id, sheet.at, handedIn?.sealed ?? null, handedIn?.on ?? null],
        ...[handedIn?.at ?? null, handedIn?.scoredBy ?? null, handedIn?.risk ?? false],
      ],
    );
    return added === 1;
  }

  /** False when it was answered, taken back, or moved on from this version. */
  async withdraw(grant: CaseGrant, id: string, version: number, at: Date): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE measure_sheet SET withdrawn_at = $4, version = version + 1
        WHERE clinic_id = app.clinic() AND couple_id = $1 AND id = $2 AND version = $3 AND side = ANY ($5)
          AND answered_at IS NULL AND withdrawn_at IS NULL`,
      [grant.coupleId, id, version, at, grant.mySides],
    );
    return changed === 1;
  }

  /** The couple is looked at soon: an answer may ask for attention. */
  async wind(coupleId: CoupleId, at: Date): Promise<void> {
    await this.work.rows('SELECT app.wind_disclosure_clock($1, $2)', [asCoupleId(coupleId), at]);
  }
}
