import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AppError } from './app-error.js';
import { canonicalJson, requestMac } from './canonical-request.js';
import { versionOf } from './if-match.js';

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, item]) => [name, shuffled(item)]),
  );
}

const json = fc.jsonValue({ maxDepth: 4 });

describe('canonical request', () => {
  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('refuses values nested too deeply instead of running out of stack', () => {
    const deep: unknown = JSON.parse('['.repeat(5000) + ']'.repeat(5000));
    expect(() => canonicalJson(deep)).toThrow(AppError);
  });

  it('covers address, version and body', () => {
    const key = Buffer.alloc(32, 1);
    const base = requestMac(key, '/a', '"v1"', { x: 1 });
    const others = [
      requestMac(key, '/b', '"v1"', { x: 1 }),
      requestMac(key, '/a', '"v2"', { x: 1 }),
      requestMac(key, '/a', undefined, { x: 1 }),
      requestMac(key, '/a', '"v1"', { x: 2 }),
      requestMac(Buffer.alloc(32, 2), '/a', '"v1"', { x: 1 }),
    ];
    for (const other of others) expect(other.equals(base)).toBe(false);
    expect(requestMac(key, '/a', '"v1"', { x: 1 }).equals(base)).toBe(true);
  });
});

describe('If-Match', () => {
  it.each([
    ['"v3"', 3],
    ['v12', 12],
  ])('reads %s', (header, version) => {
    expect(versionOf(header)).toBe(version);
  });

  it('asks for a missing header', () => {
    expect(() => versionOf(undefined)).toThrow(expect.objectContaining({ code: 'version_missing' }));
  });

  it.each(['3', '*', '"v-1"', 'W/"v3"', '"v3", "v4"', ''])('refuses %j', (header) => {
    expect(() => versionOf(header)).toThrow(expect.objectContaining({ code: 'invalid_request' }));
  });
});
