import { Injectable } from '@nestjs/common';
import { isUuid, type TaskId } from '@trellis/domain';
import type { AgreementView } from '@trellis/contracts';
import { PersonAccess, type PersonGrant } from '../../access/person-access.js';
import { AuditWriter } from '../../audit/audit-writer.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { notFound } from '../../platform/http/app-error.js';
import type { JointWorkRow } from '../joint/joint-work-row.js';
import { AgreementDesk } from './agreement-desk.js';
import { toAgreement } from './agreement.mapper.js';

/** An information agreement for one of the two: where it stands, and its end without a reason. */
@Injectable()
export class OwnAgreementService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly desk: AgreementDesk,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found, also for an exercise that is no information agreement. */
  async one(id: string): Promise<AgreementView> {
    return this.work.run(async () => this.view(await this.found(id)));
  }

  /** Ends it for both; nothing says who did. @throws AppError not_found, agreement_refused: not_in_force, version_stale. */
  async end(id: string, version: number): Promise<AgreementView> {
    return this.work.run(async () => {
      const { own, row } = await this.found(id);
      await this.desk.end(own, row.id, version, this.clock.now());
      await this.audit.record({
        ...{ action: 'information_agreement.end', resource: 'homework_task', resourceId: id },
        ...{ personId: own.personId, decision: 'allowed' },
      });
      return this.view({ own, row });
    });
  }

  private async found(id: string): Promise<{ own: PersonGrant; row: JointWorkRow }> {
    const own = await this.people.require();
    const row = isUuid(id) ? await this.desk.halves.rows.ofTask(own, id as TaskId) : null;
    const mine = own.side === 'RP' ? row?.rp_task_id : row?.bp_task_id;
    if (row?.template_code !== 'C06' || mine !== id) throw notFound();
    return { own, row };
  }

  private async view({ own, row }: { own: PersonGrant; row: JointWorkRow }): Promise<AgreementView> {
    return toAgreement(await this.desk.rows.of(own, row.id), row.revealed_at !== null, own.stage);
  }
}
