import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { asClinicId, type ClinicId, type StaffRole } from '@trellis/domain';
import { generateSecret } from 'otplib';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Vault } from '../platform/sealing/vault.js';
import { StaffAccountsService } from './staff-accounts.service.js';
import { StaffMemberRepository } from './staff-member.repository.js';

export interface NewClinic {
  readonly id?: string;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly phone: string;
}

export interface NewStaff {
  readonly id?: string;
  readonly name: string;
  readonly credentials: string;
  readonly role: StaffRole;
  readonly email: string;
  readonly password: string;
  /** Base32; a fresh one is made when left out. */
  readonly totpSecret?: string;
}

/** A member of staff as set up. The secret belongs into an authenticator app and cannot be read again. */
export interface StaffSetUp {
  readonly id: string;
  readonly email: string;
  readonly totpSecret: string;
}

interface WithAccount extends NewStaff {
  readonly staffId: string;
  readonly accountId: string;
  readonly secret: string;
}

/** Sets up a clinic with its first staff. Nobody is signed in while it runs. */
@Injectable()
export class ClinicSetupService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: StaffAccountsService,
    private readonly members: StaffMemberRepository,
    private readonly vault: Vault,
  ) {}

  /**
   * Accounts come first: an account without a clinic opens nothing, a clinic without accounts could not be entered.
   * An address that has an account already keeps its password and code.
   */
  async create(
    clinic: NewClinic,
    staff: readonly NewStaff[],
  ): Promise<{ clinicId: ClinicId; staff: StaffSetUp[] }> {
    const clinicId = asClinicId(clinic.id ?? randomUUID());
    const ready: WithAccount[] = [];
    for (const member of staff) ready.push(await this.withAccount(member));
    await this.work.run(
      async () => {
        await this.members.addClinic({
          clinic_id: clinicId,
          name: clinic.name,
          time_zone: clinic.timeZone,
          phone: clinic.phone,
        });
        for (const member of ready) await this.addMember(clinicId, member);
      },
      { clinicId, id: clinicId, role: 'system' },
    );
    return {
      clinicId,
      staff: ready.map(({ staffId, email, secret }) => ({ id: staffId, email, totpSecret: secret })),
    };
  }

  private async withAccount(member: NewStaff): Promise<WithAccount> {
    const secret = member.totpSecret ?? generateSecret();
    const accountId = await this.accounts.open(member.email, member.password, secret);
    return { ...member, staffId: member.id ?? randomUUID(), accountId, secret };
  }

  private async addMember(clinicId: ClinicId, member: WithAccount): Promise<void> {
    const { staffId: id, accountId, name, credentials, role, email } = member;
    const place = { table: 'staff_member', column: 'email_sealed', rowId: id, clinicId, ownerId: id };
    const emailSealed = await this.vault.seal('staff', place, email);
    await this.members.add({ clinicId, id, accountId, name, credentials, role, emailSealed });
  }
}
