import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { BlindIndex } from './blind-index.js';
import { ClientAccountRepository } from './client-account.repository.js';
import { PasswordHasher } from './password-hasher.js';
import { passphraseLength, passphraseProblem } from './passphrase-rules.js';
import { newSignInName } from './sign-in-name.js';

const tries = 20;

/** Accounts of the people of couples. */
@Injectable()
export class ClientAccountsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: ClientAccountRepository,
    private readonly index: BlindIndex,
    private readonly hasher: PasswordHasher,
  ) {}

  /**
   * Checks a passphrase against the rules and hashes it; call it outside of any transaction. `names` may not occur.
   * @throws AppError passphrase_too_short, passphrase_too_common (with why); busy.
   */
  async hash(passphrase: string, names: readonly string[]): Promise<string> {
    const problem = passphraseProblem(passphrase, names);
    if (problem === 'too_short')
      throw new AppError('passphrase_too_short', { least: passphraseLength.least });
    if (problem !== null) throw new AppError('passphrase_too_common', { why: problem });
    return this.hasher.hash(passphrase);
  }

  /**
   * Opens the account of a person, or replaces what it is opened with. Returns the new sign-in name, which nobody
   * can look up afterwards. Joins the caller's transaction under role auth.
   */
  async open(clinicId: string, personId: string, passphraseHash: string): Promise<string> {
    return this.work.runAsAuth(async () => {
      const name = await this.freeName();
      await this.accounts.put(clinicId, personId, this.index.ofSignInName(name), passphraseHash);
      return name;
    });
  }

  /** The sign-in name and passphrase open nothing any more. Joins the caller's transaction under role auth. */
  async close(clinicId: string, personId: string): Promise<void> {
    await this.work.runAsAuth(async () => this.accounts.remove(clinicId, personId));
  }

  private async freeName(): Promise<string> {
    for (let count = 0; count < tries; count += 1) {
      const name = newSignInName();
      if ((await this.accounts.bySignInName(this.index.ofSignInName(name))) === null) return name;
    }
    throw new Error('no free sign-in name was found');
  }
}
