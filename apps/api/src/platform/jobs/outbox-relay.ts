import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { UnitOfWork } from '../database/unit-of-work.js';
import { failureCodeOf } from './failure-code.js';
import type { JobBackend } from './job-backend.js';
import { JobRunner } from './job-runner.js';
import type { JobTiming } from './job-timing.js';
import { OutboxRepository, type Claim } from './outbox.repository.js';

/** Carries messages from the outbox into the queue. The outbox is the truth; the queue may be wiped at any time. */
@Injectable()
export class OutboxRelay {
  constructor(
    private readonly work: UnitOfWork,
    private readonly messages: OutboxRepository,
    private readonly runner: JobRunner,
    private readonly logger: PinoLogger,
  ) {}

  /** Delivers everything that is due now. Never rejects: what could not be delivered is claimed again later. */
  async deliver(backend: JobBackend, timing: JobTiming): Promise<void> {
    try {
      for (;;) {
        const claims = await this.work.runAsDispatch(() =>
          this.messages.claim(timing.batch, timing.staleSeconds),
        );
        for (const claim of claims) await this.handOver(claim, backend, timing);
        if (claims.length < timing.batch) return;
      }
    } catch (error) {
      this.logger.warn({ failureCode: failureCodeOf(error) }, 'the outbox could not be delivered');
    }
  }

  private async handOver(claim: Claim, backend: JobBackend, timing: JobTiming): Promise<void> {
    const payload = { clinicId: claim.clinic_id, outboxId: claim.id };
    if (claim.claims > 1) {
      // Claimed before and not done: still under way, or lost with its worker or its queue.
      if (await backend.isLive(claim.id)) return;
      if (claim.claims > timing.attempts) {
        await this.runner.fail(payload, 'given_up');
        return;
      }
      await backend.forget(claim.id);
    }
    await backend.add(payload);
  }
}
