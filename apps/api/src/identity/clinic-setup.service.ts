import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { asClinicId, type ClinicId, type StaffRole } from '@trellis/domain';
import { generateSecret } from 'otplib';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Vault } from '../platform/sealing/vault.js';
import { StaffAccountsService, type PreparedAccount } from './staff-accounts.service.js';
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
  /** Step of the code that proved the authenticator, where one was asked for. */
  readonly usedStep?: number;
}

/** A member of staff as set up. The secret belongs into an authenticator app and cannot be read again. */
export interface StaffSetUp {
  readonly id: string;
  readonly email: string;
  readonly totpSecret: string;
  /** Shown once; empty where the address had an account before. */
  readonly recoveryCodes: readonly string[];
}

interface ReadyMember extends NewStaff {
  readonly staffId: string;
  readonly secret: string;
  readonly account: PreparedAccount;
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
   * Clinic, accounts and staff in one transaction: all of it or nothing. Passwords are hashed before it begins.
   * `admit` runs first inside it and refuses by throwing. An address that has an account already keeps its password
   * and code.
   */
  async create(
    clinic: NewClinic,
    staff: readonly NewStaff[],
    admit: () => Promise<void> = () => Promise.resolve(),
  ): Promise<{ clinicId: ClinicId; staff: StaffSetUp[] }> {
    const clinicId = asClinicId(clinic.id ?? randomUUID());
    const ready: ReadyMember[] = [];
    for (const member of staff) ready.push(await this.withAccount(member));
    const setUp: StaffSetUp[] = [];
    await this.work.run(
      async () => {
        await admit();
        await this.members.addClinic({
          clinic_id: clinicId,
          name: clinic.name,
          time_zone: clinic.timeZone,
          phone: clinic.phone,
        });
        for (const member of ready) setUp.push(await this.addMember(clinicId, member));
      },
      { clinicId, id: clinicId, role: 'system' },
    );
    return { clinicId, staff: setUp };
  }

  private async withAccount(member: NewStaff): Promise<ReadyMember> {
    const secret = member.totpSecret ?? generateSecret();
    const account = await this.accounts.prepare({ ...member, totpSecret: secret });
    return { ...member, staffId: member.id ?? randomUUID(), secret, account };
  }

  private async addMember(clinicId: ClinicId, member: ReadyMember): Promise<StaffSetUp> {
    const { staffId: id, account, name, credentials, role, email } = member;
    const accountId = await this.accounts.add(account);
    const place = { table: 'staff_member', column: 'email_sealed', rowId: id, clinicId, ownerId: id };
    const emailSealed = await this.vault.seal('staff', place, email);
    await this.members.add({ clinicId, id, accountId, name, credentials, role, emailSealed });
    const recoveryCodes = accountId === account.id ? account.recoveryCodes : [];
    return { id, email, totpSecret: member.secret, recoveryCodes };
  }
}
