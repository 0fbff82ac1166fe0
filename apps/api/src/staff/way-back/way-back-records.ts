import { Injectable } from '@nestjs/common';
import { AuditWriter } from '../../audit/audit-writer.js';
import { currentActor } from '../../platform/context/request-context.js';
import { Outbox } from '../../platform/jobs/outbox.js';
import { systemIn } from '../invited-staff.js';
import { wayBackAskedKind, wayBackLetterKind, wayBackToldKind } from './way-back-letters.job.js';
import { WayBackRepository } from './way-back.repository.js';

/** Record and letters of a way back, in the transaction of the act: to the account itself, and to every owner. */
@Injectable()
export class WayBackRecords {
  constructor(
    private readonly rows: WayBackRepository,
    private readonly audit: AuditWriter,
    private readonly outbox: Outbox,
  ) {}

  async asked(id: string, staffId: string): Promise<void> {
    await this.write('staff.way_back_ask', id);
    await this.tell(staffId);
  }

  /** The letter with the link goes out. */
  async opened(id: string, staffId: string): Promise<void> {
    await this.write('staff.way_back_open', id);
    await this.outbox.addFor(systemIn(currentActor().clinicId), wayBackLetterKind, id);
    await this.tellOwners(staffId);
  }

  async takenBack(id: string): Promise<void> {
    await this.write('staff.way_back_take_back', id);
  }

  private async tell(staffId: string): Promise<void> {
    await this.outbox.addFor(systemIn(currentActor().clinicId), wayBackAskedKind, staffId);
    await this.tellOwners(staffId);
  }

  /** Whoever the way back is for gets letters of their own. */
  private async tellOwners(staffId: string): Promise<void> {
    const system = systemIn(currentActor().clinicId);
    for (const owner of await this.rows.owners())
      if (owner !== staffId) await this.outbox.addFor(system, wayBackToldKind, owner);
  }

  private async write(action: string, resourceId: string): Promise<void> {
    await this.audit.record({ action, resource: 'staff_way_back', resourceId, decision: 'allowed' });
  }
}
