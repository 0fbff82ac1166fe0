import { Injectable } from '@nestjs/common';
import type { TransitionRecord } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Vault } from '../platform/sealing/vault.js';
import type { CoreRow } from './core-facts.js';
import type { DisclosureScope } from './disclosure-parts.service.js';

export interface KeptWords {
  readonly eventId: string;
  readonly record: TransitionRecord;
  readonly people: CoreRow['people'];
  readonly words: string;
}

/**
 * Why a step was taken, in words. They lie with the side that flagged, under the key of its person; joint ones under the
 * key of the clinician who wrote them.
 */
@Injectable()
export class StepWordsKeeper {
  constructor(
    private readonly work: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async keep(
    { clinicId, coupleId }: DisclosureScope,
    { eventId, record, people, words }: KeptWords,
  ): Promise<void> {
    const side = record.reasonSide ?? 'JOINT';
    const person = people.find((one) => one.side === side);
    const ownerId = person?.personId ?? record.actorId;
    const place = { table: 'disclosure_words', column: 'sealed', rowId: eventId, clinicId, ownerId };
    const sealed = await this.vault.seal(person === undefined ? 'staff' : 'person', place, words);
    await this.work.change(
      `INSERT INTO disclosure_words (clinic_id, event_id, couple_id, side, owner_id, sealed, written_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [clinicId, eventId, coupleId, side, ownerId, sealed, record.at],
    );
  }

  /** The words behind a step as row-level security opens them to the asker; null where it opens none. */
  async read(
    { clinicId, coupleId }: DisclosureScope,
    eventId: string,
  ): Promise<{ words: string; side: string; ownerId: string } | null> {
    const [row] = await this.work.rows<{ owner_id: string; side: string; sealed: Buffer }>(
      'SELECT owner_id, side, sealed FROM disclosure_words WHERE clinic_id = $1 AND couple_id = $2 AND event_id = $3',
      [clinicId, coupleId, eventId],
    );
    if (row === undefined) return null;
    const place = {
      table: 'disclosure_words',
      column: 'sealed',
      rowId: eventId,
      clinicId,
      ownerId: row.owner_id,
    };
    return { words: await this.vault.open(place, row.sealed), side: row.side, ownerId: row.owner_id };
  }
}
