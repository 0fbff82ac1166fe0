import { Injectable } from '@nestjs/common';
import type { LetterReadAloudView, OwnLettersView, OwnLetterView } from '@trellis/contracts';
import { isUuid, letterKinds, mayBeginLetter, mayReadLetter } from '@trellis/domain';
import { PersonAccess } from '../access/person-access.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/app-error.js';
import { isOpen, runs, sideOf } from './letter-row.js';
import { toLetterRow, toOwnLetterRow } from './letter.mapper.js';
import { LettersFactsService } from './letters-facts.service.js';
import { OpenedLetters } from './opened-letters.js';
import { OwnLetterRepository } from './own-letter.repository.js';

/** One's own letters, and that of the partner while it is read aloud. */
@Injectable()
export class OwnLettersService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly opened: OpenedLetters,
    private readonly letters: OwnLetterRepository,
    private readonly known: LettersFactsService,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<OwnLettersView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const state = await this.known.state(own.coupleId);
      const rows = await this.letters.all(own);
      const reading = runs(await this.letters.reading(own), this.clock.now());
      const mine = rows.filter(({ person_id: author }) => author === own.personId);
      const kept = mine.filter(({ destroyed_at: gone }) => gone === null).map(({ kind }) => kind);
      const heard = rows.filter((row) => row.person_id !== own.personId && row.delivered_at !== null);
      return {
        own: mine.map((row) => toOwnLetterRow(row, own.timeZone, isOpen(state, row))),
        heard: heard.map((row) => toLetterRow(row, own.timeZone)),
        mayBegin: letterKinds.filter(
          (kind) => sideOf(kind) === own.side && mayBeginLetter(kind, state) && !kept.includes(kind),
        ),
        reading:
          reading === null
            ? null
            : { kind: reading.kind, part: sideOf(reading.kind) === own.side ? 'author' : 'listener' },
      };
    });
  }

  /** @throws AppError not_found for what is not one's own letter, or was destroyed. */
  async one(id: string): Promise<OwnLetterView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const row = isUuid(id) ? await this.letters.byId(own, id) : null;
      if (row?.person_id !== own.personId || row.destroyed_at !== null) throw notFound();
      const state = await this.known.state(own.coupleId);
      return {
        ...toOwnLetterRow(row, own.timeZone, isOpen(state, row)),
        ...(await this.opened.whole(own, row)),
      };
    });
  }

  /** The partner's letter while it is read aloud to the asker, and not a moment longer. @throws AppError not_found. */
  async listen(): Promise<LetterReadAloudView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const reading = runs(await this.letters.reading(own), this.clock.now());
      if (reading === null) throw notFound();
      const facts = { releasedToOtherTherapist: false, inDeliverySession: true };
      const row = await this.letters.readToMe(own, reading.kind);
      if (
        row === null ||
        !mayReadLetter(reading.kind, own.side, { ...facts, sealedForGood: row.sealed_at !== null })
      )
        throw notFound();
      const sections = await this.opened.readAloud(own, row);
      if (sections === null) throw notFound();
      return { kind: reading.kind, sections, until: reading.until.toISOString() };
    });
  }
}
