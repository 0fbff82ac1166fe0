import { Injectable } from '@nestjs/common';
import type { OwnLetterView } from '@trellis/contracts';
import type { PersonGrant } from '../access/person-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import type { LetterRow } from './letter-row.js';
import { LetterTextsRepository } from './letter-texts.repository.js';
import { LetterWords } from './letter-words.js';
import { toComment, toRevision } from './letter.mapper.js';

/** Opens the words of letters that the asker was found to be allowed to read. */
@Injectable()
export class OpenedLetters {
  constructor(
    private readonly texts: LetterTextsRepository,
    private readonly words: LetterWords,
    private readonly audit: AuditWriter,
  ) {}

  async whole(
    own: PersonGrant,
    row: LetterRow,
  ): Promise<Pick<OwnLetterView, 'sections' | 'revisions' | 'comments'>> {
    const draft = await this.texts.one(own, row.id, 0);
    const comments = [];
    for (const one of await this.texts.comments(own, row.id))
      comments.push(toComment(one, await this.words.comment(own.clinicId, row.id, one)));
    return {
      sections: draft === null ? {} : { ...(await this.words.text(own.clinicId, row.id, draft)) },
      revisions: (await this.texts.revisions(own, row.id)).map(toRevision),
      comments,
    };
  }

  /** The text that is read aloud to the asker; null where row-level security shows none. Put on record for its author. */
  async readAloud(own: PersonGrant, row: LetterRow): Promise<Record<string, string> | null> {
    const text = await this.texts.one(own, row.id, row.revision);
    if (text === null) return null;
    await this.audit.record({
      ...{ action: 'letter.listen', resource: 'letter', resourceId: row.id, personId: row.person_id },
      decision: 'allowed',
    });
    return { ...(await this.words.text(own.clinicId, row.id, text)) };
  }
}
