import { describe, expect, it } from '@jest/globals';
import { networkOf } from './network.js';

describe('networks', () => {
  it.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    ['2001:db8:12:3456::9', '2001:0db8:0012:3400::/56'],
    ['2001:db8:12:34ff:1:2:3:4', '2001:0db8:0012:3400::/56'],
    ['::1', '0000:0000:0000:0000::/56'],
    ['fe80::1%eth0', 'fe80:0000:0000:0000::/56'],
  ])('%s lies in %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});
