import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { StaffSessionView } from '@trellis/contracts';
import { RequestToken } from '../http/request-token';
import { Session } from './session';

const view: StaffSessionView = {
  staff: { id: 's1', name: 'Dr. Mina Castellan', credentials: '', role: 'therapist' },
  clinic: { id: 'c1', name: 'North Pier Practice', timeZone: 'America/Chicago' },
  permissions: ['couples.list'],
  csrfToken: 't0ken',
  idleSeconds: 900,
  recoveryCodesLow: false,
  endsAt: '2025-06-24T20:00:00Z',
  stepUpUntil: null,
};

function setUp() {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  return {
    session: TestBed.inject(Session),
    server: TestBed.inject(HttpTestingController),
    token: TestBed.inject(RequestToken),
  };
}

describe('the staff session', () => {
  it('takes name, permissions and token from the server', async () => {
    const { session, server, token } = setUp();
    const loaded = session.load();
    server.expectOne('/api/clinic/session').flush(view);
    expect(await loaded).toBe(true);
    expect(session.staff()?.name).toBe('Dr. Mina Castellan');
    expect([session.may('couples.list'), session.may('reports.export')]).toEqual([true, false]);
    expect(token.current()).toBe('t0ken');
  });

  it('forgets everything on sign-out even when the server cannot be reached', async () => {
    const { session, server, token } = setUp();
    const loaded = session.load();
    server.expectOne('/api/clinic/session').flush(view);
    await loaded;
    const left = session.signOut();
    server.expectOne({ method: 'DELETE', url: '/api/clinic/session' }).error(new ProgressEvent('error'));
    await expect(left).rejects.toBeDefined();
    expect([session.staff(), session.isSignedIn(), token.current()]).toEqual([null, false, null]);
  });
});
