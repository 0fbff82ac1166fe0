import { Injectable } from '@nestjs/common';
import {
  mutualRows,
  preferenceDomains,
  preferencesOf,
  type Answers,
  type MutualRow,
  type PersonId,
  type PreferenceMap,
  type Track,
} from '@trellis/domain';
import type { CaseGrant } from '../../access/case-access.js';
import type { PersonGrant } from '../../access/person-access.js';
import { Vault } from '../../platform/sealing/vault.js';
import { MapsRepository } from './maps.repository.js';

/** Rows that both left open, and whose words they are. */
export interface Meeting {
  readonly rows: readonly MutualRow[];
  readonly owners: readonly PersonId[];
}

/** Which rows of two maps both left open. Everything else of the maps is forgotten here. */
@Injectable()
export class MapReader {
  constructor(
    readonly rows: MapsRepository,
    private readonly vault: Vault,
  ) {}

  /** In the order of the topics; none while a map is not in or not approved (HW-32). */
  async mutual(grant: CaseGrant | PersonGrant, workId: string): Promise<Meeting> {
    const maps: Record<Track, PreferenceMap | null> = { RP: null, BP: null };
    const halves = await this.rows.both(grant, workId);
    for (const half of halves) {
      const place = {
        ...{ table: 'homework_answer', column: 'sealed', rowId: half.answer_id },
        ...{ clinicId: grant.clinicId, ownerId: half.person_id },
      };
      const answers = JSON.parse(await this.vault.open(place, half.sealed)) as Answers;
      maps[half.side] = {
        ...{ answers: preferencesOf(answers), releasedByAuthor: true, approvedByTherapist: true },
        revoked: half.taken,
      };
    }
    const domains = preferenceDomains.map(({ value }) => value);
    return { rows: mutualRows(domains, maps), owners: halves.map(({ person_id: owner }) => owner) };
  }
}
