import { Injectable } from '@nestjs/common';
import type { OpenStaffInvitationRequest } from '@trellis/contracts';
import { asClinicId } from '@trellis/domain';
import type { FastifyRequest } from 'fastify';
import { AuditWriter } from '../../audit/audit-writer.js';
import { AttemptLimitsService } from '../../identity/attempt-limits.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError } from '../../platform/http/app-error.js';
import { invitationLimits } from '../../platform/links/invitation-code.js';
import { verifyWith } from '../../platform/session/verify-with.js';
import { systemIn } from '../invited-staff.js';
import { StaffRecords } from '../staff-records.js';
import type { TriedWayBack } from './way-back-door.repository.js';
import type { WayBackFinding } from './way-back.strategy.js';

/** Somebody who showed link and code, with their own address. */
export interface Returning {
  readonly row: TriedWayBack;
  readonly email: string;
}

/** Lets link and code of a way back in, counts wrong codes, and says the same for everything that is refused. */
@Injectable()
export class ReturningStaff {
  constructor(
    private readonly work: UnitOfWork,
    private readonly limits: AttemptLimitsService,
    private readonly records: StaffRecords,
    private readonly audit: AuditWriter,
  ) {}

  /** @throws AppError invitation_refused; too_many_attempts. */
  async require(request: FastifyRequest, { token, code }: OpenStaffInvitationRequest): Promise<Returning> {
    const attempt = await this.limits.begin('invitation', token, request.ip);
    const finding = await verifyWith<WayBackFinding>('staff-way-back', { token, code });
    if (finding === null) throw new AppError('invitation_refused');
    const { row, accepted } = finding;
    if (!accepted) {
      await this.recordWrongCode(row);
      throw new AppError('invitation_refused');
    }
    await attempt.succeeded();
    const email = await this.work.run(
      async () => this.records.openMember(row.clinic_id, row.staff_id, row.email_sealed),
      systemIn(row.clinic_id),
    );
    return { row, email };
  }

  private async recordWrongCode({ clinic_id: clinicId, id, attempts }: TriedWayBack): Promise<void> {
    const actor = { clinicId: asClinicId(clinicId), id: clinicId, role: 'system' } as const;
    const entry = { resource: 'staff_way_back', resourceId: id } as const;
    await this.work.runAsAuth(async () => {
      const wrong = { ...entry, action: 'staff.way_back_use', decision: 'refused' } as const;
      await this.audit.recordFor(actor, { ...wrong, reasonCode: 'wrong_code' });
      if (attempts >= invitationLimits.attempts)
        await this.audit.recordFor(actor, { ...entry, action: 'staff.way_back_lock', decision: 'allowed' });
    });
  }
}
