import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  CaseStageGatesView,
  GateWordsView,
  IndexAnswersView,
  RecordGateFactRequest,
} from '@trellis/contracts';
import { gateFactKinds, type GateFactKind } from '@trellis/vocabulary';
import { indexItemKeys, isLocalDate, isUuid, localDateOf, type IndexAnswers } from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { GateRecordsRepository, type SealedRow } from './gate-records.repository.js';
import { GateWords } from './gate-words.js';
import { StageGatesService } from './stage-gates.service.js';

/** What a clinician puts on record for the gates, and the words behind it. */
@Injectable()
export class GateRecordingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly rows: GateRecordsRepository,
    private readonly reading: StageGatesService,
    private readonly words: GateWords,
    private readonly audit: AuditWriter,
  ) {}

  /**
   * @throws AppError not_found for a side that is not the asker's, invalid_request for what does not go together or a
   * day still to come.
   */
  async record(coupleId: string, request: RecordGateFactRequest, now: Date): Promise<CaseStageGatesView> {
    const { kind, side, outcome, on, amounts = [], comparedWith = null, note = null } = request;
    return this.work.run(async () => {
      const grant = await this.cases.require('stages.decide', coupleId);
      if (side !== 'JOINT' && !grant.mySides.includes(side)) throw notFound();
      demandWhole(request, gateFactKinds[kind], localDateOf(now, grant.timeZone));
      const [id, by] = [randomUUID(), currentActor().id];
      const personId = await this.personOf(grant, side);
      const keyOwnerId = personId ?? by;
      const place = { clinicId: grant.clinicId, rowId: id, ownerId: keyOwnerId };
      const sealed = await this.words.seal('gate_fact', place, personId === null, note);
      const fact = {
        id,
        kind,
        side,
        personId,
        outcome,
        amounts,
        on,
        comparedWith,
        by,
        keyOwnerId,
        note: sealed,
      };
      await this.rows.add(grant, fact, now);
      await this.put('gate_fact.record', id, personId);
      return this.reading.view(grant);
    });
  }

  /** The note behind a fact; each reading is on record. @throws AppError not_found. */
  async note(coupleId: string, factId: string): Promise<GateWordsView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('stages.decide', coupleId);
      const row = isUuid(factId) ? await this.rows.note(grant, factId) : null;
      const words = await this.open(grant, 'gate_fact', row);
      await this.put('gate_fact.read', factId, row?.side === 'JOINT' ? null : (row?.owner_id ?? null));
      return { words };
    });
  }

  /** One week's answers, for the person's own therapist; each reading is on record. @throws AppError not_found. */
  async indexAnswers(coupleId: string, id: string): Promise<IndexAnswersView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('stages.decide', coupleId);
      const row = isUuid(id) ? await this.rows.indexAnswers(grant, id) : null;
      const answers = JSON.parse(await this.open(grant, 'safety_index', row)) as IndexAnswers;
      await this.put('safety_index.read', id, row?.owner_id ?? null);
      return { answers: indexItemKeys.map((item) => ({ item, value: answers[item] ?? null })) };
    });
  }

  private async personOf(grant: CaseGrant, side: 'RP' | 'BP' | 'JOINT'): Promise<string | null> {
    if (side === 'JOINT') return null;
    const personId = await this.rows.personOf(grant, side);
    if (personId === null) throw notFound();
    return personId;
  }

  private async open(
    grant: CaseGrant,
    table: 'gate_fact' | 'safety_index',
    row: SealedRow | null,
  ): Promise<string> {
    if (row?.sealed == null) throw notFound();
    const place = { clinicId: grant.clinicId, rowId: row.id, ownerId: row.owner_id };
    return this.words.open(table, place, row.sealed);
  }

  private async put(action: string, resourceId: string, personId: string | null): Promise<void> {
    await this.audit.record({
      ...{ action, resource: 'gate_record', resourceId, decision: 'allowed' },
      ...(personId === null ? {} : { personId }),
    });
  }
}

/** @throws AppError invalid_request naming the field that does not go with the kind. */
function demandWhole(request: RecordGateFactRequest, kind: GateFactKind, today: string): void {
  const { side, outcome, on, amounts = [], comparedWith = null, note = null } = request;
  const counted = kind.amounts;
  const numbers =
    counted === undefined
      ? amounts.length === 0
      : amounts.length > 0 &&
        amounts.length <= counted.most &&
        amounts.every((one) => one >= counted.from && one <= counted.to);
  const wrong = [
    [!kind.sides.includes(side), 'side'],
    [!kind.outcomes.includes(outcome), 'outcome'],
    [!isLocalDate(on) || on > today, 'on'],
    [(kind.compared === true) !== (comparedWith !== null), 'comparedWith'],
    [comparedWith !== null && (!isLocalDate(comparedWith) || comparedWith >= on), 'comparedWith'],
    [!numbers, 'amounts'],
    [kind.noted === true && note === null, 'note'],
  ] as const;
  const first = wrong.find(([is]) => is);
  if (first !== undefined)
    throw new AppError('invalid_request', { fields: [{ field: first[1], rules: ['goesTogether'] }] });
}
