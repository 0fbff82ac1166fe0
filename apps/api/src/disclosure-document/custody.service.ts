import { Injectable } from '@nestjs/common';
import type { DocumentCustodyView, LookUpDocumentHoldRequest } from '@trellis/contracts';
import { aroundValues, deleteDocument, retentionDay } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { Vault } from '../platform/sealing/vault.js';
import { CustodyRepository, type LaterReadingRow, type SignatureRow } from './custody.repository.js';
import { DocumentAccess, heldSides, staffId, type DocumentInHand } from './document-access.js';
import { DocumentRecords } from './document-records.js';
import { toLaterReading } from './document.mapper.js';

const bothSides = ['RP', 'BP'] as const;

/** How long a document is kept, and its end: both therapists in their own sign-in, and no legal hold. */
@Injectable()
export class CustodyService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: DocumentAccess,
    private readonly custody: CustodyRepository,
    private readonly vault: Vault,
    private readonly records: DocumentRecords,
  ) {}

  /** @throws AppError not_found for anybody but the two therapists, and while the partner's may not know of it. */
  async one(coupleId: string): Promise<DocumentCustodyView> {
    return this.work.run(async () =>
      this.view(await this.access.requireDocument('disclosure.read', coupleId, bothSides)),
    );
  }

  /** Puts down whether the law keeps the document. @throws AppError not_found, version_stale. */
  async lookUpHold(
    coupleId: string,
    { hold }: LookUpDocumentHoldRequest,
    version: number,
  ): Promise<DocumentCustodyView> {
    return this.work.run(async () => {
      const { grant, document } = await this.access.requireDocument('disclosure.record', coupleId, ['RP']);
      const looked = { hold, by: staffId(), at: this.records.now() };
      if (!(await this.custody.keepHold(grant.clinicId, document.id, version, looked)))
        throw new AppError('version_stale');
      await this.records.record('look_up_hold', document.id, document.person_id);
      return this.view(await this.access.requireDocument('disclosure.record', coupleId, bothSides));
    });
  }

  /**
   * The asker's word that the document may go, for each side they hold. The second side's word destroys it.
   * @throws AppError not_found, disclosure_document_kept with what stands against it.
   */
  async sign(coupleId: string): Promise<DocumentCustodyView> {
    return this.work.run(async () => {
      await this.custody.waitToSign(coupleId);
      const found = await this.access.requireDocument('disclosure.record', coupleId, bothSides);
      const { grant, document } = found;
      if (document.destroyed_at !== null) return this.view(found);
      const against = (await this.missing(found)).filter((gap) => !gap.endsWith('_signature'));
      if (against.length > 0) throw new AppError('disclosure_document_kept', { missing: against });
      const now = this.records.now();
      for (const side of heldSides(grant))
        await this.custody.sign(grant.clinicId, document.id, side, staffId(), now);
      await this.records.record('sign_destruction', document.id, document.person_id);
      if ((await this.missing(found)).length === 0) await this.destroy(found, now);
      return this.view(await this.access.requireDocument('disclosure.record', coupleId, bothSides));
    });
  }

  private async destroy({ grant, document }: DocumentInHand, at: Date): Promise<void> {
    const gone = await this.custody.destroy(document.id, at);
    if (gone === null) throw new AppError('disclosure_document_kept', { missing: ['legal_hold'] });
    await this.records.record('destroy', document.id, document.person_id);
    this.work.afterCommit(() => {
      this.vault.forget(grant.clinicId, gone);
    });
  }

  /** What is missing by the rule (FTD-52). */
  private async missing(found: DocumentInHand): Promise<DocumentCustodyView['missing']> {
    const signatures = await this.custody.signatures(found.grant.clinicId, found.document.id);
    return missingOf(found, signatures, this.records.now());
  }

  private async view(found: DocumentInHand): Promise<DocumentCustodyView> {
    const { grant, document, facts } = found;
    const signatures = await this.custody.signatures(grant.clinicId, document.id);
    const { documentRetentionDays } = aroundValues();
    const laterReading = await this.custody.laterReading(grant.clinicId, document.id);
    return {
      versions: document.latest_version,
      askedOn: facts.closedAt && retentionDay(facts.closedAt, grant.timeZone, documentRetentionDays),
      hold: document.legal_hold,
      holdCheckedAt: document.hold_checked_at?.toISOString() ?? null,
      signatures: signatures.map(({ side, name, signed_at: at }) => ({ side, name, at: at.toISOString() })),
      missing: document.destroyed_at === null ? missingOf(found, signatures, this.records.now()) : [],
      destroyedAt: document.destroyed_at?.toISOString() ?? null,
      version: document.version,
      mySides: [...heldSides(grant)],
      laterReading: toLaterReading(laterReading),
      mayAskLater: mayAskLater(found, laterReading),
    };
  }
}

/** For the partner's therapist once the session has begun, while no request waits for its answer. */
function mayAskLater({ grant, facts }: DocumentInHand, newest: LaterReadingRow | null): boolean {
  const begun = facts.sessionStartedAt !== null && facts.destroyedAt === null;
  return heldSides(grant).includes('BP') && begun && (newest === null || newest.until !== null);
}

function missingOf(
  { facts, document }: DocumentInHand,
  signatures: readonly SignatureRow[],
  now: Date,
): DocumentCustodyView['missing'] {
  const signedBy = signatures.map(({ side }) => (side === 'RP' ? ('T_RP' as const) : ('T_BP' as const)));
  const { legal_hold: legalHold, latest_version: versions } = document;
  const result = deleteDocument({ state: facts.state, signedBy, legalHold, versions }, now);
  return result.ok ? [] : [...result.refusal];
}
