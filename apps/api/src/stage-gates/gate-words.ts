import { Injectable } from '@nestjs/common';
import { Vault } from '../platform/sealing/vault.js';
import type { SealedPlace } from '../platform/sealing/envelope.js';

type Table = 'gate_fact' | 'gate_closing' | 'safety_index';
type Row = Pick<SealedPlace, 'clinicId' | 'rowId' | 'ownerId'>;
const columns: Readonly<Record<Table, string>> = {
  gate_fact: 'note_sealed',
  gate_closing: 'reason_sealed',
  safety_index: 'sealed',
};

/** Notes, reasons and index answers: under the key of the person they are about, joint ones under the writer's. */
@Injectable()
export class GateWords {
  constructor(private readonly vault: Vault) {}

  /** Null stays null. `byWriter`: the key is the writing clinician's. */
  async seal(table: Table, row: Row, byWriter: boolean, text: string | null): Promise<Buffer | null> {
    if (text === null) return null;
    return this.vault.seal(byWriter ? 'staff' : 'person', { ...row, table, column: columns[table] }, text);
  }

  async open(table: Table, row: Row, sealed: Buffer): Promise<string> {
    return this.vault.open({ ...row, table, column: columns[table] }, sealed);
  }
}
