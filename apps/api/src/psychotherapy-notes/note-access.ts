import { Injectable } from '@nestjs/common';
import {
  asCoupleId,
  asStaffId,
  decide,
  isUuid,
  type AccessAction,
  type ClinicId,
  type CoupleId,
  type StaffActor,
  type StaffId,
} from '@trellis/domain';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { NoteAccessRepository } from './note-access.repository.js';

declare const granted: unique symbol;

/** Proof that the asker may keep, or once kept, notes on this couple. Only `NoteAccess.require` makes one. */
export interface NotesGrant {
  readonly [granted]: true;
  readonly coupleId: CoupleId;
  readonly clinicId: ClinicId;
  readonly authorId: StaffId;
  /** False once the author is on the care team no longer. */
  readonly mayWrite: boolean;
}

/**
 * The wall around psychotherapy notes. It asks nothing of the wall around couples, so that nothing which opens a
 * couple, an emergency reading least of all, opens a note.
 */
@Injectable()
export class NoteAccess {
  constructor(
    private readonly work: UnitOfWork,
    private readonly standings: NoteAccessRepository,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the id as it came in. Needs an open unit of work. @throws AppError not_found for a couple that is unknown
   * or of another clinic, and for one on whose care team the asker is not and on which they keep no note.
   */
  async require(coupleId: string): Promise<NotesGrant> {
    if (!isUuid(coupleId)) throw notFound();
    const couple = asCoupleId(coupleId);
    const { clinicId, id } = currentActor();
    const { sides, has_notes: hasNotes } = await this.standings.standing(couple);
    if (sides.length === 0 && !hasNotes) return this.refuse(couple);
    const authorId = asStaffId(id);
    const now = this.clock.now();
    const assignments = sides.map((side) => ({ coupleId: couple, side, from: now, to: null }));
    const own = { kind: 'psychotherapy_note', clinicId, coupleId: couple, authorId } as const;
    const mayWrite = decide({ ...this.asker(), assignments }, 'write', own, now).allow;
    const facts: Omit<NotesGrant, typeof granted> = { coupleId: couple, clinicId, authorId, mayWrite };
    return facts as NotesGrant;
  }

  /** As require, for a change. @throws AppError not_allowed when the notes are for reading only. */
  async requireWriting(coupleId: string): Promise<NotesGrant> {
    const grant = await this.require(coupleId);
    if (!grant.mayWrite) throw new AppError('not_allowed');
    return grant;
  }

  /** The rule once more, over the row that was found. @throws AppError not_found for somebody else's. */
  requireOwn(grant: NotesGrant, action: AccessAction, row: { readonly author_id: string }): void {
    const { clinicId, coupleId } = grant;
    const authorId = asStaffId(row.author_id);
    const note = { kind: 'psychotherapy_note', clinicId, coupleId, authorId } as const;
    if (!decide(this.asker(), action, note, this.clock.now()).allow) throw notFound();
  }

  /** Without an emergency reading and without a second factor: neither opens a note. */
  private asker(): StaffActor {
    const { id, clinicId, role } = currentActor();
    const roles = role === 'client' || role === 'system' ? [] : [role];
    return {
      kind: 'staff',
      staffId: asStaffId(id),
      clinicId,
      roles,
      assignments: [],
      breakGlass: null,
      stepUpAt: null,
    };
  }

  private refuse(coupleId: CoupleId): never {
    this.work.afterwards(async () =>
      this.audit.record({
        action: 'psychotherapy_note.read',
        resource: 'couple',
        resourceId: coupleId,
        decision: 'refused',
        reasonCode: 'not_found',
      }),
    );
    throw notFound();
  }
}
