import { Injectable } from '@nestjs/common';
import type { PersonGrant } from '../access/person-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import type { LetterRow, Sections } from './letter-row.js';
import { LetterTextsRepository, newRowId } from './letter-texts.repository.js';
import { LetterWords, lengthOf } from './letter-words.js';

/** The texts that an author writes: one draft, and what they lay down of it. */
@Injectable()
export class LetterDrafts {
  constructor(
    private readonly texts: LetterTextsRepository,
    private readonly words: LetterWords,
    private readonly audit: AuditWriter,
  ) {}

  async draft(own: PersonGrant, letterId: string): Promise<{ sections: Sections; savedAt: Date } | null> {
    const row = await this.texts.one(own, letterId, 0);
    if (row === null) return null;
    return { sections: await this.words.text(own.clinicId, letterId, row), savedAt: row.written_at };
  }

  async keep(own: PersonGrant, letter: LetterRow, sections: Sections, at: Date): Promise<void> {
    const before = await this.texts.one(own, letter.id, 0);
    const id = before?.id ?? newRowId();
    const text = await this.sealed(own, letter, id, 0, sections, at);
    if (before === null) await this.texts.add(own, letter, text);
    else await this.texts.keepDraft(own, text);
  }

  async layDown(
    own: PersonGrant,
    letter: LetterRow,
    revision: number,
    sections: Sections,
    at: Date,
  ): Promise<void> {
    await this.texts.add(own, letter, await this.sealed(own, letter, newRowId(), revision, sections, at));
  }

  async record(action: string, own: PersonGrant, letterId: string): Promise<void> {
    await this.audit.record({
      ...{ action, resource: 'letter', resourceId: letterId, personId: own.personId },
      decision: 'allowed',
    });
  }

  private async sealed(
    own: PersonGrant,
    letter: LetterRow,
    id: string,
    revision: number,
    sections: Sections,
    at: Date,
  ): Promise<Parameters<LetterTextsRepository['add']>[2]> {
    const sealed = await this.words.sealText(own.clinicId, letter.id, id, sections);
    return { id, revision, characters: lengthOf(sections), sealed, written_at: at };
  }
}
