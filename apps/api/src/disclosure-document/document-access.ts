import { Injectable } from '@nestjs/common';
import {
  aroundValues,
  readWindow,
  settingValues,
  type CustodyFacts,
  type Permission,
  type ReadWindow,
} from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/app-error.js';
import type { DocumentFacts } from './document-facts.js';
import { DocumentRepository, type DocumentRow } from './document.repository.js';

/** A document that the asking therapist may work on, with its couple and its facts. */
export interface DocumentInHand {
  readonly grant: CaseGrant;
  readonly facts: DocumentFacts;
  readonly document: DocumentRow;
}

export type HeldSide = 'RP' | 'BP';

/**
 * The wall around disclosure documents, for staff. An emergency reading opens none: only sides that are held by an
 * assignment count. What is not open looks like what does not exist, and is put on record.
 */
@Injectable()
export class DocumentAccess {
  constructor(
    private readonly cases: CaseAccess,
    private readonly work: UnitOfWork,
    private readonly documents: DocumentRepository,
    private readonly audit: AuditWriter,
  ) {}

  /** The couple and its facts for a therapist who holds one of `sides`. @throws AppError not_found. */
  async require(
    action: Permission,
    coupleId: string,
    sides: readonly HeldSide[],
  ): Promise<{ grant: CaseGrant; facts: DocumentFacts }> {
    const grant = await this.cases.require(action, coupleId);
    if (!sides.some((side) => heldSides(grant).includes(side))) return this.refuse(action, grant);
    const facts = await this.documents.facts(grant.coupleId);
    return facts === null ? this.refuse(action, grant) : { grant, facts };
  }

  /** As require, with the document itself. @throws AppError not_found where none was begun, or it is out of sight. */
  async requireDocument(
    action: Permission,
    coupleId: string,
    sides: readonly HeldSide[],
  ): Promise<DocumentInHand> {
    const { grant, facts } = await this.require(action, coupleId, sides);
    const { processId } = facts;
    const document = processId === null ? null : await this.documents.ofProcess(grant, processId);
    return document === null ? this.refuse(action, grant) : { grant, facts, document };
  }

  /**
   * The document for its partner's therapist, in their time only. The rule is asked before the first look at a row, so
   * that a closed window asks the same of the database whether there is a document or not.
   */
  async requireReading(
    action: Permission,
    coupleId: string,
    now: Date,
  ): Promise<DocumentInHand & { readonly window: ReadWindow & { readonly until: Date } }> {
    const { grant, facts } = await this.require(action, coupleId, ['BP']);
    const window = windowOf(facts, grant.timeZone, 'T_BP', now);
    if (window?.until == null || facts.processId === null) return this.refuse(action, grant);
    const document = await this.documents.ofProcess(grant, facts.processId);
    if (document === null) return this.refuse(action, grant);
    return { grant, facts, document, window: { ...window, until: window.until } };
  }

  private refuse(action: Permission, { coupleId }: CaseGrant): never {
    this.work.afterwards(async () =>
      this.audit.record({
        ...{ action, resource: 'couple', resourceId: coupleId },
        ...{ decision: 'refused', reasonCode: 'not_found' },
      }),
    );
    throw notFound();
  }
}

/** Sides that the asker holds by an assignment; an emergency reading adds none here. */
export function heldSides({ mySides, emergency }: CaseGrant): readonly HeldSide[] {
  const opened = emergency?.sides ?? [];
  return (['RP', 'BP'] as const).filter((side) => mySides.includes(side) && !opened.includes(side));
}

/** Whether and until when a reader may open the document (FTD-51). */
export function windowOf(
  facts: DocumentFacts,
  zone: string,
  reader: 'T_BP' | 'BP',
  now: Date,
): ReadWindow | null {
  const custody: CustodyFacts = {
    ...{ state: facts.state, zone, reviewSince: facts.reviewSince, laterReview: facts.later },
    ...{ sessionStartedAt: facts.sessionStartedAt, sessionEndedAt: null, deletedAt: facts.destroyedAt },
  };
  const { reviewReadDays } = aroundValues();
  const { sessionLengthMin } = settingValues();
  return readWindow(custody, reader, now, { reviewReadDays, sessionLengthMin });
}

/** The asking member of staff. */
export function staffId(): string {
  return currentActor().id;
}
