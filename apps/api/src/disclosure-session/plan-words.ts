import { Injectable } from '@nestjs/common';
import type { SupportPlanView } from '@trellis/contracts';
import type { SealedPlace } from '../platform/sealing/envelope.js';
import { Vault } from '../platform/sealing/vault.js';
import type { PlanRow } from './preparation.repository.js';

export type PlanLine = SupportPlanView['lines'][number];

/** Seals and opens plans under their author's own key, each bound to its row. */
@Injectable()
export class PlanWords {
  constructor(private readonly vault: Vault) {}

  async seal(clinicId: string, rowId: string, personId: string, lines: readonly PlanLine[]): Promise<Buffer> {
    const filled = lines.filter(({ text }) => text.trim() !== '');
    return this.vault.seal('person', placeOf(clinicId, rowId, personId), JSON.stringify(filled));
  }

  async open(clinicId: string, row: Pick<PlanRow, 'id' | 'person_id'>, sealed: Buffer): Promise<PlanLine[]> {
    const text = await this.vault.open(placeOf(clinicId, row.id, row.person_id), sealed);
    return JSON.parse(text) as PlanLine[];
  }
}

function placeOf(clinicId: string, rowId: string, ownerId: string): SealedPlace {
  return { table: 'support_plan', column: 'sealed', rowId, clinicId, ownerId };
}
