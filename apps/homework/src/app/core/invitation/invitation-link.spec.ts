import { TestBed } from '@angular/core/testing';
import { InvitationLink, tokenIn } from './invitation-link';

const TOKEN = 'aB3_-'.repeat(8) + 'xyz';

function openAt(address: string): InvitationLink {
  window.history.replaceState(null, '', address);
  const link = TestBed.inject(InvitationLink);
  link.watch();
  return link;
}

describe('the secret of an invitation link', () => {
  it('is read from the fragment and taken out of the address at once', () => {
    const before = window.history.length;
    const link = openAt(`/i#${TOKEN}`);
    expect(link.token()).toBe(TOKEN);
    expect(window.location.href).toMatch(/\/invite$/);
    expect(window.history.length).toBe(before);
  });

  it('leaves the neutral page to ask for it when a mail program has cut the fragment', () => {
    const link = openAt('/i');
    expect(link.token()).toBeNull();
    expect(window.location.pathname).toBe('/invite');
  });

  it('leaves every other address and fragment alone', () => {
    const link = openAt('/today#top');
    expect(link.token()).toBeNull();
    expect(window.location.pathname + window.location.hash).toBe('/today#top');
  });

  it('is found in a pasted link, and in the bare code', () => {
    expect(tokenIn(` https://example.test/i#${TOKEN} `)).toBe(TOKEN);
    expect(tokenIn(TOKEN)).toBe(TOKEN);
    expect(tokenIn('https://example.test/i')).toBeNull();
    expect(tokenIn(`${TOKEN}x`)).toBeNull();
  });
});
