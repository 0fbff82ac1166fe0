import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { BlindIndex } from './blind-index.js';
import { PasswordHasher } from './password-hasher.js';
import { StaffAccountRepository } from './staff-account.repository.js';
import { TotpSeeds } from './totp-seeds.js';

/** Accounts of staff. Nobody can read a password or a seed back, whoever asks. */
@Injectable()
export class StaffAccountsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: StaffAccountRepository,
    private readonly hasher: PasswordHasher,
    private readonly index: BlindIndex,
    private readonly seeds: TotpSeeds,
  ) {}

  /**
   * Opens an account and returns its id. An address that has one already keeps it with its password and seed.
   * `totpSecret` is base32.
   */
  async open(email: string, password: string, totpSecret: string): Promise<string> {
    const id = randomUUID();
    const passwordHash = await this.hasher.hash(password);
    const account = {
      ...{ id, passwordHash },
      emailIndex: this.index.ofEmail(email),
      totpSealed: this.seeds.seal(id, totpSecret),
    };
    return this.work.runAsAuth(async () => this.accounts.addOrFind(account));
  }
}
