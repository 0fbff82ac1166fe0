import { Injectable } from '@nestjs/common';
import type { LetterKind } from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';

/** Who asks, and what is put on record of it. */
@Injectable()
export class LetterSessionSources {
  constructor(
    private readonly access: CaseAccess,
    private readonly audit: AuditWriter,
  ) {}

  require(coupleId: string): Promise<CaseGrant> {
    return this.access.require('disclosure.record', coupleId);
  }

  async record(action: string, { coupleId }: CaseGrant, kind: LetterKind): Promise<void> {
    await this.audit.record({
      ...{ action, resource: 'couple', resourceId: coupleId, decision: 'allowed', reasonCode: kind },
    });
  }
}
