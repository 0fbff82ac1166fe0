import { Injectable } from '@nestjs/common';
import type { Track } from '@trellis/domain';
import { PersonAccess, type PersonGrant } from '../access/person-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { notFound } from '../platform/http/app-error.js';

/** Who of the two people asks, and what is put on record of their own acts. */
@Injectable()
export class QuestionAsker {
  constructor(
    private readonly people: PersonAccess,
    private readonly audit: AuditWriter,
  ) {}

  /** The signed-in person when they are of that side. @throws AppError not_found for anybody else. */
  async require(side: Track): Promise<PersonGrant> {
    const own = await this.people.require();
    if (own.side !== side) throw notFound();
    return own;
  }

  async record(action: string, own: PersonGrant, questionId?: string): Promise<void> {
    const resourceId = questionId ?? own.coupleId;
    const resource = questionId === undefined ? 'couple' : 'disclosure_question';
    await this.audit.record({ action, resource, resourceId, personId: own.personId, decision: 'allowed' });
  }
}
