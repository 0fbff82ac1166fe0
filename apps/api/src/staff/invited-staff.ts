import { Injectable } from '@nestjs/common';
import type { OpenStaffInvitationRequest } from '@trellis/contracts';
import { asClinicId, type StaffRole } from '@trellis/domain';
import type { FastifyRequest } from 'fastify';
import { AuditWriter } from '../audit/audit-writer.js';
import { AttemptLimitsService } from '../identity/attempt-limits.service.js';
import type { Actor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { invitationLimits } from '../platform/links/invitation-code.js';
import { verifyWith } from '../platform/session/verify-with.js';
import type { StaffInvitationRow } from './staff-invitation.repository.js';
import type { StaffInvitationCredentials, StaffInvitationFinding } from './staff-invitation.strategy.js';
import { StaffRecords } from './staff-records.js';
import { StaffRepository } from './staff.repository.js';

/** A colleague who showed link and code. */
export interface Invited {
  readonly clinicId: string;
  readonly id: string;
  readonly staffId: string;
  readonly name: string;
  readonly credentials: string;
  readonly role: StaffRole;
  readonly email: string;
  readonly emailIndex: Buffer;
  readonly clinicName: string;
}

/** Nobody signed in: the acts of an invitation on its own clinic. */
export function systemIn(clinicId: string): Actor {
  return { clinicId: asClinicId(clinicId), id: clinicId, role: 'system' };
}

/** Lets link and code in, counts wrong codes, and says the same for everything that is refused. */
@Injectable()
export class InvitedStaff {
  constructor(
    private readonly work: UnitOfWork,
    private readonly limits: AttemptLimitsService,
    private readonly records: StaffRecords,
    private readonly staff: StaffRepository,
    private readonly audit: AuditWriter,
  ) {}

  /** @throws AppError invitation_refused; too_many_attempts. */
  async require(request: FastifyRequest, { token, code }: OpenStaffInvitationRequest): Promise<Invited> {
    const attempt = await this.limits.begin('invitation', token, request.ip);
    const credentials: StaffInvitationCredentials = { token, code };
    const finding = await verifyWith<StaffInvitationFinding>('staff-invitation', credentials);
    if (finding === null) throw new AppError('invitation_refused');
    if (!finding.accepted) {
      await this.recordWrongCode(finding.invitation);
      throw new AppError('invitation_refused');
    }
    await attempt.succeeded();
    return this.toInvited(finding.invitation);
  }

  private async toInvited(row: StaffInvitationRow): Promise<Invited> {
    const { clinic_id: clinicId, id, staff_id: staffId, name, credentials, role } = row;
    const { email, clinicName } = await this.work.run(
      async () => ({
        email: await this.records.openInvited({ clinicId, id, staffId }, row.email_sealed),
        clinicName: await this.staff.clinicName(),
      }),
      systemIn(clinicId),
    );
    return { clinicId, id, staffId, name, credentials, role, email, emailIndex: row.email_index, clinicName };
  }

  private async recordWrongCode({ clinic_id: clinicId, id, attempts }: StaffInvitationRow): Promise<void> {
    const entry = { resource: 'staff_invitation', resourceId: id } as const;
    const actor = systemIn(clinicId);
    await this.work.runAsAuth(async () => {
      const wrong = {
        ...entry,
        action: 'staff.join',
        decision: 'refused',
        reasonCode: 'wrong_code',
      } as const;
      await this.audit.recordFor(actor, wrong);
      if (attempts < invitationLimits.attempts) return;
      await this.audit.recordFor(actor, { ...entry, action: 'staff.invitation_lock', decision: 'allowed' });
    });
  }
}
