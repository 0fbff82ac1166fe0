import { Injectable } from '@nestjs/common';
import type { CaseLettersView, MarkLetterRequest } from '@trellis/contracts';
import { letterChecks } from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { CaseLetterRepository } from './case-letter.repository.js';
import { CaseLettersService } from './case-letters.service.js';
import { isAboutOneText, letterOfMark, sideOfMark } from './letter-mark.js';
import { letterSides, mayReadNow } from './letter-reader.js';
import { runs } from './letter-row.js';
import { letterMarks, type LetterMark } from './letters-facts.service.js';

/** A therapist lays down a wish, an approval or a rehearsal of their own side, or takes it back. */
@Injectable()
export class LetterMarksService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly letters: CaseLetterRepository,
    private readonly page: CaseLettersService,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /**
   * An approval of a text names the text that was read; it says nothing of a newer one.
   * @throws AppError not_found for the other side's mark, letters_refused, invalid_request, version_stale.
   */
  async set(
    coupleId: string,
    mark: string,
    version: number,
    request: MarkLetterRequest,
  ): Promise<CaseLettersView> {
    return this.work.run(async () => {
      const grant = await this.access.require('disclosure.record', coupleId);
      const known = letterMarks.find((one) => one === mark);
      if (known === undefined || !letterSides(grant).includes(sideOfMark(known))) throw notFound();
      const { given } = request;
      const checks = checkedOf(known, request.checks);
      const revision = given && isAboutOneText(known) ? (request.revision ?? null) : null;
      if (given && isAboutOneText(known)) await this.requireRead(grant, known, revision);
      const next = { given, revision, checks, by: currentActor().id, at: this.clock.now() };
      if (!(await this.letters.mark(grant, { mark: known, side: sideOfMark(known) }, version, next)))
        throw new AppError('version_stale');
      await this.audit.record({
        ...{
          action: given ? 'letter.mark' : 'letter.unmark',
          resource: 'couple',
          resourceId: grant.coupleId,
        },
        ...{ decision: 'allowed', reasonCode: known },
      });
      return this.page.view(grant);
    });
  }

  /** Nobody approves what they cannot read, nor a text that is not the newest. */
  private async requireRead(grant: CaseGrant, mark: LetterMark, revision: number | null): Promise<void> {
    const kind = letterOfMark(mark);
    const rows = await this.letters.all(grant);
    const letter = rows.find((row) => row.kind === kind && row.destroyed_at === null);
    const reading = runs(await this.letters.reading(grant), this.clock.now());
    if (letter === undefined || !mayReadNow(grant, letter, reading)) throw refused('not_released');
    if (letter.revision !== revision) throw refused('newer_text');
  }
}

function checkedOf(mark: LetterMark, checks: readonly string[]): string[] {
  const known = letterChecks(letterOfMark(mark)).map(({ id }) => id);
  if (checks.some((id) => !known.includes(id))) throw new AppError('invalid_request', { fields: ['checks'] });
  return known.filter((id) => checks.includes(id));
}

function refused(reason: string): AppError {
  return new AppError('letters_refused', { reason });
}
