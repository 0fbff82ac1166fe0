import { Injectable } from '@nestjs/common';
import type { SavedView } from '@trellis/contracts';
import { asTaskId } from '@trellis/domain';
import { PersonAccess } from '../access/person-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { OwnWritingService } from '../homework/own-writing.service.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { OwnReleaseRepository } from './own-release.repository.js';

/** The author changes what they handed in: a new revision that nobody was given. */
@Injectable()
export class RevisionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly writing: OwnWritingService,
    private readonly releases: OwnReleaseRepository,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** Hands in a new revision and takes back the one before. @throws AppError as OwnWritingService.revise. */
  async revise(id: string, version: number, answers: unknown): Promise<SavedView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const saved = await this.writing.revise(id, version, answers);
      const release = await this.releases.ofTask(own, asTaskId(id), true);
      if (release !== null && release.state !== 'revoked') {
        await this.releases.change(own, release, {
          ...release,
          state: 'revoked',
          revoked_at: this.clock.now(),
        });
        await this.audit.record({
          ...{ action: 'release.revoke', resource: 'homework_task', resourceId: id, personId: own.personId },
          ...{ decision: 'allowed', reasonCode: 'edited' },
        });
      }
      return saved;
    });
  }
}
