import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { BeginLetterRequest, LetterSavedView } from '@trellis/contracts';
import { isUuid, letterSectionKeys, mayBeginLetter } from '@trellis/domain';
import { PersonAccess, type PersonGrant } from '../access/person-access.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { isOpen, sideOf, type LetterRow, type Sections } from './letter-row.js';
import { LetterDrafts } from './letter-drafts.js';
import { LettersFactsService } from './letters-facts.service.js';
import { OwnLetterRepository } from './own-letter.repository.js';

/** The most that one section holds, in UTF-16 units. */
const longestSection = 8000;

/** The author begins a letter, writes it, and lays a text down for their therapist. */
@Injectable()
export class OwnLetterWritingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly letters: OwnLetterRepository,
    private readonly drafts: LetterDrafts,
    private readonly known: LettersFactsService,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found for the other side's letter, letters_refused when it is not time, or there is one. */
  async begin({ id, kind }: BeginLetterRequest): Promise<LetterSavedView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      if (sideOf(kind) !== own.side) throw notFound();
      if (!mayBeginLetter(kind, await this.known.state(own.coupleId))) throw refused('not_open');
      const now = this.clock.now();
      if (!(await this.letters.begin(own, id, kind, now))) {
        const present = await this.letters.byId(own, id);
        if (present?.person_id !== own.personId || present.version !== 1) throw refused('already_begun');
        return saved(present.id, 1, 0, present.changed_at);
      }
      await this.drafts.record('letter.begin', own, id);
      return saved(id, 1, 0, now);
    });
  }

  /**
   * Keeps the draft. `version` is the one the writer last saw; what another device saved since is never replaced.
   * @throws AppError not_found, letters_refused, invalid_request, version_stale.
   */
  async save(id: string, version: number, sections: Record<string, unknown>): Promise<LetterSavedView> {
    return this.work.run(async () => {
      const { own, letter, clean } = await this.writing(id, sections);
      const now = this.clock.now();
      if (!(await this.letters.change(own, letter.id, version, letter, now)))
        return this.savedBefore(own, letter.id, version, clean);
      await this.drafts.keep(own, letter, clean, now);
      return saved(letter.id, version + 1, letter.revision, now);
    });
  }

  /** Lays the text down: from now on the author's own therapist reads it. It never changes. @throws AppError as save. */
  async layDown(id: string, version: number, sections: Record<string, unknown>): Promise<LetterSavedView> {
    return this.work.run(async () => {
      const { own, letter, clean } = await this.writing(id, sections);
      if (Object.values(clean).every((text) => text.trim() === '')) throw refused('empty');
      const now = this.clock.now();
      const revision = letter.revision + 1;
      if (!(await this.letters.change(own, letter.id, version, { ...letter, revision }, now)))
        throw new AppError('version_stale');
      await this.drafts.keep(own, letter, clean, now);
      await this.drafts.layDown(own, letter, revision, clean, now);
      await this.drafts.record('letter.lay_down', own, letter.id);
      return saved(letter.id, version + 1, revision, now);
    });
  }

  private async writing(
    id: string,
    sections: Record<string, unknown>,
  ): Promise<{ own: PersonGrant; letter: LetterRow; clean: Sections }> {
    const own = await this.people.require();
    const letter = isUuid(id) ? await this.letters.byId(own, id) : null;
    if (letter?.person_id !== own.personId) throw notFound();
    if (!isOpen(await this.known.state(own.coupleId), letter)) throw refused('closed');
    return { own, letter, clean: checked(letter, sections) };
  }

  /** The answer got lost on the way and the same was sent again: it is there already. */
  private async savedBefore(
    own: PersonGrant,
    id: string,
    version: number,
    sections: Sections,
  ): Promise<LetterSavedView> {
    const letter = await this.letters.byId(own, id);
    const draft = letter?.version === version + 1 ? await this.drafts.draft(own, letter.id) : null;
    if (letter === null || draft === null || !isDeepStrictEqual({ ...draft.sections }, { ...sections }))
      throw new AppError('version_stale');
    return saved(id, letter.version, letter.revision, draft.savedAt);
  }
}

function checked({ kind }: LetterRow, sections: Record<string, unknown>): Sections {
  const keys = letterSectionKeys(kind);
  const clean: Record<string, string> = {};
  for (const [key, text] of Object.entries(sections)) {
    if (!keys.includes(key) || typeof text !== 'string' || text.length > longestSection)
      throw new AppError('invalid_request', { fields: ['sections'] });
    clean[key] = text;
  }
  return clean;
}

function saved(id: string, version: number, revision: number, at: Date): LetterSavedView {
  return { id, version, revision, savedAt: at.toISOString() };
}

function refused(reason: string): AppError {
  return new AppError('letters_refused', { reason });
}
