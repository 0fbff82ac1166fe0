import { downloadsLeft, shortChecksum } from './ledger-line';

const now = new Date('2025-06-24T12:00:00Z');
const done = { state: 'done', downloads: 0, expiresAt: '2025-06-25T12:00:00Z' } as const;

describe('a line of the ledger', () => {
  it('counts the fetches that are left down to none', () => {
    expect([0, 1, 3, 4].map((downloads) => downloadsLeft({ ...done, downloads }, now))).toEqual([3, 2, 0, 0]);
  });

  it('offers nothing before the file is there and after its time', () => {
    expect(downloadsLeft({ ...done, state: 'running' }, now)).toBe(0);
    expect(downloadsLeft({ ...done, expiresAt: now.toISOString() }, now)).toBe(0);
  });

  it('shortens a checksum to what one can compare by eye', () => {
    expect(shortChecksum(`9f2c${'0'.repeat(56)}41be`)).toBe('9f2c…41be');
    expect(shortChecksum(null)).toBe('');
  });
});
