import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { asLocalDate, instantOf, localDateOf, type LocalDate } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { currentActor } from '../platform/context/request-context.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { ReadinessRecordRepository, type NewRecord } from './readiness-record.repository.js';
import { ReadinessWords } from './readiness-words.js';

type Fact = Pick<NewRecord, 'side' | 'kind' | 'topic' | 'outcome' | 'on'> & { readonly note: string | null };

/** Writes one fact with its sealed note. */
@Injectable()
export class RecordKeeper {
  constructor(
    private readonly records: ReadinessRecordRepository,
    private readonly words: ReadinessWords,
    private readonly auditor: AuditWriter,
  ) {}

  /** @throws AppError invalid_request for a day still to come, not_found where the side has no person. */
  async keep(grant: CaseGrant, { note, ...fact }: Fact, now: Date): Promise<void> {
    const { side } = fact;
    const [id, recordedBy] = [randomUUID(), currentActor().id];
    const personId = side === 'JOINT' ? null : await this.records.personOf(grant, side);
    if (side !== 'JOINT' && personId === null) throw notFound();
    const keyOwnerId = personId ?? recordedBy;
    const place = { clinicId: grant.clinicId, rowId: id, ownerId: keyOwnerId, side };
    await this.records.add(grant, {
      ...{ ...fact, id, personId, recordedBy, recordedAt: now, keyOwnerId },
      happenedAt: momentOf(asLocalDate(fact.on), grant.timeZone, now),
      note: await this.words.seal(place, 'note_sealed', note),
    });
  }

  async audit(grant: CaseGrant, side: Fact['side'], action: string): Promise<void> {
    const personId = side === 'JOINT' ? null : await this.records.personOf(grant, side);
    await this.auditor.record({
      ...{ action, resource: 'couple', resourceId: grant.coupleId, decision: 'allowed' },
      ...(personId === null ? {} : { personId }),
    });
  }
}

/** Now for what was done today, and local noon for what is put on record later. @throws AppError invalid_request. */
function momentOf(on: LocalDate, zone: string, now: Date): Date {
  const today = localDateOf(now, zone);
  if (on > today) throw new AppError('invalid_request', { field: 'on' });
  return on === today ? now : instantOf(on, '12:00', zone);
}
