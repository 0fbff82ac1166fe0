import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { Vault } from '../platform/sealing/vault.js';
import { StaffMemberRepository } from './staff-member.repository.js';

export interface OwnMembershipFacts {
  readonly name: string;
  readonly email: string;
  readonly clinicName: string;
}

/** What a member of staff is called in the clinic of the session, with their own address unsealed. */
@Injectable()
export class OwnMembership {
  constructor(
    private readonly work: UnitOfWork,
    private readonly members: StaffMemberRepository,
    private readonly vault: Vault,
  ) {}

  /** @throws AppError not_signed_in when the membership has ended. */
  async of(session: LiveSession): Promise<OwnMembershipFacts> {
    return this.work.run(async () => {
      const { clinicId, subjectId: id } = session;
      const [member, clinic, sealed] = [
        await this.members.byId(id),
        await this.members.clinic(),
        await this.members.sealedEmail(id),
      ];
      if (member === null || clinic === null || sealed === null) throw new AppError('not_signed_in');
      const place = { table: 'staff_member', column: 'email_sealed', rowId: id, clinicId, ownerId: id };
      return { name: member.name, email: await this.vault.open(place, sealed), clinicName: clinic.name };
    });
  }
}
