import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { asClinicId } from '@trellis/domain';
import { withContext } from '../src/platform/context/request-context.js';
import { DataSources } from '../src/platform/database/data-sources.js';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { DataKeyRepository } from '../src/platform/sealing/data-key.repository.js';
import { KeyCache } from '../src/platform/sealing/key-cache.js';
import { FileMasterKeys } from '../src/platform/sealing/master-keys.js';
import { sealedColumns, type SealedColumn } from '../src/platform/sealing/sealed-columns.js';
import { Vault } from '../src/platform/sealing/vault.js';

/** A sealed value where it stands. */
export interface SealedValue {
  readonly column: SealedColumn;
  readonly clinicId: string;
  readonly rowId: string;
  readonly ownerId: string;
  readonly sealed: Buffer;
}

/** A vault over any database with everything an operator has: the owner's sign-in and the key file. */
export interface OwnerVault {
  readonly vault: Vault;
  /** Runs as the product itself inside a clinic. */
  inClinic<T>(clinicId: string, work: () => Promise<T>): Promise<T>;
  /** Every sealed value of the database. */
  values(): Promise<SealedValue[]>;
  opens(value: SealedValue, place?: SealedValue): Promise<boolean>;
  close(): Promise<void>;
}

export async function ownerVault(ownerUrl: string, dataDir: string): Promise<OwnerVault> {
  const sources = await DataSources.connect({ api: ownerUrl, worker: ownerUrl, auth: ownerUrl }, [], 2);
  const work = new UnitOfWork(sources);
  const masters = new FileMasterKeys(join(dataDir, 'master.key'));
  const vault = new Vault(masters, new DataKeyRepository(work), new KeyCache());
  const inClinic: OwnerVault['inClinic'] = (clinicId, act) => {
    const actor = { clinicId: asClinicId(clinicId), id: clinicId, role: 'system' } as const;
    return withContext({ correlationId: randomUUID(), surface: 'job', actor }, () => work.run(act));
  };
  return {
    vault,
    inClinic,
    values: async () => {
      const all: SealedValue[] = [];
      for (const column of sealedColumns) all.push(...(await valuesOf(work, column)));
      return all;
    },
    opens: (value, place = value) =>
      inClinic(place.clinicId, async () => {
        const { table, column } = place.column;
        const { rowId, clinicId, ownerId } = place;
        return vault.open({ table, column, rowId, clinicId, ownerId }, value.sealed).then(
          () => true,
          () => false,
        );
      }),
    close: () => sources.onApplicationShutdown(),
  };
}

function valuesOf(work: UnitOfWork, column: SealedColumn): Promise<SealedValue[]> {
  return work.runAsAuth(async () => {
    const rows = await work.rows<Omit<SealedValue, 'column'>>(
      `SELECT clinic_id::text AS "clinicId", ${column.rowId}::text AS "rowId", ${column.ownerId}::text AS "ownerId",
        ${column.column} AS sealed FROM ${column.table} WHERE length(${column.column}) > 45`,
    );
    return rows.map((row) => ({ ...row, column }));
  });
}
