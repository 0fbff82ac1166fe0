import { Injectable } from '@nestjs/common';
import type { LetterRowView, OwnLetterRowView } from '@trellis/contracts';
import { destroyLetter, isUuid } from '@trellis/domain';
import { PersonAccess, type PersonGrant } from '../access/person-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { isOpen, runs, type LetterRow } from './letter-row.js';
import { toLetterRow, toOwnLetterRow } from './letter.mapper.js';
import { LettersFactsService } from './letters-facts.service.js';
import { OwnLetterRepository } from './own-letter.repository.js';

/** Whom a letter is open to, and its end: release, taking back, sealing for good, and destroying it together. */
@Injectable()
export class OwnLetterKeepingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly letters: OwnLetterRepository,
    private readonly known: LettersFactsService,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** Opens the newest text to the other therapist. @throws AppError not_found, letters_refused, version_stale. */
  async release(id: string, version: number): Promise<OwnLetterRowView> {
    return this.work.run(async () => {
      const { own, letter } = await this.mine(id);
      if (letter.sealed_at !== null) throw refused('sealed');
      if (letter.revision === 0) throw refused('nothing_laid_down');
      await this.change(own, letter, version, { ...letter, released_revision: letter.revision });
      await this.record('letter.release', own, letter.id);
      return this.view(own, id);
    });
  }

  /** Takes it back at once, whatever anybody else is doing with it; needs no version. @throws AppError not_found. */
  async revoke(id: string): Promise<OwnLetterRowView> {
    return this.work.run(async () => {
      const { own, letter } = await this.mine(id);
      await this.letters.takeBack(own, letter.id);
      await this.record('letter.revoke', own, letter.id);
      return this.view(own, id);
    });
  }

  /** For good: from now on it opens to its author alone. @throws AppError not_found, letters_refused, version_stale. */
  async seal(id: string, version: number): Promise<OwnLetterRowView> {
    return this.work.run(async () => {
      const { own, letter } = await this.mine(id);
      if (letter.sealed_at !== null) throw refused('sealed');
      const reading = runs(await this.letters.reading(own), this.clock.now());
      if (reading?.kind === letter.kind) throw refused('is_read');
      const next = { ...letter, released_revision: null, sealed_at: this.clock.now() };
      await this.change(own, letter, version, next);
      await this.record('letter.seal', own, letter.id);
      return this.view(own, id);
    });
  }

  /**
   * Says that a letter that was read may be destroyed, or thinks again. With the word of both it is gone (FTD-76).
   * @throws AppError not_found, letters_refused before it was read and once it is gone.
   */
  async agree(id: string, agree: boolean): Promise<LetterRowView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      if (isUuid(id)) await this.letters.alone(id);
      const letter = await this.knownTo(own, id);
      if (letter.delivered_at === null) throw refused('not_delivered');
      if (letter.destroyed_at !== null) throw refused('gone');
      const now = this.clock.now();
      if (agree) await this.letters.agree(own, letter.id, now);
      else await this.letters.thinkAgain(own, letter.id);
      await this.record(agree ? 'letter.agree_to_destroy' : 'letter.think_again', own, letter.id);
      await this.endIfBothAgree(own, letter.id, now);
      return toLetterRow(await this.knownTo(own, id), own.timeZone);
    });
  }

  private async endIfBothAgree(own: PersonGrant, id: string, now: Date): Promise<void> {
    const { kind, revision, ...row } = await this.knownTo(own, id);
    const end = destroyLetter(
      {
        ...{ kind, revisions: revision, deliveredAt: row.delivered_at, destroyedAt: row.destroyed_at },
        agreedAt: { RP: row.agreed_rp, BP: row.agreed_bp },
      },
      now,
    );
    if (!end.ok) return;
    if (!(await this.letters.destroy(id, now))) throw new Error('a letter that both gave up is still there');
    await this.record('letter.destroy', own, id);
  }

  private async mine(id: string): Promise<{ own: PersonGrant; letter: LetterRow }> {
    const own = await this.people.require();
    const letter = await this.knownTo(own, id);
    if (letter.person_id !== own.personId) throw notFound();
    if (letter.destroyed_at !== null) throw refused('gone');
    return { own, letter };
  }

  /** A letter of which the asker may know: their own, or one that was read to them. */
  private async knownTo(own: PersonGrant, id: string): Promise<LetterRow> {
    const letter = isUuid(id) ? await this.letters.byId(own, id) : null;
    if (letter === null) throw notFound();
    if (letter.person_id !== own.personId && letter.delivered_at === null) throw notFound();
    return letter;
  }

  private async change(own: PersonGrant, { id }: LetterRow, version: number, next: LetterRow): Promise<void> {
    if (!(await this.letters.change(own, id, version, next, this.clock.now())))
      throw new AppError('version_stale');
  }

  private async view(own: PersonGrant, id: string): Promise<OwnLetterRowView> {
    const letter = await this.knownTo(own, id);
    return toOwnLetterRow(letter, own.timeZone, isOpen(await this.known.state(own.coupleId), letter));
  }

  private async record(action: string, own: PersonGrant, id: string): Promise<void> {
    await this.audit.record({
      ...{ action, resource: 'letter', resourceId: id, personId: own.personId },
      decision: 'allowed',
    });
  }
}

function refused(reason: string): AppError {
  return new AppError('letters_refused', { reason });
}
