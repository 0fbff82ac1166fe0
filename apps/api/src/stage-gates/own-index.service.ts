import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { IndexAnswersRequest, OwnStageGatesView } from '@trellis/contracts';
import { indexAlarms, indexItemKeys, indexItems, indexSignals, indexTerms } from '@trellis/domain';
import { AuditWriter } from '../audit/audit-writer.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { gateTerms } from './gate-standing.service.js';
import { GateWords } from './gate-words.js';
import { OwnGatesReading, weekOfIndex } from './own-gates-reading.js';
import { OwnGatesRepository } from './own-gates.repository.js';
import { TouchPausing } from './touch-pausing.service.js';

/** The weekly safety index, for its author and their own therapist. */
@Injectable()
export class OwnIndexService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reading: OwnGatesReading,
    private readonly rows: OwnGatesRepository,
    private readonly words: GateWords,
    private readonly touch: TouchPausing,
    private readonly audit: AuditWriter,
  ) {}

  /**
   * Once for the running week, in stages 2 and 3. An answer that worries pauses touch at once and calls the own therapist.
   * @throws AppError invalid_request without an answer, safety_index_given, gate_refused before stage 2.
   */
  async give(request: IndexAnswersRequest, now: Date): Promise<OwnStageGatesView> {
    const answers = Object.fromEntries(indexItemKeys.map((key) => [key, request[key] ?? null]));
    const values = indexItems.flatMap(({ key, reversed }) => {
      const value = request[key] ?? null;
      return value === null ? [] : [reversed ? indexTerms.top - value : value];
    });
    if (values.length === 0)
      throw new AppError('invalid_request', { fields: [{ field: 'answers', rules: ['isNotEmpty'] }] });
    return this.work.run(async () => {
      const own = await this.reading.own();
      if (own.stage === 1) throw new AppError('gate_refused', { missing: ['not_this_stage'] });
      const [id, week] = [randomUUID(), weekOfIndex(own, now)];
      const place = { clinicId: own.clinicId, rowId: id, ownerId: own.personId };
      const sealed = await this.words.seal('safety_index', place, false, JSON.stringify(answers));
      if (sealed === null) throw new Error('answers were not sealed');
      const sum = values.reduce((total, value) => total + value, 0);
      const alarm = indexAlarms(answers).length > 0;
      const row = { id, week, sum, answered: values.length, alarm, sealed, at: now };
      if (!(await this.rows.addIndex(own, row))) throw new AppError('safety_index_given');
      await this.touch.signal(own, indexSignals(answers, own.side, gateTerms), now);
      await this.audit.record({
        ...{ action: 'safety_index.give', resource: 'safety_index', resourceId: id },
        ...{ personId: own.personId, decision: 'allowed' },
      });
      return this.reading.view(own, now);
    });
  }
}
