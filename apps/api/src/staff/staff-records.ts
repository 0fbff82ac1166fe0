import { Injectable } from '@nestjs/common';
import type { StaffRole } from '@trellis/domain';
import { AuditWriter } from '../audit/audit-writer.js';
import { Vault } from '../platform/sealing/vault.js';
import { StaffRepository } from './staff.repository.js';

/** Which invitation an address belongs to; its key is that of the member of staff to be. */
export interface InvitedPlace {
  readonly clinicId: string;
  readonly id: string;
  readonly staffId: string;
}

/** What invitations and memberships share: sealed addresses and the record of who changed what. */
@Injectable()
export class StaffRecords {
  constructor(
    private readonly staff: StaffRepository,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
  ) {}

  async holds(accountId: string, role: StaffRole): Promise<boolean> {
    return this.staff.holds(accountId, role);
  }

  async sealInvited(place: InvitedPlace, email: string): Promise<Buffer> {
    return this.vault.seal('staff', invitedPlace(place), email);
  }

  async openInvited(place: InvitedPlace, sealed: Buffer): Promise<string> {
    return this.vault.open(invitedPlace(place), sealed);
  }

  async sealMember(clinicId: string, id: string, email: string): Promise<Buffer> {
    const place = { table: 'staff_member', column: 'email_sealed', rowId: id, clinicId, ownerId: id };
    return this.vault.seal('staff', place, email);
  }

  async openMember(clinicId: string, id: string, sealed: Buffer): Promise<string> {
    const place = { table: 'staff_member', column: 'email_sealed', rowId: id, clinicId, ownerId: id };
    return this.vault.open(place, sealed);
  }

  async write(
    action: string,
    resource: 'staff_member' | 'staff_invitation',
    resourceId: string,
  ): Promise<void> {
    await this.audit.record({ action, resource, resourceId, decision: 'allowed' });
  }
}

function invitedPlace({ clinicId, id, staffId }: InvitedPlace): Parameters<Vault['open']>[0] {
  return { table: 'staff_invitation', column: 'email_sealed', rowId: id, clinicId, ownerId: staffId };
}
