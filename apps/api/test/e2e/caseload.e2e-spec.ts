import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CaseloadPageView } from '@trellis/contracts';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { arrangeClinic, arrangeStaff, enrolBoth, newCouple, signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

describe('the caseload', () => {
  let app: TestApp;
  let clinicId: string;
  let mina: string;
  let client: TestClient;
  const ids: string[] = [];

  beforeAll(async () => {
    app = await testApp();
    clinicId = await arrangeClinic(app);
    mina = await arrangeStaff(app, clinicId, 'therapist', 'Mina Castellan');
    client = await signedIn(app, clinicId, mina, 'therapist');
    const names = [
      'Ellery',
      'Birch',
      'Birch',
      'birch',
      'Núñez & Vale',
      'Gale',
      'Harrow_1',
      'Linden',
      'Birch',
    ];
    for (const name of names)
      ids.push((await client.call('post', 'couples', { body: newCouple(mina, { name }) })).body.id);
    await app.db.sql('UPDATE couple SET stage = 2 WHERE id = ANY ($1)', [ids.slice(0, 4)]);
  });
  afterAll(async () => app.close());

  async function page(query: string, as = client): Promise<CaseloadPageView> {
    const answer = await as.call('get', `caseload?${query}`);
    expect(answer.status).toBe(200);
    return answer.body as CaseloadPageView;
  }

  async function allPages(sort: string, limit: number): Promise<CaseloadPageView['couples'][number][]> {
    const rows = [];
    let cursor = '';
    do {
      const next = await page(`sort=${sort}&limit=${String(limit)}${cursor}`);
      rows.push(...next.couples);
      expect(next.total).toBe(ids.length);
      cursor = next.nextCursor === null ? '' : `&cursor=${next.nextCursor}`;
    } while (cursor !== '');
    return rows;
  }

  it.each(['name', 'stage', 'began'])(
    'pages by %s without gap or repeat, also where couples are equal',
    async (sort) => {
      for (const limit of [1, 2, 4, 100]) {
        const rows = await allPages(sort, limit);
        expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
      }
      const [byStage, byName] = [await allPages('stage', 2), await allPages('name', 2)];
      expect(byStage.map(({ stage }) => stage)).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2]);
      expect(byName.map(({ name }) => name.toLowerCase()).slice(0, 5)).toEqual([
        'birch',
        'birch',
        'birch',
        'birch',
        'ellery',
      ]);
    },
  );

  it.each([
    ['ell', ['Ellery']],
    ['elery', ['Ellery']],
    ['lindne', ['Linden']],
    ['nunez', ['Núñez & Vale']],
    ['%25', []],
    ['harrow_', ['Harrow_1']],
    ['_', []],
    ['nobody', []],
  ])('finds by "%s"', async (search, names) => {
    const found = await page(`search=${search}`);
    const expected = search === '%25' || search === '_' ? ids.length : names.length;
    expect(found.total).toBe(expected);
    if (expected === names.length) expect(found.couples.map(({ name }) => name)).toEqual(names);
  });

  it("finds by a person's name and pages within what it found", async () => {
    const first = await page('search=rowna&limit=4');
    expect([first.couples.length, first.total]).toEqual([4, 9]);
    const rest = await page(`search=rowna&limit=100&cursor=${String(first.nextCursor)}`);
    expect([rest.couples.length, rest.nextCursor]).toEqual([5, null]);
  });

  it.each(['limit=0', 'limit=101', 'sort=weather', 'cursor=nonsense', 'colour=red'])(
    'refuses %s',
    async (query) => {
      const answer = await client.call('get', `caseload?${query}`);
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid_request']);
    },
  );

  it("refuses a cursor of another order and one that names another therapist's couple", async () => {
    const { nextCursor } = await page('limit=1');
    expect((await client.call('get', `caseload?sort=stage&cursor=${String(nextCursor)}`)).status).toBe(400);
    const other = await signedIn(
      app,
      clinicId,
      await arrangeStaff(app, clinicId, 'therapist', 'Jo Whitlock'),
      'therapist',
    );
    expect((await other.call('get', `caseload?cursor=${String(nextCursor)}`)).status).toBe(400);
    expect(await page('', other)).toEqual({ couples: [], nextCursor: null, total: 0 });
  });

  it('takes one statement, two with a search, besides the one that finds the session', async () => {
    const rows = jest.spyOn(app.app.get(UnitOfWork), 'rows');
    const texts = (): string[] =>
      rows.mock.calls.map(([text]) => text).filter((text) => !/\bsession\b/.test(text));
    await page('limit=100');
    expect(texts()).toHaveLength(1);
    rows.mockClear();
    await page('limit=100&search=birch');
    expect(texts()).toHaveLength(2);
    rows.mockRestore();
  });

  it('draws composites only while both people agree to be measured, and none for an admin', async () => {
    const [coupleId = ''] = ids;
    await keep(coupleId);
    const points = async (as = client): Promise<unknown> => {
      const { couples } = await page('search=ellery', as);
      return couples[0]!.sparklines.find(({ predictor }) => predictor === 'CT')?.points;
    };
    await enrolBoth(app, coupleId, ['privacy']);
    expect(await points()).toEqual([]);
    await enrolBoth(app, coupleId, ['measurement']);
    expect(await points()).toEqual([{ readOn: await lastSunday(), value: 50, partial: false }]);
    const admin = await signedIn(
      app,
      clinicId,
      await arrangeStaff(app, clinicId, 'clinic_admin', 'Dale Moss'),
      'clinic_admin',
    );
    const [row] = (await page('search=ellery', admin)).couples;
    expect(row).toMatchObject({ name: 'Ellery', sparklines: [], mySides: [] });
    await app.db.sql(
      "UPDATE consent SET withdrawn_at = now() WHERE person_id = (SELECT person_id FROM enrolment WHERE couple_id = $1 AND side = 'BP')",
      [coupleId],
    );
    expect(await points()).toEqual([]);
  });

  async function lastSunday(): Promise<string> {
    const [row] = await app.db.sql<{ on: string }>(
      "SELECT (date_trunc('week', now()) - interval '1 day')::date::text AS on",
    );
    return row!.on;
  }

  async function keep(coupleId: string): Promise<void> {
    await app.db.sql(
      `INSERT INTO predictor_reading (clinic_id, id, couple_id, window_from, window_ends_on, predictor, composite, kind,
          sources, scores, counts, n_expected, n_done, weights_version, item_set_version, computed_at)
        VALUES ($1, $2, $3, $4::date - 13, $4, 'CT', '50/1', 'full', '{R,B,T}', '{}', '{}', 3, '3/1', '1', '1', now())`,
      [clinicId, randomUUID(), coupleId, await lastSunday()],
    );
  }
});
