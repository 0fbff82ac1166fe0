import { Injectable } from '@nestjs/common';
import type {
  AssessReadinessRequest,
  ReadinessRecordedView,
  RecordReadinessRequest,
} from '@trellis/contracts';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { FindingConsequences } from './finding-consequences.js';
import { ReadinessAccess } from './readiness-access.js';
import { RecordKeeper } from './record-keeper.js';

/** Kinds of fact that come with an outcome, and which ones they take. */
const outcomesOf: Readonly<Record<string, readonly string[]>> = {
  counsel: ['consulted', 'not_consulted'],
  separation_purpose: ['health', 'safety', 'legal'],
};

/** A clinician puts on record what they found in one person, on the side they care for. */
@Injectable()
export class ReadinessRecordingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly access: ReadinessAccess,
    private readonly keeper: RecordKeeper,
    private readonly consequences: FindingConsequences,
  ) {}

  /**
   * What was found present takes effect at once: a pause, or the way back to preparing, by the system itself.
   * @throws AppError not_found for a side that is not the asker's, invalid_request for a day still to come.
   */
  async assess(coupleId: string, request: AssessReadinessRequest): Promise<ReadinessRecordedView> {
    return this.work.run(async () => {
      const { side, on, findings, note = null } = request;
      const grant = await this.access.requireSide('disclosure.record', coupleId, side);
      const now = this.clock.now();
      // One talk, one note: it is kept with what was found, and with the first condition where nothing was.
      const noted = findings.find(({ present }) => present) ?? findings[0];
      for (const finding of findings) {
        const outcome = finding.present ? 'present' : 'absent';
        const words = finding === noted ? note : null;
        const fact = { side, on, kind: 'contraindication', topic: finding.condition, outcome, note: words };
        await this.keeper.keep(grant, fact, now);
      }
      await this.keeper.audit(grant, side, 'readiness.assess');
      const present = findings.filter((finding) => finding.present).map(({ condition }) => condition);
      return { state: await this.consequences.follow(grant, side, present, now) };
    });
  }

  /** @throws AppError as assess; invalid_request where kind, side and outcome do not go together. */
  async record(coupleId: string, request: RecordReadinessRequest): Promise<ReadinessRecordedView> {
    const { kind, side, on, outcome = null, note = null } = request;
    return this.work.run(async () => {
      const grant = await this.access.requireSide('disclosure.record', coupleId, side);
      if ((side === 'JOINT') !== (kind === 'consultation') || (kind === 'treatment_start' && side !== 'RP'))
        throw new AppError('invalid_request', { field: 'side' });
      const takes = outcomesOf[kind];
      if (takes === undefined ? outcome !== null : outcome === null || !takes.includes(outcome))
        throw new AppError('invalid_request', { field: 'outcome' });
      const now = this.clock.now();
      await this.keeper.keep(grant, { side, kind, topic: null, outcome, on, note }, now);
      await this.keeper.audit(grant, side, 'readiness.record');
      return { state: await this.consequences.stateOf(grant) };
    });
  }
}
