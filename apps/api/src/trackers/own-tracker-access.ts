import { Injectable } from '@nestjs/common';
import { PersonAccess, type PersonGrant } from '../access/person-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** A person's own place, and what they did there. */
@Injectable()
export class OwnTrackerAccess {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly audit: AuditWriter,
  ) {}

  /** Runs one use case in a transaction. @throws AppError not_found when the asker is no person of a couple. */
  run<T>(use: (own: PersonGrant) => Promise<T>): Promise<T> {
    return this.work.run(async () => use(await this.people.require()));
  }

  async record(action: string, { personId }: PersonGrant): Promise<void> {
    await this.audit.record({
      action,
      resource: 'trackers',
      resourceId: personId,
      personId,
      decision: 'allowed',
    });
  }
}
