import { Injectable } from '@nestjs/common';
import type { Permission } from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { notFound } from '../platform/http/app-error.js';

/** The office sees states and days of the process; of the time after a session it sees nothing at all. */
@Injectable()
export class AftercareAccess {
  constructor(private readonly cases: CaseAccess) {}

  /** @throws AppError not_found without a side of the couple. */
  async require(action: Permission, coupleId: string): Promise<CaseGrant> {
    const grant = await this.cases.require(action, coupleId);
    if (grant.mySides.length === 0) throw notFound();
    return grant;
  }
}
