import { describe, expect, it } from '@jest/globals';
import { newSessionId } from './session-id.js';

describe('ids of sessions', () => {
  it('S-1 are 256 random bits, and a million of them are a million', () => {
    const seen = new Set<string>();
    const ones = new Uint32Array(256);
    for (let at = 0; at < 1_000_000; at += 1) {
      const id = newSessionId();
      seen.add(id);
      if (at >= 10_000) continue;
      expect(id).toMatch(/^[A-Za-z0-9_-]{43}$/);
      const bytes = Buffer.from(id, 'base64url');
      for (let bit = 0; bit < 256; bit += 1) ones[bit]! += ((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1;
    }
    expect(seen.size).toBe(1_000_000);
    // Each bit is set in about half of 10,000: seven standard deviations are 350.
    expect([...ones].filter((count) => Math.abs(count - 5000) > 350)).toEqual([]);
  });
});
