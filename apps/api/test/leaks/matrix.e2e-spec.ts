import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from './acts-table.js';
import { Matrix } from './matrix.js';
import { Questions, viewersOf } from './matrix-cells.js';
import { unrecorded } from './recorded.js';
import { disclosures, World } from './world.js';

/** Couples that each viewer asks for, by story: own team, outside, transferred, separated, closed, withdrawn. */
const asked = [0, 5, 8, 9, 10, 11];

describe('every role, every route, every relation', () => {
  let world: World;
  let matrix: Matrix;
  let questions: Questions;

  beforeAll(async () => {
    world = await World.tell(5, undefined, {}, disclosures);
    await world.orderExports();
    matrix = new Matrix(world);
    questions = await Questions.from(world);
    const [cast, elsewhere] = [world.clinics[0]!, world.clinics[1]!];
    const own = world.couples.get(cast.clinicId)!;
    const couples = [...asked.map((n) => own[n]!), world.couples.get(elsewhere.clinicId)![0]!];
    for (const viewer of viewersOf(world, cast, elsewhere)) await matrix.ask(questions.of(viewer, couples));
  }, 900_000);
  afterAll(async () => world.close());

  it('knows a right call of every handler, and who may do what', () => {
    expect(questions.unknownHandlers).toEqual([]);
    const writes = questions.routes.filter(({ method }) => method !== 'get').map(({ handler }) => handler);
    expect(writes.filter((handler) => actors[handler] === undefined)).toEqual([]);
  });

  it('M1: shows nobody what they may not know, and answers for it as for what does not exist', () => {
    expect(matrix.watch.leaks.slice(0, 20)).toEqual([]);
    expect(matrix.cells).toBeGreaterThan(15_000);
  });

  it('M1: is shown the words of every kind by those who may read them', () => {
    const { met } = matrix.watch;
    expect([...met.keys()].filter((kind) => / (P\d|draft) /.test(kind)).sort()).toEqual([
      'person P0 RP',
      'person P1 BP',
      'person P1 RP',
      'person draft BP',
      'person draft RP',
      'therapist P1 BP',
      'therapist P1 RP',
    ]);
  });

  it('M1: is shown the words of a disclosure by those who may read them', () => {
    expect([...matrix.watch.met.keys()]).toEqual(
      expect.arrayContaining([
        ...['person section RP', 'person version RP', 'person question BP', 'person plan BP'],
        ...['therapist version RP', 'therapist inventory RP', 'therapist question BP', 'therapist advice BP'],
        ...['therapist lettertext RP', 'therapist readiness BP', 'therapist plan RP', 'therapist check RP'],
        ...['therapist leftout RP', 'therapist slip RP', 'therapist step BP'],
      ]),
    );
  });

  it('M18: leaves an audit row for every word that staff were shown', async () => {
    expect(matrix.watch.readings.length).toBeGreaterThan(10);
    expect(await unrecorded(world, matrix.watch.readings)).toEqual([]);
  });
});
