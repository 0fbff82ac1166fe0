import { Injectable } from '@nestjs/common';
import type { ChangeMembershipRequest, OwnAccountView } from '@trellis/contracts';
import { asClinicId } from '@trellis/domain';
import type { FastifyReply } from 'fastify';
import { AuditWriter } from '../audit/audit-writer.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/app-error.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { SessionStore } from '../platform/session/session-store.js';
import { toOwnAccountView } from './own-account.mapper.js';
import { OwnMembership } from './own-membership.js';
import { OwnPlacesRepository } from './own-places.repository.js';

/** Where a member of staff is signed in, and in which clinics and roles they may work. */
@Injectable()
export class OwnDevicesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionStore,
    private readonly places: OwnPlacesRepository,
    private readonly membership: OwnMembership,
    private readonly audit: AuditWriter,
  ) {}

  async view(session: LiveSession): Promise<OwnAccountView> {
    const { email } = await this.membership.of(session);
    const devices = await this.sessions.devicesOf(session);
    const { places, codesLeft } = await this.work.runAsAuth(async () => ({
      places: await this.places.of(session.clinicId, session.subjectId),
      codesLeft: await this.places.codesLeft(session.clinicId, session.subjectId),
    }));
    return toOwnAccountView({ session, email, devices, places, codesLeft: codesLeft ?? 0 });
  }

  /** Signs one of one's own devices out. @throws AppError not_found for a name that is none of them. */
  async end(session: LiveSession, ref: string): Promise<void> {
    if (!(await this.sessions.endDevice(session, ref))) throw notFound();
    await this.work.run(async () =>
      this.audit.record({ action: 'session.end_device', resource: 'session', decision: 'allowed' }),
    );
  }

  /**
   * Changes over to another clinic or role of the same account, under a new session id.
   * @throws AppError not_found for a membership that is not the asker's own or has ended.
   */
  async changeOver(
    reply: FastifyReply,
    session: LiveSession,
    body: ChangeMembershipRequest,
  ): Promise<LiveSession> {
    return this.work.runAsAuth(async () => {
      const places = await this.places.of(session.clinicId, session.subjectId);
      const place = places.find((one) => one.clinic_id === body.clinicId && one.staff_id === body.staffId);
      if (place === undefined) throw notFound();
      const { clinic_id: clinicId, staff_id: subjectId, role } = place;
      const entry = { action: 'session.change_over', resource: 'session', decision: 'allowed' } as const;
      await this.audit.recordFor({ clinicId: asClinicId(clinicId), id: subjectId, role }, entry);
      return this.sessions.changeOver(reply, session, { clinicId, surface: 'clinic', subjectId, role });
    });
  }
}
