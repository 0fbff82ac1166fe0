import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PersonGrant } from '../access/person-access.js';
import { AftercareAlerts } from '../aftercare/aftercare-alerts.service.js';
import { AppError } from '../platform/http/app-error.js';
import { StageGatesRepository } from './stage-gates.repository.js';

/** A person's way back: the gates close at once, and their own therapist hears of it. */
@Injectable()
export class StepBackKeeping {
  constructor(
    private readonly rows: StageGatesRepository,
    private readonly alerts: AftercareAlerts,
  ) {}

  /** @throws AppError gate_refused for a stage that is no earlier one. */
  async backByPerson(own: PersonGrant, to: 1 | 2, at: Date, today: string): Promise<void> {
    const closed = await this.rows.stepBack(own, to, at, today);
    if (closed === null) throw new AppError('gate_refused', { missing: ['not_an_earlier_stage'] });
    const { side, personId } = own;
    for (const gateId of closed)
      await this.rows.recordClosing(own, {
        ...{ gateId, side, by: personId, kind: 'client', at, keyOwnerId: personId, reason: null },
      });
    await this.alerts.raise(own, { side, kind: 'stage_back', about: randomUUID() }, at);
  }
}
