import { Injectable } from '@nestjs/common';
import { predictorCodes } from '@trellis/domain';
import type { OwnShownChangesView } from '@trellis/contracts';
import { PersonAccess } from '../../access/person-access.js';
import { AuditWriter } from '../../audit/audit-writer.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ShownChangesRepository } from './shown-changes.repository.js';

/** What a person's therapist showed them in session. */
@Injectable()
export class OwnShownChangesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly shown: ShownChangesRepository,
    private readonly audit: AuditWriter,
  ) {}

  /** Opening it leaves a row in one's own record: somebody else may hold the phone. @throws AppError not_found. */
  async own(): Promise<OwnShownChangesView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const changes = await this.shown.own(own);
      await this.audit.record({
        action: 'shown_change.read_own',
        resource: 'shown_change',
        resourceId: own.personId,
        personId: own.personId,
        decision: 'allowed',
      });
      const order = (code: (typeof changes)[number]['predictor']): number => predictorCodes.indexOf(code);
      return { changes: changes.toSorted((a, b) => order(a.predictor) - order(b.predictor)) };
    });
  }
}
