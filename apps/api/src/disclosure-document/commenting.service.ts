import { Injectable } from '@nestjs/common';
import type {
  ChangeDocumentCommentRequest,
  DocumentSavedView,
  WriteDocumentCommentRequest,
} from '@trellis/contracts';
import { isUuid } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { CommentRepository, type CommentRow } from './comment.repository.js';
import { DocumentAccess, staffId, type DocumentInHand } from './document-access.js';
import { canChange } from './document-facts.js';
import { DocumentRecords } from './document-records.js';
import { DocumentWords } from './document-words.js';
import { toSaved } from './document.mapper.js';

/** The own therapist's comments, anchored to a place of one version. Nobody's words are ever replaced unseen. */
@Injectable()
export class CommentingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: DocumentAccess,
    private readonly comments: CommentRepository,
    private readonly words: DocumentWords,
    private readonly records: DocumentRecords,
  ) {}

  /**
   * Writes a comment under the id that its writer made; the same again gets the first answer.
   * @throws AppError not_found, disclosure_document_locked, disclosure_document_refused for a version or section that
   * there is not, version_stale when the id is taken.
   */
  async write(
    coupleId: string,
    { id, number, section, start, length, text }: WriteDocumentCommentRequest,
  ): Promise<DocumentSavedView> {
    return this.work.run(async () => {
      const { grant, document, facts } = await this.writable(coupleId);
      const version = facts.versions.find((one) => one.number === number);
      if (version?.sectionHashes[section] === undefined)
        throw new AppError('disclosure_document_refused', { reason: 'not_written' });
      const now = this.records.now();
      const sealed = await this.words.seal(grant.clinicId, document.id, 'disclosure_comment', id, text);
      const place = { id, number, section, by: staffId() };
      const change = { start, length, sealed, at: now };
      if (!(await this.comments.add(grant.clinicId, document.id, place, change)))
        return this.savedBefore({ grant, document, facts }, id, 0, text);
      await this.records.record('comment', document.id, document.person_id);
      return toSaved(1, now);
    });
  }

  /** @throws AppError not_found, not_allowed for a colleague's, disclosure_document_locked, version_stale. */
  async change(
    coupleId: string,
    commentId: string,
    version: number,
    { start, length, text }: ChangeDocumentCommentRequest,
  ): Promise<DocumentSavedView> {
    return this.work.run(async () => {
      const found = await this.writable(coupleId);
      const { grant, document } = found;
      const comment = await this.own(found, commentId);
      const now = this.records.now();
      const sealed = await this.words.seal(
        grant.clinicId,
        document.id,
        'disclosure_comment',
        comment.id,
        text,
      );
      if (
        !(await this.comments.change(grant.clinicId, comment.id, version, { start, length, sealed, at: now }))
      )
        return this.savedBefore(found, comment.id, version, text);
      await this.records.record('comment', document.id, document.person_id);
      return toSaved(version + 1, now);
    });
  }

  /** Takes a comment back for good. @throws AppError as change. */
  async remove(coupleId: string, commentId: string, version: number): Promise<DocumentSavedView> {
    return this.work.run(async () => {
      const found = await this.writable(coupleId);
      const comment = await this.own(found, commentId);
      if (!(await this.comments.remove(found.grant.clinicId, comment.id, version)))
        throw new AppError('version_stale');
      await this.records.record('remove_comment', found.document.id, found.document.person_id);
      return toSaved(version, this.records.now());
    });
  }

  private async writable(coupleId: string): Promise<DocumentInHand> {
    const found = await this.access.requireDocument('disclosure.record', coupleId, ['RP']);
    if (!canChange(found.facts)) throw new AppError('disclosure_document_locked');
    return found;
  }

  private async own({ grant, document }: DocumentInHand, id: string): Promise<CommentRow> {
    const comment = isUuid(id) ? await this.comments.one(grant.clinicId, document.id, id) : null;
    if (comment === null) throw notFound();
    if (comment.author_id !== staffId()) throw new AppError('not_allowed');
    return comment;
  }

  /** The answer got lost on the way and the same was sent again: it is there already. */
  private async savedBefore(
    { grant, document }: DocumentInHand,
    id: string,
    version: number,
    text: string,
  ): Promise<DocumentSavedView> {
    const present = await this.comments.one(grant.clinicId, document.id, id);
    if (present?.version !== version + 1) throw new AppError('version_stale');
    const kept = await this.words.open(grant.clinicId, document.id, 'disclosure_comment', present);
    if (kept !== text || present.author_id !== staffId()) throw new AppError('version_stale');
    return toSaved(present.version, present.written_at);
  }
}
