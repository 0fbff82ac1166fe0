import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { blocksWriting, type DocumentSectionId, type LegalFacts } from '@trellis/domain';
import { PersonAccess, type PersonGrant } from '../access/person-access.js';
import { DisclosureSteps, type DisclosureStanding } from '../disclosure/disclosure-steps.service.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { canChange, type DocumentFacts } from './document-facts.js';
import { DocumentRepository, type DocumentRow } from './document.repository.js';
import { DocumentWords, nobodyAsked } from './document-words.js';

/** The author's own document as it stands; nothing where it was not begun. */
export interface OwnDocument {
  readonly own: PersonGrant;
  readonly standing: DisclosureStanding | null;
  readonly facts: DocumentFacts | null;
  readonly document: DocumentRow | null;
  readonly legal: LegalFacts;
}

/** The same while it can be written. */
export interface WritableDocument extends OwnDocument {
  readonly standing: DisclosureStanding;
  readonly document: DocumentRow;
}

/**
 * The wall for the author. The partner is turned away before anything of the disclosure is asked of the database, so
 * that every answer, and the time it takes, is the same at every state.
 */
@Injectable()
export class OwnDocuments {
  constructor(
    private readonly people: PersonAccess,
    private readonly steps: DisclosureSteps,
    private readonly documents: DocumentRepository,
    private readonly words: DocumentWords,
  ) {}

  /** @throws AppError not_found for anybody but the recovering person. */
  async find(): Promise<OwnDocument> {
    const own = await this.people.require();
    if (own.side !== 'RP') throw notFound();
    const standing = await this.steps.standing(own);
    const facts = standing === null ? null : await this.documents.facts(own.coupleId);
    const document = standing === null ? null : await this.documents.ofProcess(own, standing.processId);
    const mine = document?.person_id === own.personId ? document : null;
    const answers =
      mine === null ? nobodyAsked : await this.words.openLegal(own.clinicId, mine.id, mine.legal_sealed);
    const counselConsulted = standing?.snapshot.counselConsulted.RP ?? null;
    return { own, standing, facts, document: mine, legal: { ...answers, counselConsulted } };
  }

  /**
   * The document while it can be written, begun with the first word.
   * @throws AppError not_found, disclosure_document_locked while it stands or its time has not come.
   */
  async writable(now: Date): Promise<WritableDocument> {
    const found = await this.find();
    const { own, standing, facts } = found;
    if (standing === null || facts === null || !canChange(facts)) throw locked();
    if (found.document !== null) return { ...found, standing, document: found.document };
    const { processId } = standing;
    await this.documents.begin(own, { id: randomUUID(), processId, personId: own.personId }, now);
    const document = await this.documents.ofProcess(own, processId);
    if (document?.person_id !== own.personId) throw locked();
    return { ...found, standing, document };
  }

  /** @throws AppError disclosure_writing_paused, with what to do first, where a section may not be written yet. */
  requireWriting({ legal }: OwnDocument, section: DocumentSectionId): void {
    const block = blocksWriting(section, legal);
    if (block !== null) throw new AppError('disclosure_writing_paused', { block });
  }
}

function locked(): AppError {
  return new AppError('disclosure_document_locked');
}
