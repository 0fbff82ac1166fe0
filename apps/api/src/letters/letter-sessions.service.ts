import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CaseLettersView } from '@trellis/contracts';
import { letterDeliveryGaps, type LetterKind } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { DisclosureSteps } from '../disclosure/disclosure-steps.service.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { CaseLetterRepository } from './case-letter.repository.js';
import { CaseLettersService } from './case-letters.service.js';
import { runs } from './letter-row.js';
import { LetterSessionSources } from './letter-session-sources.js';

const deliveries = { impact: 'deliver_impact', restitution: 'deliver_restitution' } as const;

/** The session in which a letter is read aloud. While it runs the listener and the other therapist may read along. */
@Injectable()
export class LetterSessionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sources: LetterSessionSources,
    private readonly letters: CaseLetterRepository,
    private readonly page: CaseLettersService,
    private readonly steps: DisclosureSteps,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found, not_allowed for anybody but the lead, letters_refused while something is missing. */
  async start(coupleId: string, kind: string): Promise<CaseLettersView> {
    return this.work.run(async () => {
      const { grant, letter } = await this.found(coupleId, kind);
      const standing = await this.steps.standing(grant);
      if (standing === null) throw refused('not_open');
      if (standing.snapshot.leadId !== currentActor().id) throw new AppError('not_allowed');
      const now = this.clock.now();
      if (letterDeliveryGaps(letter, standing.snapshot, now).length > 0) throw refused('gaps');
      const before = await this.letters.reading(grant);
      if (runs(before, now) !== null) throw refused('is_read');
      if (before !== null) await this.letters.end(grant, now);
      const until = new Date(now.getTime() + standing.snapshot.settings.sessionLengthMin * 60_000);
      const row = { id: randomUUID(), kind: letter, process_id: standing.processId, version: 1 };
      if (!(await this.letters.start(grant, { ...row, started_at: now, until, by: currentActor().id })))
        throw refused('is_read');
      await this.sources.record('letter.start_reading', grant, letter);
      return this.page.view(grant);
    });
  }

  /** Ends a reading that did not come to its end; nothing was delivered. @throws AppError not_found, letters_refused. */
  async end(coupleId: string, kind: string): Promise<CaseLettersView> {
    return this.work.run(async () => {
      const { grant, letter } = await this.found(coupleId, kind);
      const reading = await this.letters.reading(grant);
      if (reading?.kind !== letter || !(await this.letters.end(grant, this.clock.now())))
        throw refused('not_read');
      await this.sources.record('letter.end_reading', grant, letter);
      return this.page.view(grant);
    });
  }

  /**
   * It was read to its end: the process takes its step (rows 21 and 23). `version` is that of the process.
   * @throws AppError not_found, version_stale, disclosure_refused.
   */
  async deliver(coupleId: string, kind: string, version: number): Promise<CaseLettersView> {
    return this.work.run(async () => {
      const { grant, letter } = await this.found(coupleId, kind);
      await this.steps.byStaff(coupleId, { event: deliveries[letter] }, version);
      await this.sources.record('letter.deliver', grant, letter);
      return this.page.view(grant);
    });
  }

  private async found(coupleId: string, kind: string): Promise<{ grant: CaseGrant; letter: LetterKind }> {
    const grant = await this.sources.require(coupleId);
    if (kind !== 'impact' && kind !== 'restitution') throw notFound();
    return { grant, letter: kind };
  }
}

function refused(reason: string): AppError {
  return new AppError('letters_refused', { reason });
}
