import { randomUUID } from 'node:crypto';
import { asClinicId } from '@trellis/domain';
import type { AuditWriter } from '../audit/audit-writer.js';
import { withContext, type Actor } from '../platform/context/request-context.js';
import type { UnitOfWork } from '../platform/database/unit-of-work.js';
import { wrapPlace } from '../platform/sealing/envelope.js';
import type { MasterKeys } from '../platform/sealing/master-keys.js';
import { sealedColumns, type SealedColumn } from '../platform/sealing/sealed-columns.js';
import type { Vault } from '../platform/sealing/vault.js';
import type { KeyRotationRepository, SealedRow } from './key-rotation.repository.js';

const batch = 100;

/** What a rotation did in one clinic. */
export interface ClinicRotation {
  readonly renewed: number;
  readonly resealed: number;
  readonly destroyed: number;
  /** Retired keys that are kept for now. */
  readonly waiting: number;
}

/**
 * Changes keys while the servers run. Each step is a short transaction and finds what is left to do by itself: a
 * rotation that was cut off goes on where it was. Nothing is destroyed that anything needs or needed a moment ago.
 */
export class KeyRotation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rows: KeyRotationRepository,
    private readonly vault: Vault,
    private readonly masters: MasterKeys,
    private readonly audit: AuditWriter,
  ) {}

  clinics(): Promise<string[]> {
    return this.work.runAsAuth(() => this.rows.clinics());
  }

  /** Wraps every clinic key under the current master key; words are not touched. Answers how many. */
  async rewrapClinics(): Promise<number> {
    const currentId = await this.masters.currentId();
    const keys = await this.work.runAsAuth(() => this.rows.underOtherMasters(currentId));
    let rewrapped = 0;
    for (const key of keys) {
      const place = wrapPlace(key.clinic_id, key.id, key.owner_id);
      const wrapped = await this.masters.wrap(place, await this.masters.unwrap(place, key.wrapped));
      const changed = await this.inClinic(key.clinic_id, async () => {
        if (!(await this.rows.rewrap(key, wrapped))) return false;
        await this.note('keys.rewrap', key.id);
        return true;
      });
      if (changed) rewrapped += 1;
    }
    return rewrapped;
  }

  /** Gives a clinic a new key; `carryOn` does the rest. */
  async begin(clinicId: string): Promise<void> {
    await this.inClinic(clinicId, async () => {
      const id = await this.vault.renew(clinicId, 'clinic', clinicId);
      await this.note('keys.rotate', id);
    });
  }

  /**
   * New keys for everybody whose key is from before the rotation, words under them, and an end to what nothing has
   * needed for `graceSeconds`. That has to be longer than any transaction of a server.
   */
  async carryOn(clinicId: string, graceSeconds: number): Promise<ClinicRotation> {
    const renewed = await this.renewKeys(clinicId);
    const resealed = await this.resealAll(clinicId);
    const { destroyed, waiting } = await this.sweep(clinicId, graceSeconds);
    return { renewed, resealed, destroyed, waiting };
  }

  private async renewKeys(clinicId: string): Promise<number> {
    let renewed = 0;
    for (;;) {
      const old = await this.inClinic(clinicId, () => this.rows.beforeRotation(clinicId, batch));
      if (old.length === 0) return renewed;
      for (const { kind, owner_id } of old) {
        await this.inClinic(clinicId, () => this.vault.renew(clinicId, kind, owner_id));
        renewed += 1;
      }
    }
  }

  private async resealAll(clinicId: string): Promise<number> {
    let resealed = 0;
    for (const column of sealedColumns) resealed += await this.resealColumn(column, clinicId);
    return resealed;
  }

  /** Again from the start until a whole pass finds nothing: rows move when they are written. */
  private async resealColumn(column: SealedColumn, clinicId: string): Promise<number> {
    let resealed = 0;
    for (let found = true; found;) {
      found = false;
      let behind = '(0,0)';
      for (;;) {
        const from = behind;
        const rows = await this.inClinic(clinicId, () =>
          this.rows.underRetired(column, clinicId, from, batch),
        );
        for (const row of rows) if (await this.resealRow(column, clinicId, row)) resealed += 1;
        found ||= rows.length > 0;
        if (rows.length < batch) break;
        behind = rows.at(-1)?.place ?? behind;
      }
    }
    return resealed;
  }

  /** One row, one transaction: nobody who writes waits for more than that. */
  private resealRow(
    { table, column, ...rest }: SealedColumn,
    clinicId: string,
    row: SealedRow,
  ): Promise<boolean> {
    const place = { table, column, rowId: row.row_id, clinicId, ownerId: row.owner_id };
    return this.inClinic(clinicId, async () => {
      const sealed = await this.vault.reseal(place, row.sealed);
      return sealed !== null && this.rows.replace({ table, column, ...rest }, row, sealed);
    });
  }

  private async sweep(
    clinicId: string,
    graceSeconds: number,
  ): Promise<{ destroyed: number; waiting: number }> {
    const retired = await this.inClinic(clinicId, () => this.rows.retired(clinicId));
    let destroyed = 0;
    for (const { id, used } of retired) {
      const gone = await this.inClinic(clinicId, async () => {
        await this.rows.noteUse(clinicId, id, used);
        if (used || !(await this.rows.destroy(clinicId, id, graceSeconds))) return false;
        await this.note('keys.destroy', id);
        return true;
      });
      if (gone) destroyed += 1;
    }
    return { destroyed, waiting: retired.length - destroyed };
  }

  private note(action: string, keyId: string): Promise<void> {
    return this.audit.record({ action, resource: 'data_key', resourceId: keyId, decision: 'allowed' });
  }

  private inClinic<T>(clinicId: string, step: () => Promise<T>): Promise<T> {
    const actor: Actor = { clinicId: asClinicId(clinicId), id: clinicId, role: 'system' };
    return withContext({ correlationId: randomUUID(), surface: 'job', actor }, () => this.work.run(step));
  }
}
