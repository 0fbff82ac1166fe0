import { Injectable } from '@nestjs/common';
import { asClinicId } from '@trellis/domain';
import type { FastifyReply } from 'fastify';
import { AuditWriter } from '../audit/audit-writer.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Outbox } from '../platform/jobs/outbox.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { SessionStore } from '../platform/session/session-store.js';
import { accountNoticeKind } from './account-notice.job.js';

/** Record and letter of a change to a sign-in, in the change's own transaction; and the end of the other sessions. */
@Injectable()
export class AccountTrace {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditWriter,
    private readonly outbox: Outbox,
    private readonly sessions: SessionStore,
  ) {}

  async leave(session: LiveSession, action: string): Promise<void> {
    const actor = { clinicId: asClinicId(session.clinicId), id: session.subjectId, role: session.role };
    await this.work.runAsAuth(async () => {
      await this.audit.recordFor(actor, {
        action,
        resource: 'staff_account',
        resourceId: session.subjectId,
        decision: 'allowed',
      });
      await this.outbox.add(accountNoticeKind, session.subjectId);
    });
  }

  async endOtherSessions(reply: FastifyReply, session: LiveSession): Promise<void> {
    await this.sessions.rotate(reply, session, session.level, { endOthers: true });
  }
}
