import { Injectable } from '@nestjs/common';
import type { EnrolledView, EnrolmentView, PasskeyOfferView } from '@trellis/contracts';
import { AuditWriter } from '../audit/audit-writer.js';
import { ClientEntryService, type AtTheDoor, type ChosenWay } from '../identity/client-entry.service.js';
import { OwnProfileService } from '../identity/own-profile.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { consentsOf, consentTexts, type ConsentText } from './consent-texts.js';
import { EnrolmentRepository } from './enrolment.repository.js';
import { toEnrolmentView } from './enrolment.mapper.js';

/** What every enrolment says, whatever the way of coming in. */
interface Agreed {
  readonly consents: string[];
  readonly language: 'en' | 'es';
  /** Whether somebody else uses this phone or browser too; undefined where it was not asked. */
  readonly sharedDevice?: boolean;
}

type ChosenBy =
  Exclude<ChosenWay, { kind: 'passphrase' }> | { readonly kind: 'passphrase'; readonly passphrase: string };

/** The way from an opened invitation to a person's own account. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly profiles: OwnProfileService,
    private readonly enrolments: EnrolmentRepository,
    private readonly ways: ClientEntryService,
    private readonly audit: AuditWriter,
  ) {}

  async view(session: LiveSession): Promise<EnrolmentView> {
    return toEnrolmentView(await this.profiles.of(session));
  }

  /** What the browser needs to make a passkey. */
  offer(session: LiveSession): Promise<PasskeyOfferView> {
    return this.ways.offer(session);
  }

  /**
   * Keeps the consents, keeps the way of coming in that was chosen in place of every earlier one, and lets the person
   * in under a new session; earlier sessions end. Consents come first: an account without them must not exist.
   * @throws AppError consents_missing, passphrase_too_short, passphrase_too_common, pin_too_common,
   * pin_on_shared_device, passkey_refused; busy.
   */
  async enrol(
    door: AtTheDoor,
    session: LiveSession,
    agreed: Agreed,
    chosen: ChosenBy,
  ): Promise<EnrolledView> {
    if (agreed.sharedDevice === true && chosen.kind === 'device') throw new AppError('pin_on_shared_device');
    const profile = await this.profiles.of(session);
    const consents = consentsOf(agreed.consents);
    if (consents.missing.length > 0) throw new AppError('consents_missing', { kinds: consents.missing });
    const names = [profile.name, profile.partner_name ?? '', profile.couple_name, profile.clinic_name];
    const way = await this.ways.prepare(
      session,
      chosen.kind === 'passphrase' ? { ...chosen, names } : chosen,
    );
    await this.keep(profile.couple_id, agreed.language, consents.texts);
    return { signInName: await this.ways.enter(door, session, way, agreed.sharedDevice) };
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
