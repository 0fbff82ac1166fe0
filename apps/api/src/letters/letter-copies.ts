import { Injectable } from '@nestjs/common';
import type { CaseLetterView, CommentLetterRequest, LetterSaidView } from '@trellis/contracts';
import type { CaseGrant } from '../access/case-access.js';
import { AppError } from '../platform/http/app-error.js';
import type { LetterRow } from './letter-row.js';
import { LetterTextsRepository } from './letter-texts.repository.js';
import { LetterWords } from './letter-words.js';
import { toComment, toRevision } from './letter.mapper.js';

/** Opens texts and comments for a therapist who was found to be allowed to read them. */
@Injectable()
export class LetterCopies {
  constructor(
    private readonly texts: LetterTextsRepository,
    private readonly words: LetterWords,
  ) {}

  /**
   * The text, and for the author's own therapist (`ownSide`) what was said to it and the texts before. Null for one
   * that row-level security does not show.
   */
  async open(
    grant: CaseGrant,
    letter: LetterRow,
    revision: number,
    ownSide: boolean,
  ): Promise<CaseLetterView | null> {
    const text = await this.texts.one(grant, letter.id, revision);
    if (text === null) return null;
    const comments = [];
    const [said, revisions] = [
      ownSide ? await this.texts.comments(grant, letter.id) : [],
      await this.texts.revisions(grant, letter.id),
    ];
    for (const one of said)
      comments.push(toComment(one, await this.words.comment(grant.clinicId, letter.id, one)));
    return {
      id: letter.id,
      kind: letter.kind,
      revision,
      writtenAt: text.written_at.toISOString(),
      sections: { ...(await this.words.text(grant.clinicId, letter.id, text)) },
      comments,
      revisions: revisions.filter((one) => ownSide || one.revision === letter.revision).map(toRevision),
    };
  }

  async comment(
    grant: CaseGrant,
    letter: LetterRow,
    { id, revision, text }: CommentLetterRequest,
    by: string,
    at: Date,
  ): Promise<LetterSaidView> {
    const sealed = await this.words.sealComment(grant.clinicId, letter.id, id, text);
    const added = await this.texts.addComment(grant, letter, { id, revision, sealed, by, written_at: at });
    if (!added) throw new AppError('version_stale');
    return { id, revision, writtenAt: at.toISOString() };
  }
}
