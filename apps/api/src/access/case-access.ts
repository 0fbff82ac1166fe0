import { Injectable } from '@nestjs/common';
import {
  asCoupleId,
  asLocalDate,
  isUuid,
  may,
  type ClinicId,
  type Compartment,
  type CoupleId,
  type LocalDate,
  type Permission,
  type Stage,
} from '@trellis/domain';
import { AuditWriter } from '../audit/audit-writer.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/app-error.js';
import { CaseAccessRepository } from './case-access.repository.js';

declare const granted: unique symbol;

/**
 * Proof that the asking member of staff may do an act on this couple. Only `CaseAccess.require` makes one, so a
 * repository that takes it cannot be called without the check. An admin holds no side.
 */
export interface CaseGrant {
  readonly [granted]: true;
  readonly coupleId: CoupleId;
  readonly clinicId: ClinicId;
  /** Sides on which the asker has an active assignment, sorted. */
  readonly mySides: readonly Compartment[];
  readonly timeZone: string;
  /** Monday from which fortnights are counted, in the couple's zone. */
  readonly anchorOn: LocalDate;
  readonly stage: Stage;
}

/** The wall between members of staff and couples. Refusals look like absence and are put on record. */
@Injectable()
export class CaseAccess {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccessRepository,
    private readonly audit: AuditWriter,
  ) {}

  /**
   * Takes the id as it came in; any text is allowed. Needs an open unit of work.
   * @throws AppError not_found for a couple that is unknown, of another clinic, or outside the asker's care team.
   */
  async require(action: Permission, coupleId: string): Promise<CaseGrant> {
    const { clinicId, role } = currentActor();
    if (role === 'system' || !may(role, action) || !isUuid(coupleId)) return this.refuse(action, coupleId);
    const found = await this.cases.caseOf(asCoupleId(coupleId));
    if (found === null || (role === 'therapist' && found.my_sides.length === 0))
      return this.refuse(action, coupleId);
    const facts: Omit<CaseGrant, typeof granted> = {
      coupleId: asCoupleId(found.id),
      clinicId,
      mySides: found.my_sides,
      timeZone: found.time_zone,
      anchorOn: asLocalDate(found.anchor_on),
      stage: found.stage,
    };
    return facts as CaseGrant;
  }

  private refuse(action: Permission, coupleId: string): never {
    const resourceId = isUuid(coupleId) ? { resourceId: coupleId } : {};
    this.work.afterwards(async () =>
      this.audit.record({
        action,
        resource: 'couple',
        ...resourceId,
        decision: 'refused',
        reasonCode: 'not_found',
      }),
    );
    throw notFound();
  }
}
