import { Injectable } from '@nestjs/common';
import { asClinicId } from '@trellis/domain';
import { AuditWriter } from '../../audit/audit-writer.js';
import type { Actor } from '../../platform/context/request-context.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError } from '../../platform/http/app-error.js';
import { Outbox } from '../../platform/jobs/outbox.js';
import type { LiveSession } from '../../platform/session/live-session.js';
import { accountNoticeKind } from '../account-notice.job.js';
import { StaffAccountRepository } from '../staff-account.repository.js';
import { StaffPasskeyRepository, type ListedPasskey } from './staff-passkey.repository.js';
import type { StaffPasskeyFinding } from './staff-passkey.strategy.js';

/** What uses of staff passkeys leave behind: a record of each, and a letter when a copy of the key seems to be about. */
@Injectable()
export class OwnPasskeyRecords {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: StaffAccountRepository,
    private readonly passkeys: StaffPasskeyRepository,
    private readonly audit: AuditWriter,
    private readonly outbox: Outbox,
  ) {}

  /** The account of a session with its passkeys. @throws AppError not_signed_in for a member without an account. */
  async of(session: LiveSession): Promise<{ accountId: string; passkeys: ListedPasskey[] }> {
    return this.work.runAsAuth(async () => {
      const account = await this.accounts.ofMember(session.clinicId, session.subjectId);
      if (account === null) throw new AppError('not_signed_in');
      return { accountId: account.id, passkeys: await this.passkeys.ofAccount(account.id) };
    });
  }

  /** Runs `work` in one transaction with the record that the passkey was taken. */
  async accepted<T>(
    action: string,
    finding: StaffPasskeyFinding,
    work: () => Promise<T>,
    actor = actorOf(finding),
  ): Promise<T> {
    return this.work.runAsAuth(async () => {
      const { passkeyId: resourceId } = finding;
      await this.audit.recordFor(actor, { action, resource: 'passkey', resourceId, decision: 'allowed' });
      return work();
    });
  }

  /**
   * Records a refusal for whom it concerns. For a passkey of nobody it costs as many statements. A counter that went
   * back means that two devices may hold the key: its owner gets a letter.
   */
  async refused(action: string, finding: StaffPasskeyFinding | null, asked?: Actor): Promise<void> {
    const actor = asked ?? (finding === null ? null : actorOf(finding));
    const back = finding?.verdict === 'counter_back';
    await this.work.runAsAuth(async () => {
      if (actor === null) {
        await this.work.rows('SELECT app.now()');
        return;
      }
      const reasonCode = back ? 'counter_back' : 'wrong_passkey';
      await this.audit.recordFor(actor, { action, resource: 'passkey', decision: 'refused', reasonCode });
      if (back) await this.outbox.addFor(actor, accountNoticeKind, actor.id);
    });
  }
}

function actorOf({ identity: { clinicId, staffId: id, role } }: StaffPasskeyFinding): Actor {
  return { clinicId: asClinicId(clinicId), id, role };
}
