import { Injectable } from '@nestjs/common';
import type { Compartment, CoupleId } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface NoteStanding {
  /** Sides on which the asker is assigned now, emergency readings apart. */
  readonly sides: Compartment[];
  readonly has_notes: boolean;
}

/** How the asker stands to a couple as an author of notes. */
@Injectable()
export class NoteAccessRepository {
  constructor(private readonly work: UnitOfWork) {}

  async standing(coupleId: CoupleId): Promise<NoteStanding> {
    const [row] = await this.work.rows<NoteStanding>(
      `SELECT ARRAY(SELECT DISTINCT a.side FROM care_assignment a
            WHERE a.clinic_id = app.clinic() AND a.couple_id = $1 AND a.staff_id = app.actor()
              AND a.from_at <= app.now() AND (a.to_at IS NULL OR a.to_at > app.now())
            ORDER BY a.side) AS sides,
          EXISTS (SELECT FROM psychotherapy_note n
            WHERE n.clinic_id = app.clinic() AND n.author_id = app.actor() AND n.couple_id = $1) AS has_notes`,
      [coupleId],
    );
    return row ?? { sides: [], has_notes: false };
  }
}
