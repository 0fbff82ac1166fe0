import { describe, expect, it } from '@jest/globals';
import { preferenceDomains } from './library/c14-domains.js';
import { mutualRows, preferences, revokeRow, type PreferenceMap } from './mutual-rows.js';

const domains = preferenceDomains.map(({ value }) => value);

/** A small repeatable source of numbers (mulberry32), 0 to 1. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function randomMap(next: () => number): PreferenceMap {
  const answers = domains.flatMap((domain) => {
    const drawn = Math.floor(next() * 5);
    const answer = preferences[drawn];
    return answer === undefined ? [] : [[domain, { answer, condition: `c ${drawn.toString()}` }] as const];
  });
  return {
    ...{ answers: Object.fromEntries(answers), releasedByAuthor: true, approvedByTherapist: true },
    revoked: domains.filter(() => next() < 0.1),
  };
}

/** The same map with every closed topic closed in another way: left out, no, "do not ask" or taken back. */
function closedOtherwise(map: PreferenceMap, next: () => number): PreferenceMap {
  let changed: PreferenceMap = { ...map, revoked: [] };
  for (const domain of domains) {
    const given = map.answers[domain]?.answer;
    if ((given === 'yes' || given === 'maybe') && !map.revoked.includes(domain)) continue;
    const { [domain]: _, ...others } = changed.answers;
    const way = Math.floor(next() * 4);
    const answer = (['yes', 'no', 'do_not_ask'] as const)[way];
    changed = { ...changed, answers: answer === undefined ? others : { ...others, [domain]: { answer } } };
    if (answer === 'yes') changed = revokeRow(changed, domain);
  }
  return changed;
}

describe('mutual rows of random maps (HW-32)', () => {
  it('read the same however the other closed a topic, to both, in 1000 pairs', () => {
    const next = numbersFrom(20250106);
    let shown = 0;
    for (let pair = 0; pair < 1000; pair += 1) {
      const [RP, BP] = [randomMap(next), randomMap(next)];
      const rows = JSON.stringify(mutualRows(domains, { RP, BP }));
      expect(JSON.stringify(mutualRows(domains, { RP: closedOtherwise(RP, next), BP }))).toBe(rows);
      expect(JSON.stringify(mutualRows(domains, { RP, BP: closedOtherwise(BP, next) }))).toBe(rows);
      shown += (JSON.parse(rows) as unknown[]).length;
    }
    expect(shown).toBeGreaterThan(1000);
  });

  it('show no topic that one of them closed, and keep the order of the topics', () => {
    const next = numbersFrom(7);
    for (let pair = 0; pair < 200; pair += 1) {
      const maps = { RP: randomMap(next), BP: randomMap(next) };
      const rows = mutualRows(domains, maps).map(({ domain }) => domain);
      expect(rows).toEqual(domains.filter((domain) => rows.includes(domain)));
      for (const map of [maps.RP, maps.BP])
        for (const domain of rows) {
          expect(['yes', 'maybe']).toContain(map.answers[domain]?.answer);
          expect(map.revoked).not.toContain(domain);
        }
    }
  });
});
