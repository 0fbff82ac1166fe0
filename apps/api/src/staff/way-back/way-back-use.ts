import { Injectable } from '@nestjs/common';
import { asClinicId } from '@trellis/domain';
import { AuditWriter } from '../../audit/audit-writer.js';
import { AccountLettersService } from '../../identity/account-letters.service.js';
import { Outbox } from '../../platform/jobs/outbox.js';
import { systemIn } from '../invited-staff.js';
import { wayBackToldKind } from './way-back-letters.job.js';
import { WayBackDoorRepository, type TriedWayBack } from './way-back-door.repository.js';

/** What coming back leaves behind: a record, a letter to the account, and one to every owner. Under role auth. */
@Injectable()
export class WayBackUse {
  constructor(
    private readonly rows: WayBackDoorRepository,
    private readonly audit: AuditWriter,
    private readonly letters: AccountLettersService,
    private readonly outbox: Outbox,
  ) {}

  async leaveTrace({ clinic_id: clinicId, id: resourceId, staff_id: id, role }: TriedWayBack): Promise<void> {
    const actor = { clinicId: asClinicId(clinicId), id, role };
    const act = { action: 'staff.way_back_use', resource: 'staff_way_back', resourceId } as const;
    await this.audit.recordFor(actor, { ...act, decision: 'allowed' });
    await this.letters.changed(actor);
    for (const owner of await this.rows.owners(clinicId))
      if (owner !== id) await this.outbox.addFor(systemIn(clinicId), wayBackToldKind, owner);
  }
}
