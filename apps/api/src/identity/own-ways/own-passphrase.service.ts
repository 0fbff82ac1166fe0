import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { notFound } from '../../platform/http/app-error.js';
import type { LiveSession } from '../../platform/session/live-session.js';
import { SessionStore } from '../../platform/session/session-store.js';
import { ClientAccountRepository } from '../client-account.repository.js';
import { ClientAccountsService } from '../client-accounts.service.js';
import { OwnProfileService } from '../own-profile.service.js';
import { PersonRecords } from '../person-records.js';

/** A person of a couple gives themself a new passphrase; the sign-in name stays. */
@Injectable()
export class OwnPassphraseService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: ClientAccountsService,
    private readonly stored: ClientAccountRepository,
    private readonly profiles: OwnProfileService,
    private readonly sessions: SessionStore,
    private readonly records: PersonRecords,
  ) {}

  /**
   * Ends every other session.
   * @throws AppError not_found for somebody without a passphrase; passphrase_too_short, passphrase_too_common; busy.
   */
  async change(reply: FastifyReply, session: LiveSession, passphrase: string): Promise<void> {
    const { clinicId, subjectId: personId } = session;
    const profile = await this.profiles.of(session);
    if ((await this.work.runAsAuth(async () => this.stored.indexOf(clinicId, personId))) === null)
      throw notFound();
    const names = [profile.name, profile.partner_name ?? '', profile.couple_name, profile.clinic_name];
    const hash = await this.accounts.hash(passphrase, names);
    await this.work.runAsAuth(async () => {
      await this.stored.setPassphrase(clinicId, personId, hash);
      await this.records.add({ clinicId, personId }, 'account.passphrase', 'allowed');
      await this.sessions.rotate(reply, session, session.level, { endOthers: true });
    });
  }
}
