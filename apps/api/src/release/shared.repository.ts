import { Injectable } from '@nestjs/common';
import type { PersonGrant } from '../access/person-access.js';
import { ExerciseCatalogue } from '../platform/exercises/exercise-catalogue.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { TimePosition } from '../platform/http/time-cursor.js';
import { releaseColumns, releaseTables } from './release-columns.js';
import type { ReleaseRow } from './release-row.js';

export interface SharedRow extends ReleaseRow {
  readonly person_name: string;
}

const author = `(SELECT p.name FROM person p WHERE p.clinic_id = r.clinic_id AND p.id = r.person_id) AS person_name`;
/** Nothing but what names the person; row-level security shows only what is live. */
const givenToMe = `r.couple_id = $1 AND r.state = 'released' AND EXISTS (SELECT FROM release_recipient g
  WHERE g.clinic_id = r.clinic_id AND g.release_id = r.id AND g.person_id = $2)`;

/** What was released to the signed-in person. */
@Injectable()
export class SharedRepository {
  constructor(
    private readonly work: UnitOfWork,
    private readonly catalogue: ExerciseCatalogue,
  ) {}

  /** One page and one row more, newest first. */
  async page(own: PersonGrant, after: TimePosition | null, size: number): Promise<SharedRow[]> {
    const rows = await this.work.rows<SharedRow>(
      `SELECT ${releaseColumns}, ${author} FROM ${releaseTables} WHERE ${givenToMe}
          AND ($3::timestamptz IS NULL OR (r.released_at, r.id) < ($3::timestamptz, $4::uuid))
        ORDER BY r.released_at DESC, r.id DESC LIMIT $5`,
      [own.coupleId, own.personId, after?.at ?? null, after?.id ?? null, size + 1],
    );
    return this.catalogue.attach(rows);
  }

  async one(own: PersonGrant, releaseId: string): Promise<SharedRow | null> {
    const rows = await this.work.rows<SharedRow>(
      `SELECT ${releaseColumns}, ${author} FROM ${releaseTables} WHERE ${givenToMe} AND r.id = $3`,
      [own.coupleId, own.personId, releaseId],
    );
    const [row] = await this.catalogue.attach(rows);
    return row ?? null;
  }

  /** Notes that it is read now, and says whether it may be: it holds off a taking back that comes at this moment. */
  async noteRead(own: PersonGrant, releaseId: string, at: Date): Promise<boolean> {
    const [row] = await this.work.rows<{ live: boolean }>('SELECT app.note_release_read($1, $2) AS live', [
      releaseId,
      at,
    ]);
    return own.coupleId !== '' && row?.live === true;
  }

  async sealed(row: SharedRow): Promise<Buffer | null> {
    const [answer] = await this.work.rows<{ sealed: Buffer }>(
      'SELECT sealed FROM homework_answer WHERE id = $1 AND revision = $2 AND person_id = $3',
      [row.answer_id, row.revision, row.person_id],
    );
    return answer?.sealed ?? null;
  }
}
