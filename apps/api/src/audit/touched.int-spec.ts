import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calmR01 } from '@trellis/fixtures';
import { arrangeCase, assignOne, type ArrangedCase } from '../../test/arrange-case.js';
import { newCouple } from '../../test/arrange.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { CONFIG, type Config } from '../platform/config/env.js';
import { readOptions, UsageError, verifyCommand } from './verify-command.js';

describe('whose records did somebody touch between two instants', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let addedId: string;
  let from: string;
  let between: string;
  let until: string;

  /** An instant that no act shares, by the clock that acts are put on record with. */
  const instant = async (): Promise<string> => {
    await setTimeout(5);
    const [now] = await app.db.sql<{ at: Date }>('SELECT clock_timestamp() AS at');
    await setTimeout(5);
    return now!.at.toISOString();
  };
  const touched = async (actor: string, start: string, end: string): Promise<string[][]> => {
    const words = ['--touched-by', actor, '--from', start, '--until', end];
    const { lines } = await verifyCommand(app.app.get<Config>(CONFIG), readOptions(words));
    return lines.map((line) => line.split('\t'));
  };

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    const rowans = await assignOne(ours.mina, ours.rowanId, 'R01');
    await ours.rowan.call('post', `homework/${rowans}/submission`, {
      body: { answers: calmR01 },
      version: 1,
    });
    from = await instant();
    await ours.mina.call('get', `homework/${rowans}`);
    await ours.mina.call('get', `homework/${rowans}`);
    await ours.jo.call('get', `homework/${rowans}`);
    between = await instant();
    const added = await ours.mina.call('post', 'couples', { body: newCouple(ours.minaId) });
    addedId = String(added.body.id);
    await ours.rowan.call('get', 'homework/today');
    until = await instant();
  });
  afterAll(async () => app.close());

  it('L-1 answers with every person and thing, how often, when first and last, and by which acts', async () => {
    const rows = await touched(ours.minaId, from, until);
    const rowan = rows.find(([, id]) => id === ours.rowanId);
    expect([rowan?.[0], rowan?.[2], rowan?.[5]]).toEqual(['person', '2', 'homework.read']);
    for (const at of [rowan?.[3] ?? '', rowan?.[4] ?? '']) expect(at >= from && at < between).toBe(true);
    const couple = rows.find(([, id]) => id === addedId);
    expect([couple?.[0], couple?.[2], couple?.[5]]).toEqual(['couple', '1', 'couples.create']);
    expect(rows.map(([, id]) => id)).not.toContain(ours.irisId);
  });

  it('L-1 keeps to the two instants, the second not included, and to one actor', async () => {
    expect((await touched(ours.minaId, between, until)).map(([, id]) => id)).not.toContain(ours.rowanId);
    // A reading that was refused has touched nobody.
    expect(await touched(ours.joId, from, until)).toEqual([['nothing']]);
    expect(await touched(ours.danaId, from, until)).toEqual([['nothing']]);
  });

  it.each([
    ['--touched-by', 'nobody', '--from', '2026-01-01T00:00Z', '--until', '2026-01-02T00:00Z'],
    [
      '--touched-by',
      '99999999-9999-4999-8999-999999999999',
      '--from',
      '2026-01-01',
      '--until',
      '2026-01-02T00:00Z',
    ],
    ['--touched-by', '99999999-9999-4999-8999-999999999999', '--from', '2026-01-01T00:00Z'],
    ['--touched-by'],
  ])('says how it is asked when asked wrongly (%s %s)', async (...words) => {
    const ask = async (): Promise<unknown> => verifyCommand(app.app.get<Config>(CONFIG), readOptions(words));
    await expect(ask()).rejects.toThrow(UsageError);
  });
});
