import { Injectable } from '@nestjs/common';
import type { NoticeId } from '@trellis/domain';
import type { PersonGrant } from '../access/person-access.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface NoticeRow {
  readonly id: string;
  readonly process_id: string;
  readonly words: NoticeId;
  readonly released_at: Date;
}

const most = 20;

/** What a person was told. */
@Injectable()
export class NoticeRepository {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async mine({ clinicId, personId }: PersonGrant): Promise<NoticeRow[]> {
    return this.work.rows<NoticeRow>(
      `SELECT id, process_id, words, released_at FROM disclosure_notice
        WHERE clinic_id = $1 AND person_id = $2 AND released_at IS NOT NULL
        ORDER BY released_at DESC, id DESC LIMIT $3`,
      [clinicId, personId, most],
    );
  }

  /** Who says that it ends has nothing to be told of it later. */
  async tellMyself({ clinicId, personId }: PersonGrant): Promise<void> {
    const now = this.clock.now();
    await this.work.asSystem('disclosure.step', () =>
      this.work.change(
        'UPDATE disclosure_notice SET released_at = $3 WHERE clinic_id = $1 AND person_id = $2 AND released_at IS NULL',
        [clinicId, personId, now],
      ),
    );
  }
}
