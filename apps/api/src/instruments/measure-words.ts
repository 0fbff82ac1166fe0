import { Injectable } from '@nestjs/common';
import type { AnswersByItem } from '@trellis/domain';
import type { SealedPlace } from '../platform/sealing/envelope.js';
import { Vault } from '../platform/sealing/vault.js';
import type { SheetWords } from './measure-row.js';

/** Whose words these are, and of which sheet. */
export interface SheetPlace {
  readonly clinicId: string;
  readonly personId: string;
  readonly sheetId: string;
}

/** Seals and opens answers and scores, under the key of the person who answered and bound to the sheet. */
@Injectable()
export class MeasureWords {
  constructor(private readonly vault: Vault) {}

  seal(sheet: SheetPlace, words: SheetWords): Promise<Buffer> {
    return this.vault.seal('person', placeOf('measure_sheet', sheet), JSON.stringify(words));
  }

  async open(sheet: SheetPlace, sealed: Buffer): Promise<SheetWords> {
    return JSON.parse(await this.vault.open(placeOf('measure_sheet', sheet), sealed)) as SheetWords;
  }

  sealDraft(sheet: SheetPlace, answers: AnswersByItem): Promise<Buffer> {
    return this.vault.seal('person', placeOf('measure_draft', sheet), JSON.stringify(answers));
  }

  async openDraft(sheet: SheetPlace, sealed: Buffer): Promise<AnswersByItem> {
    return JSON.parse(await this.vault.open(placeOf('measure_draft', sheet), sealed)) as AnswersByItem;
  }
}

function placeOf(
  table: 'measure_sheet' | 'measure_draft',
  { clinicId, personId, sheetId }: SheetPlace,
): SealedPlace {
  return { table, column: 'sealed', rowId: sheetId, clinicId, ownerId: personId };
}
