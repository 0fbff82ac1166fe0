import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AnswerGateRequest, OwnStageGatesView } from '@trellis/contracts';
import { localDateOf, touchSignal } from '@trellis/domain';
import type { PersonGrant } from '../access/person-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { OwnGatesReading } from './own-gates-reading.js';
import { OwnGatesRepository } from './own-gates.repository.js';
import { StepBackKeeping } from './step-back-keeping.js';
import { TouchPausing } from './touch-pausing.service.js';

/** A person's own answer to the next stage, the way back, and the pause of touch. Nobody but their therapist reads it. */
@Injectable()
export class OwnStageGatesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reading: OwnGatesReading,
    private readonly rows: OwnGatesRepository,
    private readonly keeping: StepBackKeeping,
    private readonly touch: TouchPausing,
    private readonly audit: AuditWriter,
  ) {}

  async one(now: Date): Promise<OwnStageGatesView> {
    return this.work.run(async () => this.reading.view(await this.reading.own(), now));
  }

  /** @throws AppError gate_refused for a stage that is not the next one. */
  async answer({ to, answer, canSayNo, alone }: AnswerGateRequest, now: Date): Promise<OwnStageGatesView> {
    return this.work.run(async () => {
      const own = await this.reading.own();
      if (to !== own.stage + 1) throw new AppError('gate_refused', { missing: ['not_the_next_stage'] });
      const given = { id: randomUUID(), to, answer, canSayNo, alone, at: now };
      if (!(await this.rows.addAnswer(own, given))) throw new AppError('version_stale');
      await this.record(own, 'gate_answer.give', given.id);
      return this.reading.view(own, now);
    });
  }

  /** Takes back what was answered to the next stage; to take back nothing changes nothing. */
  async withdraw(now: Date): Promise<OwnStageGatesView> {
    return this.work.run(async () => {
      const own = await this.reading.own();
      await this.rows.takeBack(own, own.stage + 1, now);
      await this.record(own, 'gate_answer.withdraw', own.coupleId);
      return this.reading.view(own, now);
    });
  }

  /** Back to an earlier stage, at once and without a reason. @throws AppError gate_refused for no earlier stage. */
  async back(to: 1 | 2, now: Date): Promise<OwnStageGatesView> {
    return this.work.run(async () => {
      const own = await this.reading.own();
      await this.keeping.backByPerson(own, to, now, localDateOf(now, own.timeZone));
      await this.record(own, 'gate_closing.back', own.coupleId);
      return this.reading.view({ ...own, stage: to }, now);
    });
  }

  /** Pauses touch exercises for both. No reason is asked, and nobody but the own therapist hears whose wish it was. */
  async pause(now: Date): Promise<OwnStageGatesView> {
    return this.work.run(async () => {
      const own = await this.reading.own();
      await this.touch.signal(own, [touchSignal('person_paused', own.side)], now);
      return this.reading.view(own, now);
    });
  }

  private async record(own: PersonGrant, action: string, resourceId: string): Promise<void> {
    await this.audit.record({
      ...{ action, resource: 'stage_gate', resourceId, personId: own.personId, decision: 'allowed' },
    });
  }
}
