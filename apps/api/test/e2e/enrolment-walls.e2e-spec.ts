import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { declaredRoutes, type DeclaredRoute } from '../../src/access/declared-routes.js';
import { addCouple, invite, openInvitation, setUpMember, signIn } from '../arrange-identity.js';
import { rightCalls } from '../right-calls/all.js';
import { addressOf, type RightCalls } from '../right-calls/right-call.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

describe('an opened invitation', () => {
  let app: TestApp;
  let guest: TestClient;
  let calls: RightCalls;
  let routes: DeclaredRoute[];

  beforeAll(async () => {
    app = await testApp();
    const member = await setUpMember(app);
    const therapist = await signIn(app, member);
    const { rowanId } = await addCouple(therapist, member.id);
    guest = await openInvitation(app, await invite(therapist, rowanId));
    calls = (await rightCalls(app)).calls;
    routes = declaredRoutes(app.app);
  });
  afterAll(async () => app.close());

  /** What the session of an invitation may do: enrol, and leave. */
  const mayEnrol = ({ rule }: DeclaredRoute): boolean =>
    rule?.kind === 'public' || (rule?.kind === 'invited' && ['enrolment', 'any'].includes(rule.level));

  it('N-8 opens nothing but the enrolment, on any route of either door', async () => {
    const closed = routes.filter((route) => !mayEnrol(route));
    const clinic = app.client('clinic');
    clinic.useCookie('__Host-staff', guest.cookie('__Host-client') ?? '');
    clinic.csrfToken = guest.csrfToken;
    for (const route of closed) {
      const { ids, body, version } = calls[route.handler] ?? {};
      const options = {
        ...(body === undefined ? {} : { body }),
        ...(version === undefined ? {} : { version }),
      };
      const by = route.path.startsWith('home') ? guest : clinic;
      const answer = await by.raw(route.method, addressOf(route, ids), options);
      const wanted = route.path.startsWith('home') ? 403 : 401;
      expect([route.handler, answer.status]).toEqual([route.handler, wanted]);
    }
    expect(closed.length).toBeGreaterThan(40);
  });

  it('N-8 leaves only the enrolment open, and the way out', () => {
    const open = routes.filter((route) => route.rule?.kind === 'invited' && mayEnrol(route));
    const others = open
      .map(({ handler }) => handler)
      .filter((handler) => !handler.startsWith('EnrolmentController.'));
    expect(others).toEqual(['PersonSessionController.current']);
  });

  it('N-8 still enrols after all those refusals', async () => {
    expect((await guest.call('get', 'enrolment')).status).toBe(200);
  });
});
