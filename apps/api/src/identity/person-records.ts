import { Injectable } from '@nestjs/common';
import { asClinicId } from '@trellis/domain';
import { AuditWriter } from '../audit/audit-writer.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

interface WhoCame {
  readonly clinicId: string;
  readonly personId: string;
}

/** The record of who came in, tried to, or left at the homework app's door. */
@Injectable()
export class PersonRecords {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditWriter,
  ) {}

  async add(
    { clinicId, personId }: WhoCame,
    action: string,
    decision: 'allowed' | 'refused',
    reasonCode?: string,
  ): Promise<void> {
    const actor = { clinicId: asClinicId(clinicId), id: personId, role: 'client' } as const;
    const reason = reasonCode === undefined ? {} : { reasonCode };
    await this.work.runAsAuth(async () =>
      this.audit.recordFor(actor, { action, resource: 'session', personId, decision, ...reason }),
    );
  }

  /** Costs as many statements as the record of a refusal, for somebody who is not there. */
  async addNone(): Promise<void> {
    await this.work.runAsAuth(async () => this.work.rows('SELECT app.now()'));
  }
}
