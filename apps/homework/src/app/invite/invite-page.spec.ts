import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { provideRouter } from '@angular/router';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { InvitationLink } from '../core/invitation/invitation-link';
import { Session } from '../core/session/session';
import { InvitePage } from './invite-page';

async function setUp(level: 'full' | null) {
  const state = signal<'full' | null>(level);
  const session = {
    level: state,
    person: () => ({ id: 'p', name: 'Anton', side: 'RP' }),
    partnerName: () => 'Edda',
    therapistName: () => 'Dr. Priya Raman',
    signOut: jest.fn(() => {
      state.set(null);
      return Promise.resolve();
    }),
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideLanguages(),
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: Session, useValue: session },
    ],
  });
  window.name = 'B'.repeat(43);
  TestBed.inject(InvitationLink).watch();
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(InvitePage);
  await fixture.whenStable();
  return { page: fixture.nativeElement as HTMLElement, fixture, session };
}

describe('an invitation opened on a device', () => {
  it('where somebody is signed in asks for a sign-out first, and names nobody', async () => {
    const { page, fixture, session } = await setUp('full');
    expect(page.querySelector('h1')?.textContent).toBe('Somebody is signed in here');
    expect(page.textContent).not.toMatch(/Anton|Edda|Priya/);
    expect(page.querySelector('tr-code-input')).toBeNull();
    expect(page.querySelector('tr-own-page')?.className).toBe('none');
    page.querySelector<HTMLButtonElement>('button')!.click();
    await fixture.whenStable();
    expect(session.signOut).toHaveBeenCalledTimes(1);
    expect(page.querySelector('tr-code-input')).not.toBeNull();
  });

  it('left as it is forgets the link', async () => {
    const { page } = await setUp('full');
    page.querySelector<HTMLAnchorElement>('a')!.click();
    expect(TestBed.inject(InvitationLink).token()).toBeNull();
  });

  it('where nobody is signed in asks for the code at once', async () => {
    const { page } = await setUp(null);
    expect(page.querySelector('tr-code-input')).not.toBeNull();
    expect(TestBed.inject(InvitationLink).token()).toBe('B'.repeat(43));
  });
});
