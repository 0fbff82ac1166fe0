import { describe, expect, it } from '@jest/globals';
import { otherAddresses, sameAddress } from '../../test/corpora/unicode.js';
import { testMasterKey } from '../../test/test-database.js';
import { BlindIndex } from './blind-index.js';

const index = new BlindIndex(testMasterKey);
const of = (address: string): string => index.ofEmail(address).toString('hex');
const [usual = ''] = sameAddress;

describe('where an address leads', () => {
  it.each(sameAddress)('V-1 is one account for every spelling of one mailbox: %j', (address) => {
    expect(of(address)).toBe(of(usual));
  });

  it.each(otherAddresses)('V-1 is another account for an address that only looks alike: %j', (address) => {
    expect(of(address)).not.toBe(of(usual));
  });

  it('holds nothing of the address', () => {
    expect(index.ofEmail(usual)).toHaveLength(32);
    expect(new BlindIndex(Buffer.alloc(32, 9)).ofEmail(usual).equals(index.ofEmail(usual))).toBe(false);
  });
});
