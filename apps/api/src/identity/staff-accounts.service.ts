import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { BlindIndex } from './blind-index.js';
import { PasswordHasher } from './password-hasher.js';
import { passwordLength, passwordProblem } from './password-rules.js';
import { RecoveryCodes } from './recovery-codes.js';
import { StaffAccountRepository, type NewAccount } from './staff-account.repository.js';
import { TotpSeeds } from './totp-seeds.js';

/** What an account is to be opened with. `totpSecret` is base32, `usedStep` the step of the code that proved it. */
export interface NewSecrets {
  readonly email: string;
  readonly password: string;
  readonly totpSecret: string;
  readonly usedStep?: number;
  /** The account that gets them, where there is one; a new one otherwise. */
  readonly accountId?: string;
}

/** An account ready to be written, and the recovery codes that only its owner will see. */
export interface PreparedAccount extends NewAccount {
  readonly recoveryCodes: readonly string[];
}

/** Accounts of staff. Nobody can read a password or a seed back, whoever asks. */
@Injectable()
export class StaffAccountsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: StaffAccountRepository,
    private readonly hasher: PasswordHasher,
    private readonly index: BlindIndex,
    private readonly seeds: TotpSeeds,
    private readonly codes: RecoveryCodes,
  ) {}

  /**
   * Refuses passwords that are too easy to guess. `names` are those of the person and the clinic.
   * @throws AppError password_too_short, password_too_long, password_too_common (with why).
   */
  requireGood(password: string, email: string, names: readonly string[]): void {
    const problem = passwordProblem(password, [
      ...names,
      email.split('@')[0] ?? '',
      email.replace(/\.[^.]*$/u, ''),
    ]);
    if (problem === null) return;
    if (problem === 'too_short') throw new AppError('password_too_short', { least: passwordLength.least });
    if (problem === 'too_long') throw new AppError('password_too_long', { most: passwordLength.most });
    throw new AppError('password_too_common', { why: problem });
  }

  /** The slow half of opening an account, outside of any transaction. @throws AppError busy. */
  async prepare({ email, password, totpSecret, usedStep, accountId }: NewSecrets): Promise<PreparedAccount> {
    const id = accountId ?? randomUUID();
    const recoveryCodes = this.codes.newSet();
    return {
      ...{ id, recoveryCodes, usedStep: usedStep ?? 0 },
      passwordHash: await this.hasher.hash(password),
      emailIndex: this.index.ofEmail(email),
      totpSealed: this.seeds.seal(id, totpSecret),
      recoveryHashes: recoveryCodes.map((code) => this.codes.hashOf(id, code)),
    };
  }

  /**
   * Writes a prepared account inside the caller's unit of work, which runs as `system`. Returns the id of the account
   * of that address: an account that was there keeps its password and seed.
   */
  async add(account: PreparedAccount): Promise<string> {
    return this.accounts.add(account);
  }

  /** Seconds since 1970 by database time, which codes are checked against. */
  async epoch(): Promise<number> {
    return this.work.runAsAuth(async () => this.accounts.epoch());
  }

  /** The keyed index of an address, for finding the same address again. */
  indexOf(email: string): Buffer {
    return this.index.ofEmail(email);
  }

  /** The account of an address, whether or not it may enter any clinic now; null when there is none. */
  async idOf(emailIndex: Buffer): Promise<string | null> {
    return this.work.runAsAuth(async () => this.accounts.idOf(emailIndex));
  }
}
