import { Injectable } from '@nestjs/common';
import { exerciseOf, pageOf, samePage, type Answers } from '@trellis/domain';
import type { CaseGrant } from '../../access/case-access.js';
import type { PersonGrant } from '../../access/person-access.js';
import { AppError } from '../../platform/http/app-error.js';
import { CaseJointWorkRepository } from '../joint/case-joint-work.repository.js';
import { Halves } from '../joint/halves.js';
import type { JointWorkRow } from '../joint/joint-work-row.js';
import { AgreementRepository } from './agreement.repository.js';

/** What signing and ending an agreement have in common for those who may. */
@Injectable()
export class AgreementDesk {
  constructor(
    readonly rows: AgreementRepository,
    readonly works: CaseJointWorkRepository,
    readonly halves: Halves,
  ) {}

  /** The page that both signed; null while there is no such page. */
  async page(grant: CaseGrant, row: JointWorkRow): Promise<Answers | null> {
    const template = exerciseOf(row.template_code, row.template_version);
    const found = await this.works.halves(grant, row);
    const signed: Answers[] = [];
    for (const half of found) signed.push(await this.halves.open(grant.clinicId, half));
    const [a, b] = signed;
    return a !== undefined && b !== undefined && samePage(template, a, b) ? pageOf(template, a) : null;
  }

  async closed(grant: CaseGrant, row: JointWorkRow): Promise<boolean> {
    return this.halves.closed(grant, exerciseOf(row.template_code, row.template_version), 'RP');
  }

  /** @throws AppError agreement_refused: not_in_force, version_stale. */
  async end(grant: CaseGrant | PersonGrant, workId: string, version: number, at: Date): Promise<void> {
    const standing = await this.rows.of(grant, workId);
    if (standing === null || standing.ended_at !== null)
      throw new AppError('agreement_refused', { reason: 'not_in_force' });
    if (!(await this.rows.end(grant, standing.id, version, at))) throw new AppError('version_stale');
  }
}
