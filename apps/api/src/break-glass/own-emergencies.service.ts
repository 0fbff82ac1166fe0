import { Injectable } from '@nestjs/common';
import type { OwnEmergenciesView } from '@trellis/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { OwnEmergenciesRepository } from './own-emergencies.repository.js';

/** Tells a person that the couple's record was opened in an emergency, until they have read it. */
@Injectable()
export class OwnEmergenciesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rows: OwnEmergenciesRepository,
  ) {}

  async view(): Promise<OwnEmergenciesView> {
    const rows = await this.work.run(() => this.rows.mine());
    return {
      emergencies: rows.map(({ id, opened_at, staff_name, staff_role, seen }) => ({
        ...{ id, at: opened_at.toISOString(), staffName: staff_name, staffRole: staff_role, isNew: !seen },
      })),
    };
  }

  async markSeen(): Promise<void> {
    await this.work.run(() => this.rows.markSeen());
  }
}
