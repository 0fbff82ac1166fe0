import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isUuid, slipTermsOf, type Permission } from '@trellis/domain';
import type { CaseAgreementView } from '@trellis/contracts';
import { CaseAccess, type CaseGrant } from '../../access/case-access.js';
import { AuditWriter } from '../../audit/audit-writer.js';
import { Clock } from '../../platform/clock.js';
import { currentActor } from '../../platform/context/request-context.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import type { JointWorkRow } from '../joint/joint-work-row.js';
import { AgreementDesk } from './agreement-desk.js';
import { toAgreement } from './agreement.mapper.js';

/** The third signature under an information agreement, and its end. */
@Injectable()
export class CaseAgreementService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly desk: AgreementDesk,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found, also for an exercise that is no information agreement. */
  async one(workId: string): Promise<CaseAgreementView> {
    return this.work.run(async () => this.view(await this.found('homework.read', workId)));
  }

  /**
   * Puts the agreement in force; what was in force before ends. @throws AppError not_found, agreement_refused with the
   * reason: not_yours where a couple therapist signs, not_both_signed, signed_before, closed.
   */
  async sign(workId: string): Promise<CaseAgreementView> {
    return this.work.run(async () => {
      const { grant, row } = await this.found('homework.review', workId);
      if (!(await this.maySign(grant))) throw refused('not_yours');
      if (row.revealed_at === null) throw refused('not_both_signed');
      if (await this.desk.closed(grant, row)) throw refused('closed');
      const page = await this.desk.page(grant, row);
      if (page === null) throw refused('not_both_signed');
      const signed = { id: randomUUID(), workId: row.id, signedBy: currentActor().id };
      const agreement = { ...signed, slips: slipTermsOf(page) };
      if (!(await this.desk.rows.sign(grant, agreement, this.clock.now()))) throw refused('signed_before');
      await this.record('information_agreement.sign', row.id);
      return this.view({ grant, row });
    });
  }

  /** Ends it. @throws AppError not_found, agreement_refused: not_in_force, version_stale. */
  async end(workId: string, version: number): Promise<CaseAgreementView> {
    return this.work.run(async () => {
      const { grant, row } = await this.found('homework.review', workId);
      await this.desk.end(grant, row.id, version, this.clock.now());
      await this.record('information_agreement.end', row.id);
      return this.view({ grant, row });
    });
  }

  private async found(action: Permission, workId: string): Promise<{ grant: CaseGrant; row: JointWorkRow }> {
    const coupleId = isUuid(workId) ? await this.desk.works.coupleOf(workId) : null;
    if (coupleId === null) throw notFound();
    const grant = await this.cases.require(action, coupleId);
    const [row] = await this.desk.works.byIds(grant, [workId]);
    if (row?.template_code !== 'C06' || grant.emergency !== null) throw notFound();
    return { grant, row };
  }

  private async maySign(grant: CaseGrant): Promise<boolean> {
    return grant.mySides.includes('JOINT') || !(await this.desk.rows.hasCoupleTherapist(grant));
  }

  private async view({ grant, row }: { grant: CaseGrant; row: JointWorkRow }): Promise<CaseAgreementView> {
    const found = await this.desk.rows.of(grant, row.id);
    return {
      agreement: toAgreement(found, row.revealed_at !== null, grant.stage),
      ...{ signedByName: found?.signed_by_name ?? null, maySign: await this.maySign(grant) },
    };
  }

  private async record(action: string, workId: string): Promise<void> {
    await this.audit.record({ action, resource: 'joint_work', resourceId: workId, decision: 'allowed' });
  }
}

function refused(reason: string): AppError {
  return new AppError('agreement_refused', { reason });
}
