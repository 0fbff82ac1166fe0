import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EmergencyOpeningView, LiveEmergencyView, OpenInEmergencyRequest } from '@trellis/contracts';
import {
  accessSettings,
  asStaffId,
  openBreakGlass,
  type BreakGlassRefusal,
  type CoupleId,
} from '@trellis/domain';
import { AuditWriter } from '../audit/audit-writer.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { Vault } from '../platform/sealing/vault.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { liveView, openingView } from './break-glass.mapper.js';
import { BreakGlassRepository } from './break-glass.repository.js';
import { EmergencyAttempts } from './emergency-attempts.js';
import { EmergencyNotices } from './emergency-notices.js';
import { reasonPlace } from './reason-place.js';

/** Opening one couple's record in an emergency: for reading, for an hour, seen by those whose couple it is. */
@Injectable()
export class BreakGlassService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly glasses: BreakGlassRepository,
    private readonly attempts: EmergencyAttempts,
    private readonly vault: Vault,
    private readonly notices: EmergencyNotices,
    private readonly audit: AuditWriter,
  ) {}

  /**
   * Opens the couple that both names fit. Names that fit none, or several, get one answer.
   * @throws AppError not_found; too_many_attempts; invalid_request for a reason of blanks; step_up_needed;
   * emergency_already_open.
   */
  async open(request: OpenInEmergencyRequest, { stepUpAt }: LiveSession): Promise<LiveEmergencyView> {
    const { id: staffId } = currentActor();
    await this.attempts.requireLeft(staffId);
    return this.work.run(async () => {
      const coupleId = await this.glasses.coupleNamed(request.coupleName, request.personName);
      if (coupleId === null) return this.refuse(staffId);
      const minutes = await this.decide(coupleId, request.reason, stepUpAt);
      await this.glasses.lock(coupleId);
      if ((await this.glasses.live()).some((row) => row.couple_id === coupleId))
        throw new AppError('emergency_already_open', { coupleId });
      const id = await this.keep(coupleId, request.reason.trim(), minutes);
      await this.notices.tell(await this.glasses.toBeTold(coupleId));
      await this.record('break_glass.open', coupleId);
      const opened = (await this.glasses.live()).find((row) => row.id === id);
      if (opened === undefined) throw new Error('an emergency reading that was opened is not open');
      return liveView(opened);
    });
  }

  /** The asker's own that are open now. */
  async live(): Promise<LiveEmergencyView[]> {
    return (await this.work.run(async () => this.glasses.live())).map(liveView);
  }

  /** Ends one of the asker's own; one that is over stays as it is. @throws AppError not_found. */
  async end(id: string): Promise<void> {
    await this.work.run(async () => {
      const coupleId = await this.glasses.coupleOf(id);
      if (coupleId === null) throw notFound();
      if (await this.glasses.end(id)) await this.record('break_glass.end', coupleId);
    });
  }

  /** What others opened of the asker's own couples. */
  async openings(): Promise<EmergencyOpeningView[]> {
    return (await this.work.run(async () => this.glasses.ofMyCouples())).map(openingView);
  }

  /** Minutes for which it may stand open. */
  private async decide(coupleId: CoupleId, reason: string, stepUpAt: Date | null): Promise<number> {
    const { clinicId, id, role } = currentActor();
    const asked = openBreakGlass(
      {
        ...{ staffId: asStaffId(id), clinicId, coupleClinicId: clinicId, coupleId, reason, stepUpAt },
        ...{ roles: role === 'client' || role === 'system' ? [] : [role], ownerMayKnow: null },
      },
      await this.glasses.now(),
    );
    if (!asked.ok) throw refusalOf(asked.refusal);
    return accessSettings.breakGlassMinutes.standard;
  }

  private async keep(coupleId: CoupleId, reason: string, minutes: number): Promise<string> {
    const { clinicId, id: openedBy } = currentActor();
    const id = randomUUID();
    const reasonSealed = await this.vault.seal('staff', reasonPlace(clinicId, id, openedBy), reason);
    await this.glasses.insert({ clinicId, id, openedBy, coupleId, reasonSealed, minutes });
    return id;
  }

  private async record(action: string, coupleId: CoupleId): Promise<void> {
    await this.audit.record({ action, resource: 'couple', resourceId: coupleId, decision: 'allowed' });
  }

  private refuse(staffId: string): never {
    this.work.afterwards(async () => {
      await this.audit.record({
        ...{ action: 'break_glass.open', resource: 'couple', decision: 'refused', reasonCode: 'not_found' },
      });
      await this.attempts.missed(staffId);
    });
    throw notFound();
  }
}

function refusalOf(refusal: BreakGlassRefusal): AppError {
  if (refusal === 'step_up_needed') return new AppError('step_up_needed');
  if (refusal === 'no_reason')
    return new AppError('invalid_request', { fields: [{ field: 'reason', rules: ['minLength'] }] });
  return notFound();
}
