import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calmR01, steadyB01 } from '@trellis/fixtures';
import { arrangeCase, assignOne, type ArrangedCase } from '../../../test/arrange-case.js';
import { arrangeClinic } from '../../../test/arrange.js';
import { ownerVault, type OwnerVault, type SealedValue } from '../../../test/owner-vault.js';
import { testApp, type TestApp } from '../../../test/test-app.js';
import { SealBrokenError } from './envelope.js';
import { sealedColumns, type SealedColumn } from './sealed-columns.js';

const swaps = 10_000;

describe('M12: sealed values that were moved', () => {
  let app: TestApp;
  let ellery: ArrangedCase;
  let owner: OwnerVault;
  let values: SealedValue[];

  beforeAll(async () => {
    app = await testApp();
    ellery = await arrangeCase(app);
    owner = await ownerVault(app.db.ownerUrl, app.dataDir);
    values = [];
    for (const clinicId of [await arrangeClinic(app), await arrangeClinic(app, 'South Quay')]) {
      for (const ownerId of [randomUUID(), randomUUID(), randomUUID()]) {
        for (const column of sealedColumns) values.push(...(await sealTwo(column, clinicId, ownerId)));
      }
    }
  });
  afterAll(async () => {
    await owner.close();
    await app.close();
  });

  it('M12: open where they belong', async () => {
    for (const value of values) expect(await owner.opens(value)).toBe(true);
  });

  it('M12, K-3: of 10,000 swaps over every column, row, person and clinic none opens', async () => {
    const tried = { column: 0, row: 0, owner: 0, clinic: 0 };
    const found: string[] = [];
    for (const [from, to] of pairs()) {
      if (from.column !== to.column) tried.column += 1;
      if (from.rowId !== to.rowId) tried.row += 1;
      if (from.ownerId !== to.ownerId) tried.owner += 1;
      if (from.clinicId !== to.clinicId) tried.clinic += 1;
      if (await owner.opens(from, to)) found.push(`${nameOf(from)} in ${nameOf(to)}`);
    }
    expect(found).toEqual([]);
    for (const count of Object.values(tried)) expect(count).toBeGreaterThan(1000);
    // Every column was moved into every column.
    const moved = new Set(pairs().map(([from, to]) => `${from.column.table} ${to.column.table}`));
    expect(moved.size).toBe(new Set(sealedColumns.map(({ table }) => table)).size ** 2);
  }, 120_000);

  it('M12: two answers swapped in their table are shown to nobody', async () => {
    const rowanTask = await assignOne(ellery.mina, ellery.rowanId, 'R01');
    const irisTask = await assignOne(ellery.jo, ellery.irisId, 'B01');
    await ellery.rowan.call('post', `homework/${rowanTask}/submission`, {
      body: { answers: calmR01 },
      version: 1,
    });
    await ellery.iris.call('post', `homework/${irisTask}/submission`, {
      body: { answers: steadyB01 },
      version: 1,
    });
    expect((await ellery.mina.call('get', `homework/${rowanTask}`)).status).toBe(200);
    await app.db.sql(
      `UPDATE homework_answer a SET sealed = b.sealed FROM homework_answer b
        WHERE a.clinic_id = $1 AND a.task_id = $2 AND b.clinic_id = $1 AND b.task_id = $3`,
      [ellery.clinicId, rowanTask, irisTask],
    );
    const answer = await ellery.mina.call('get', `homework/${rowanTask}`);
    expect([answer.status, answer.body.code]).toEqual([500, 'unexpected']);
    expect(Object.keys(answer.body as object).sort()).toEqual(['code', 'correlationId', 'facts']);
  });

  it('K-3: a wrapped key put in the place of another opens nothing', async () => {
    const [first, second] = values.filter(({ clinicId }) => clinicId === values[0]?.clinicId).filter(byOwner);
    await app.db.sql(
      `UPDATE data_key a SET wrapped = b.wrapped FROM data_key b
        WHERE a.clinic_id = $1 AND b.clinic_id = $1 AND a.owner_id = $2 AND b.owner_id = $3 AND a.kind = b.kind`,
      [first?.clinicId, first?.ownerId, second?.ownerId],
    );
    const fresh = await ownerVault(app.db.ownerUrl, app.dataDir);
    const { column, rowId, clinicId, ownerId, sealed } = first!;
    const place = { table: column.table, column: column.column, rowId, clinicId, ownerId };
    await expect(fresh.inClinic(clinicId, () => fresh.vault.open(place, sealed))).rejects.toThrow(
      SealBrokenError,
    );
    await fresh.close();
  });

  /** Two rows of one column, under one key. */
  async function sealTwo(column: SealedColumn, clinicId: string, ownerId: string): Promise<SealedValue[]> {
    const made: SealedValue[] = [];
    for (const rowId of [randomUUID(), randomUUID()]) {
      const place = { table: column.table, column: column.column, rowId, clinicId, ownerId };
      const sealed = await owner.inClinic(clinicId, () =>
        owner.vault.seal('person', place, `words of ${rowId}`),
      );
      made.push({ column, clinicId, rowId, ownerId, sealed });
    }
    return made;
  }

  /** Steps through all pairs with a stride that shares no factor with their number, so that 10,000 reach every kind. */
  function pairs(): (readonly [SealedValue, SealedValue])[] {
    const all = values.flatMap((from) => values.filter((to) => to !== from).map((to) => [from, to] as const));
    expect(all.length).toBeGreaterThan(10_000 / 2);
    return Array.from({ length: swaps }, (_, n) => all[(n * 7919) % all.length]!);
  }

  function byOwner(value: SealedValue, at: number, list: readonly SealedValue[]): boolean {
    return list.findIndex(({ ownerId }) => ownerId === value.ownerId) === at;
  }

  function nameOf({ column, rowId, ownerId, clinicId }: SealedValue): string {
    return [column.table, rowId, ownerId, clinicId].join('/');
  }
});
