import { Injectable } from '@nestjs/common';
import type { CaseLetterView, CommentLetterRequest, LetterSaidView } from '@trellis/contracts';
import { isUuid } from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/app-error.js';
import { CaseLetterRepository } from './case-letter.repository.js';
import { LetterCopies } from './letter-copies.js';
import { letterSides, mayReadNow } from './letter-reader.js';
import { runs, type LetterRow } from './letter-row.js';

/** A therapist reads a letter that is open to them, and says something to it where it is their own side's. */
@Injectable()
export class CaseLetterReadingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly letters: CaseLetterRepository,
    private readonly copies: LetterCopies,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** The newest text, or an earlier one for the author's own therapist. @throws AppError not_found. */
  async one(coupleId: string, letterId: string, revision?: string): Promise<CaseLetterView> {
    return this.work.run(async () => {
      const grant = await this.access.require('disclosure.read', coupleId);
      const letter = await this.open(grant, letterId);
      const wanted = revision === undefined ? letter.revision : Number(revision);
      if (!Number.isSafeInteger(wanted) || wanted < 1 || wanted > letter.revision) throw notFound();
      const ownSide = letterSides(grant).includes(letter.side);
      if (!ownSide && wanted !== letter.revision) throw notFound();
      const copy = await this.copies.open(grant, letter, wanted, ownSide);
      if (copy === null) throw notFound();
      await this.record('letter.read', letter);
      return copy;
    });
  }

  /** Under an id that its writer made; the same again is there once. @throws AppError not_found. */
  async comment(coupleId: string, letterId: string, request: CommentLetterRequest): Promise<LetterSaidView> {
    return this.work.run(async () => {
      const grant = await this.access.require('disclosure.record', coupleId);
      const letter = await this.open(grant, letterId);
      if (!letterSides(grant).includes(letter.side) || request.revision > letter.revision) throw notFound();
      const view = await this.copies.comment(grant, letter, request, currentActor().id, this.clock.now());
      await this.record('letter.comment', letter);
      return view;
    });
  }

  /** What is not open looks like what is not there. */
  private async open(grant: CaseGrant, letterId: string): Promise<LetterRow> {
    const letter = isUuid(letterId) ? await this.letters.byId(grant, letterId) : null;
    const reading = runs(await this.letters.reading(grant), this.clock.now());
    if (letter === null || !mayReadNow(grant, letter, reading)) throw notFound();
    return letter;
  }

  private async record(action: string, { id, person_id: personId }: LetterRow): Promise<void> {
    await this.audit.record({ action, resource: 'letter', resourceId: id, personId, decision: 'allowed' });
  }
}
