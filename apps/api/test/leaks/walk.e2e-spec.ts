import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HostedWorker } from '../../src/platform/jobs/hosted-worker.js';
import { usualTiming } from '../../src/platform/jobs/job-timing.js';
import { acts } from './acts/all.js';
import { LogLines } from './log-lines.js';
import { unrecorded } from './recorded.js';
import { holdsMark, lettersIn, sweepFiles, sweepTables } from './sweep.js';
import { Walk } from './walk.js';
import { disclosures, World } from './world.js';

const steps = Number(process.env['PROOF_STEPS'] ?? 5000);
const seed = Number(process.env['PROOF_SEED'] ?? 20_250_106);

describe(`${String(steps)} random steps from seed ${String(seed)}`, () => {
  let world: World;
  let walk: Walk;
  const log = new LogLines();

  beforeAll(async () => {
    log.begin();
    const settings = { TRELLIS_LOG_LEVEL: 'info', TRELLIS_ERASURE_HOLD_DAYS: '0' };
    world = await World.tell(5, undefined, settings, disclosures);
    await world.app.app.get(HostedWorker).start({ ...usualTiming, pollMs: 200, backoffMs: 50 });
    walk = new Walk(world, seed);
    await walk.steps(steps, acts);
  }, 3_600_000);
  afterAll(async () => {
    await world.close();
    log.end();
  });

  it('M2: shows nobody what they may not know', () => {
    expect(walk.watch.leaks).toEqual([]);
    expect([...walk.counts.keys()].sort()).toEqual(acts.map(({ name }) => name).sort());
    expect(walk.watch.met.get('therapist P1 RP')).toBeGreaterThan(steps / 200);
    expect(walk.watch.met.get('person draft BP')).toBeGreaterThan(steps / 500);
    const erased = [...world.facts.people.values()].filter(({ erased: gone }) => gone);
    expect(erased.length).toBeGreaterThan(Math.min(5, steps / 1000));
  });

  it('M18: leaves an audit row for every word that staff were shown', async () => {
    expect(walk.watch.readings.length).toBeGreaterThan(steps / 100);
    expect(await unrecorded(world, walk.watch.readings)).toEqual([]);
  });

  it('P-1: writes to each person the words that everybody gets', () => {
    const toPeople = lettersIn(world).filter(({ to }) => to.includes('-wish-'));
    expect(toPeople.length).toBeGreaterThan(steps / 1000);
    // One letter for a session, one for everything else, in two languages.
    expect(new Set(toPeople.map(({ text }) => text)).size).toBeLessThanOrEqual(4);
    const addressees = toPeople.map(({ to }) => world.facts.marks.get(to.split('@')[0] ?? '')?.kind);
    expect(addressees.filter((kind) => kind !== 'words' && kind !== 'erased')).toEqual([]);
  });

  it('M4: leaves no readable words in any table, queue, file, letter or line of the log', async () => {
    expect(await sweepTables(world)).toEqual([]);
    expect(sweepFiles(world)).toEqual([]);
    expect(log.lines.length).toBeGreaterThan(steps);
    expect(log.lines.filter(holdsMark)).toEqual([]);
  });
});
