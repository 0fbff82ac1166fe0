import { Injectable } from '@nestjs/common';
import type { EnrolledView, EnrolmentView, EnrolRequest } from '@trellis/contracts';
import type { FastifyReply } from 'fastify';
import { AuditWriter } from '../audit/audit-writer.js';
import { ClientAccountsService } from '../identity/client-accounts.service.js';
import { OwnProfileService } from '../identity/own-profile.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { SessionStore } from '../platform/session/session-store.js';
import { consentsOf, consentTexts, type ConsentText } from './consent-texts.js';
import { EnrolmentRepository } from './enrolment.repository.js';
import { toEnrolmentView } from './enrolment.mapper.js';

/** The way from an opened invitation to a person's own account. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly profiles: OwnProfileService,
    private readonly enrolments: EnrolmentRepository,
    private readonly accounts: ClientAccountsService,
    private readonly sessions: SessionStore,
    private readonly audit: AuditWriter,
  ) {}

  async view(session: LiveSession): Promise<EnrolmentView> {
    return toEnrolmentView(await this.profiles.of(session));
  }

  /**
   * Keeps the consents, opens the account, and lets the person in under a new session; earlier sessions end.
   * Consents come first: an account without them must not exist.
   * @throws AppError consents_missing, passphrase_too_short, passphrase_too_common; busy.
   */
  async enrol(session: LiveSession, reply: FastifyReply, body: EnrolRequest): Promise<EnrolledView> {
    const profile = await this.profiles.of(session);
    const consents = consentsOf(body.consents);
    if (consents.missing.length > 0) throw new AppError('consents_missing', { kinds: consents.missing });
    const names = [profile.name, profile.partner_name ?? '', profile.couple_name, profile.clinic_name];
    const passphraseHash = await this.accounts.hash(body.passphrase, names);
    await this.keep(profile.couple_id, body.language, consents.texts);
    const signInName = await this.work.runAsAuth(async () => {
      await this.sessions.rotate(reply, session, 'full', { endOthers: true });
      return this.accounts.open(session.clinicId, session.subjectId, passphraseHash);
    });
    return { signInName };
  }

  private async keep(coupleId: string, language: 'en' | 'es', texts: readonly ConsentText[]): Promise<void> {
    await this.work.run(async () => {
      await this.enrolments.markEnrolled(coupleId);
      await this.enrolments.setLanguage(language);
      for (const text of texts) await this.enrolments.addConsent(text);
      for (const text of consentTexts) if (!texts.includes(text)) await this.enrolments.withdraw(text.kind);
      await this.audit.record({
        action: 'enrolment.finish',
        resource: 'enrolment',
        resourceId: coupleId,
        decision: 'allowed',
      });
    });
  }
}
