import { Injectable } from '@nestjs/common';
import {
  asCoupleId,
  asLocalDate,
  compartments,
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
import { currentActor, type ActorRole } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/app-error.js';
import { CaseAccessRepository, type CaseRow } from './case-access.repository.js';
import { glassOf, opensByGlass } from './emergency-reading.js';

declare const granted: unique symbol;

/**
 * Proof that the asking member of staff may do an act on this couple. Only `CaseAccess.require` makes one, so a
 * repository that takes it cannot be called without the check. An admin holds no side.
 */
export interface CaseGrant {
  readonly [granted]: true;
  readonly coupleId: CoupleId;
  readonly clinicId: ClinicId;
  /** Sides that are open to the asker for this act, sorted: of active assignments, or by an emergency reading. */
  readonly mySides: readonly Compartment[];
  /** Sides among them that an emergency reading alone opens, and until when; null without one. */
  readonly emergency: { readonly sides: readonly Compartment[]; readonly closesAt: Date } | null;
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
   * Takes the id as it came in; any text is allowed. Needs an open unit of work. What an emergency reading opens is
   * put on record for both people, each time.
   * @throws AppError not_found for a couple that is unknown, of another clinic, or outside the asker's care team.
   */
  async require(action: Permission, coupleId: string): Promise<CaseGrant> {
    const { role } = currentActor();
    if (role === 'system' || !may(role, action) || !isUuid(coupleId)) return this.refuse(action, coupleId);
    const found = await this.cases.caseOf(asCoupleId(coupleId));
    if (found === null) return this.refuse(action, coupleId);
    const held = role === 'therapist' ? found.my_sides : [];
    const extra = this.sidesByGlass(action, found, held);
    if (extra.length === 0 && held.length === 0 && !isOffice(role)) return this.refuse(action, coupleId);
    if (extra.length > 0) await this.recordEmergency(action, found);
    return this.grant(found, held, extra);
  }

  private sidesByGlass(action: Permission, found: CaseRow, held: readonly Compartment[]): Compartment[] {
    const { clinicId, id, role } = currentActor();
    const glass = glassOf(found, { clinicId, staffId: id });
    if (glass === null || !opensByGlass(action, glass, role, found.now)) return [];
    return compartments.filter((side) => !held.includes(side));
  }

  private async recordEmergency(action: Permission, { id }: CaseRow): Promise<void> {
    for (const personId of await this.cases.peopleOf(asCoupleId(id))) {
      await this.audit.record({
        ...{ action, resource: 'couple', resourceId: id, personId },
        ...{ decision: 'allowed', reasonCode: 'break_glass' },
      });
    }
  }

  private grant(found: CaseRow, held: readonly Compartment[], extra: readonly Compartment[]): CaseGrant {
    const closesAt = found.glass_closes_at;
    const facts: Omit<CaseGrant, typeof granted> = {
      coupleId: asCoupleId(found.id),
      clinicId: currentActor().clinicId,
      mySides: [...held, ...extra].sort(),
      emergency: extra.length === 0 || closesAt === null ? null : { sides: extra, closesAt },
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

function isOffice(role: ActorRole): boolean {
  return role === 'clinic_admin' || role === 'owner';
}
