import { Injectable } from '@nestjs/common';
import type { SharedAnswerView, SharedPageView } from '@trellis/contracts';
import { decide, isUuid, type Answers, type ClientActor } from '@trellis/domain';
import { PersonAccess, type PersonGrant } from '../access/person-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { exerciseIn } from '../platform/exercises/exercise-in.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/app-error.js';
import { pageOf, positionOf } from '../platform/http/time-cursor.js';
import { Vault } from '../platform/sealing/vault.js';
import { fieldsGiven, toSharedItem } from './release.mapper.js';
import { itemOf } from './release-row.js';
import { SharedRepository, type SharedRow } from './shared.repository.js';

const pageSize = 20;

/** A person reads what their partner shared: this revision, for as long as it is shared. */
@Injectable()
export class SharedService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly shared: SharedRepository,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** What is shared with the person now, newest first, 20 a page. @throws AppError invalid_request for a broken cursor. */
  async list(cursor: string | undefined): Promise<SharedPageView> {
    const after = positionOf(cursor);
    return this.work.run(async () => {
      const own = await this.people.require();
      const rows = await this.shared.page(own, after, pageSize);
      const page = pageOf(
        rows.map((row) => ({ ...row, at: row.released_at ?? row.asked_at })),
        pageSize,
      );
      const items = page.rows.filter((row) => this.mayRead(own, row));
      return { items: items.map((row) => toSharedItem(row, own.timeZone)), nextCursor: page.nextCursor };
    });
  }

  /**
   * The words of one shared revision, opened under their owner's key. The reading goes on record, and on the
   * release, in the same transaction. @throws AppError not_found for everything that is not live, and for nothing else.
   */
  async one(id: string): Promise<SharedAnswerView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const row = isUuid(id) ? await this.shared.one(own, id) : null;
      if (row === null || !this.mayRead(own, row)) throw notFound();
      if (!(await this.shared.noteRead(own, row.id, this.clock.now()))) throw notFound();
      const answers = await this.open(own, row);
      await this.audit.record({
        ...{ action: 'release.read', resource: 'release', resourceId: row.id, personId: row.person_id },
        decision: 'allowed',
      });
      const { fields, privacy } = exerciseIn(row);
      return {
        ...toSharedItem(row, own.timeZone),
        fields: [...fieldsGiven(fields, answers)],
        privacy,
        answers,
      };
    });
  }

  private mayRead(own: PersonGrant, row: SharedRow): boolean {
    const now = this.clock.now();
    const { personId, clinicId, coupleId } = own;
    const actor: ClientActor = {
      ...{ kind: 'client', personId, clinicId, coupleId, signedInWith: 'factor', stepUpAt: null },
    };
    return decide(actor, 'read', itemOf(clinicId, row, row), now).allow;
  }

  private async open(own: PersonGrant, row: SharedRow): Promise<Answers> {
    const sealed = await this.shared.sealed(row);
    if (sealed === null) throw notFound();
    const place = {
      ...{ table: 'homework_answer', column: 'sealed', rowId: row.answer_id },
      ...{ clinicId: own.clinicId, ownerId: row.person_id },
    };
    return JSON.parse(await this.vault.open(place, sealed)) as Answers;
  }
}
