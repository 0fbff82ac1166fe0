import { TestBed } from '@angular/core/testing';
import { InvitationLink } from './invitation-link';

const TOKEN = 'aB3_-'.repeat(8) + 'xyz';

function openAt(address: string): InvitationLink {
  window.history.replaceState(null, '', address);
  const link = TestBed.inject(InvitationLink);
  link.watch();
  return link;
}

describe('the secret of an invitation link', () => {
  it('is taken over from before the start, and once', () => {
    window.name = TOKEN;
    const link = openAt('/invite');
    expect(link.token()).toBe(TOKEN);
    expect(window.name).toBe('');
    link.forget();
    expect(link.token()).toBeNull();
  });

  it('leaves the neutral page to ask for it when a mail program has cut the fragment', () => {
    const link = openAt('/i');
    expect(link.token()).toBeNull();
    expect(window.location.pathname).toBe('/invite');
  });

  it('is taken out of the address where a link is opened in a page that runs already', () => {
    const link = openAt('/invite');
    const before = window.history.length;
    window.history.replaceState(null, '', `/invite#${TOKEN}`);
    window.dispatchEvent(new Event('hashchange'));
    expect(link.token()).toBe(TOKEN);
    expect(window.location.href).toMatch(/\/invite$/);
    expect(window.history.length).toBe(before);
  });

  it('leaves every other address and fragment alone', () => {
    const link = openAt('/today#top');
    expect(link.token()).toBeNull();
    expect(window.location.pathname + window.location.hash).toBe('/today#top');
  });
});
