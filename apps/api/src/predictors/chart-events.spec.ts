import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '@trellis/domain';
import { noActs } from './acts/act-facts.js';
import { chartEvents } from './chart-events.js';
import type { CoupleFacts, SessionFact } from './predictors.repository.js';

const zone = 'America/Chicago';
const now = new Date('2025-04-20T18:00:00Z');
const session = (side: SessionFact['side'], on: string, places: SessionFact['places']): SessionFact => ({
  ...{ kind: side === 'JOINT' ? 'couple' : 'individual', side, on: asLocalDate(on), places, movedTo: null },
});

const facts: CoupleFacts = {
  ...{ ratings: [], consented: ['RP', 'BP'], homework: [], leads: false },
  slips: [
    // Ten in the evening in Chicago is the next day in London.
    { at: '2025-02-20T04:00:00Z', partner: 'told', partnerAt: '2025-02-21T01:00:00Z', agreed: null },
    {
      at: '2025-03-02T18:00:00Z',
      partner: 'partner_found_out',
      partnerAt: '2025-03-05T18:00:00Z',
      agreed: null,
    },
    { at: '2025-04-19T18:00:00Z', partner: 'told', partnerAt: '2025-04-22T18:00:00Z', agreed: null },
  ],
  sessions: [
    session('RP', '2025-02-04', { RP: 'attended' }),
    session('BP', '2025-02-05', { BP: 'attended' }),
    session('JOINT', '2025-02-06', { RP: 'attended', BP: 'no_show' }),
    session('RP', '2025-02-11', { RP: 'no_show' }),
    session('RP', '2025-04-29', { RP: 'expected' }),
  ],
  acts: { ...noActs, disclosuresOn: [asLocalDate('2025-03-28'), asLocalDate('2025-06-01')] },
  letters: ['2025-04-17T19:00:00Z'],
  limits: null,
};
const seen = (mySides: readonly ('RP' | 'BP' | 'JOINT')[], change: Partial<CoupleFacts> = {}) =>
  chartEvents({ timeZone: zone, mySides }, { ...facts, ...change }, now);

describe('events on the axis of the charts', () => {
  it('are what took place until now, by local day: sessions somebody came to, slips told, disclosure, letter', () => {
    expect(seen(['RP']).marks.map(({ kind, on }) => `${on} ${kind}`)).toEqual([
      '2025-02-04 session',
      '2025-02-06 session',
      '2025-02-19 slip',
      '2025-03-02 slip',
      '2025-03-28 disclosure',
      '2025-04-17 letter',
    ]);
  });

  it('hold no session of a side that is closed to the asker, as the calendar holds none', () => {
    const sessions = (sides: readonly ('RP' | 'BP' | 'JOINT')[]) =>
      seen(sides).marks.flatMap(({ kind, on }) => (kind === 'session' ? [on] : []));
    expect(sessions(['BP'])).toEqual(['2025-02-05', '2025-02-06']);
    expect(sessions(['JOINT'])).toEqual(['2025-02-06']);
    expect(sessions(['RP', 'BP'])).toEqual(['2025-02-04', '2025-02-05', '2025-02-06']);
  });

  it('tint the time after a slip that was told, a disclosure and a letter, not after one that was found out', () => {
    expect(seen(['JOINT']).turbulence).toEqual([
      { cause: 'slip_told', from: '2025-02-20', through: '2025-03-06' },
      { cause: 'disclosure', from: '2025-03-28', through: '2025-04-18' },
      { cause: 'letter', from: '2025-04-17', through: '2025-05-01' },
    ]);
  });

  it('follow what the clinic set', () => {
    const [first] = seen(['JOINT'], { limits: { slipTurbulence: 7 } }).turbulence;
    expect(first).toEqual({ cause: 'slip_told', from: '2025-02-20', through: '2025-02-27' });
  });
});
