import { Injectable } from '@nestjs/common';
import type { StaffSessionView } from '@trellis/contracts';
import { asClinicId } from '@trellis/domain';
import type { FastifyReply } from 'fastify';
import { AuditWriter } from '../audit/audit-writer.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { SessionStore } from '../platform/session/session-store.js';
import { OwnPlacesRepository } from './own-places.repository.js';
import { StaffMemberRepository } from './staff-member.repository.js';
import { toStaffSessionView } from './staff-session.mapper.js';

/** The session of a member of staff: what it may do, and its end. */
@Injectable()
export class StaffSessionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionStore,
    private readonly staff: StaffMemberRepository,
    private readonly places: OwnPlacesRepository,
    private readonly audit: AuditWriter,
  ) {}

  async view(session: LiveSession): Promise<StaffSessionView> {
    // After changing over, the session belongs to another clinic than the one the request came in with.
    const actor = { clinicId: asClinicId(session.clinicId), id: session.subjectId, role: session.role };
    const { member, clinic } = await this.work.run(
      async () => ({ member: await this.staff.byId(session.subjectId), clinic: await this.staff.clinic() }),
      actor,
    );
    if (member === null || clinic === null) throw new AppError('not_signed_in');
    const { clinicId, subjectId } = session;
    const codesLeft = await this.work.runAsAuth(async () => this.places.codesLeft(clinicId, subjectId));
    return toStaffSessionView(session, member, clinic, codesLeft);
  }

  /** Ends the session. Locking ends it too: what was being written is kept at the server, not in the session. */
  async end(
    reply: FastifyReply,
    session: LiveSession,
    action: 'session.sign_out' | 'session.lock',
  ): Promise<void> {
    await this.work.run(async () => this.audit.record({ action, resource: 'session', decision: 'allowed' }));
    await this.sessions.end(reply, session);
  }
}
