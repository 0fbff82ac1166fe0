import { describe, expect, it } from '@jest/globals';
import { laneOfCode, packIdOf, packKeyOf, planOfPack, samePack, type PackContent } from './packs.js';

const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
const pack: PackContent = {
  name: 'After a move',
  stage: 1,
  exercises: [
    { code: 'B01' },
    { code: 'R01' },
    { code: 'C01', then: true },
    { code: 'RX01' },
    { code: 'BX12' },
  ],
};

describe('packs of a clinic (HW-83)', () => {
  it('give each exercise to whom its code names, in the order of the pack', () => {
    expect(planOfPack(id, pack)).toEqual({
      key: 'pack_0f8fad5bd9cb469fa16570867728950e',
      title: { en: 'After a move', es: 'After a move' },
      stage: 1,
      exercises: {
        RP: [{ code: 'R01' }, { code: 'RX01' }],
        BP: [{ code: 'B01' }, { code: 'BX12' }],
        JOINT: [{ code: 'C01', then: true }],
      },
    });
    expect(['R01', 'BX02', 'C20'].map(laneOfCode)).toEqual(['RP', 'BP', 'JOINT']);
  });

  it('have a key from which the id is read again, unlike the key of any default plan', () => {
    expect(packIdOf(packKeyOf(id))).toBe(id);
    for (const other of ['stage_1_starter', 'pack_', `${packKeyOf(id)}0`, `x${packKeyOf(id)}`, 'pack_zz'])
      expect(packIdOf(other)).toBeNull();
  });

  it('are the same only with the same name, stage, exercises, order and waiting', () => {
    expect(samePack(pack, { ...pack, exercises: [...pack.exercises] })).toBe(true);
    for (const change of [
      { name: 'After a loss' },
      { stage: null },
      { exercises: [...pack.exercises].reverse() },
      { exercises: pack.exercises.map(({ code }) => ({ code })) },
      { exercises: pack.exercises.slice(1) },
    ] as const)
      expect(samePack(pack, { ...pack, ...change })).toBe(false);
  });
});
