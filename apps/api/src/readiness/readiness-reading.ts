import { Injectable } from '@nestjs/common';
import type { ReadinessWordsView } from '@trellis/contracts';
import { bareSnapshot, type Compartment, type DisclosureSnapshot } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { currentActor } from '../platform/context/request-context.js';
import {
  InformationReleaseRepository,
  type InformationReleaseRecord,
} from './information-release.repository.js';
import { OwnConsentRepository, type ConsentRow } from './own-consent.repository.js';
import { ReadinessMarkRepository, type MarkRow } from './readiness-mark.repository.js';
import { ReadinessRecordRepository, type RecordRow, type WordsRow } from './readiness-record.repository.js';
import { ReadinessWords } from './readiness-words.js';

/** What the reader's own rights open. */
export interface ReadinessRows {
  readonly marks: readonly MarkRow[];
  readonly records: readonly RecordRow[];
  readonly consents: readonly ConsentRow[];
  readonly releases: readonly InformationReleaseRecord[];
  readonly wordsOf: readonly string[];
  readonly coSigners: { readonly id: string; readonly name: string; readonly sides: string[] }[];
  /** The facts where there is no process yet: none. */
  readonly bare: DisclosureSnapshot;
}

const kinds = { note_sealed: 'note', reason_sealed: 'reason', evidence_sealed: 'evidence' } as const;

/** Reads rows and words of readiness with the rights of the asker. */
@Injectable()
export class ReadinessReading {
  constructor(
    private readonly marks: ReadinessMarkRepository,
    private readonly records: ReadinessRecordRepository,
    private readonly consents: OwnConsentRepository,
    private readonly releases: InformationReleaseRepository,
    private readonly sealed: ReadinessWords,
    private readonly audit: AuditWriter,
  ) {}

  async rows(grant: CaseGrant, processId: string | null): Promise<ReadinessRows> {
    const under = processId !== null;
    return {
      marks: under ? await this.marks.newest(grant, processId) : [],
      records: await this.records.newest(grant),
      consents: under ? await this.consents.newest(grant, processId) : [],
      releases: await this.releases.list(grant),
      wordsOf: await this.records.withWords(grant),
      coSigners: await this.marks.coSigners(grant, currentActor().id),
      bare: bareSnapshot('NOT_STARTED', grant.timeZone),
    };
  }

  async words(grant: CaseGrant, side: Compartment, most: number): Promise<ReadinessWordsView['words']> {
    const rows = await this.records.words(grant, side, most);
    const personId = side === 'JOINT' ? null : await this.records.personOf(grant, side);
    await this.audit.record({
      ...{ action: 'readiness.read', resource: 'readiness', resourceId: grant.coupleId, decision: 'allowed' },
      ...(personId === null ? {} : { personId }),
    });
    const words = [];
    for (const row of rows) words.push(await this.opened(grant, row));
    return words;
  }

  private async opened({ clinicId }: CaseGrant, row: WordsRow): Promise<ReadinessWordsView['words'][number]> {
    const place = { clinicId, rowId: row.id, ownerId: row.key_owner_id, side: row.side };
    return {
      ...{ id: row.id, kind: kinds[row.column], about: row.about, at: row.at.toISOString() },
      ...{ byName: row.by_name, text: await this.sealed.open(place, row.column, row.sealed) },
    };
  }
}
