import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { declaredRoutes, type DeclaredRoute } from '../../src/access/declared-routes.js';
import { testApp, type TestApp } from '../test-app.js';

/** The only handlers that let anybody in; a new one has to be written here, where it is seen. */
const publicHandlers = [
  'ExchangeController.exchange',
  'FirstRunController.authenticator',
  'FirstRunController.setUp',
  'HealthController.live',
  'HealthController.ready',
  'JoinController.join',
  'JoinController.open',
  'PersonSessionController.exit',
  'PersonSessionController.signIn',
  'StaffSessionController.password',
];

/** Where a path needs an id, one that exists nowhere. */
const nobody = '99999999-9999-4999-8999-999999999999';

describe('the live route table', () => {
  let app: TestApp;
  let routes: DeclaredRoute[];

  beforeAll(async () => {
    app = await testApp();
    routes = declaredRoutes(app.app);
  });

  afterAll(async () => {
    await app.close();
  });

  it('declares who may call every handler', () => {
    expect(routes.length).toBeGreaterThan(20);
    expect(routes.filter((route) => route.rule === undefined)).toEqual([]);
  });

  it('lets nobody in without a session but on the listed handlers', () => {
    const open = routes.filter((route) => route.rule?.kind === 'public').map((route) => route.handler);
    expect(open.sort()).toEqual([...publicHandlers].sort());
  });

  it('M9: answers 401 to a stranger on every other route, through its own door', async () => {
    for (const route of routes.filter((one) => one.rule?.kind !== 'public')) {
      const door = route.path.startsWith('home') ? 'home' : 'clinic';
      const path = `/api/${route.path.replaceAll(/:\w+/g, nobody).replace(/\/$/, '')}`;
      const response = await app.client(door).raw(route.method, path, { headers: { 'if-match': '"v1"' } });
      expect({ path, method: route.method, status: response.status }).toEqual({
        path,
        method: route.method,
        status: 401,
      });
    }
  });

  it('answers 404 on every route through the other door, as for a path that does not exist', async () => {
    for (const route of routes.filter(
      (one) => one.path.startsWith('home') || one.path.startsWith('clinic'),
    )) {
      const door = route.path.startsWith('home') ? 'clinic' : 'home';
      const path = `/api/${route.path.replaceAll(/:\w+/g, nobody).replace(/\/$/, '')}`;
      const response = await app.client(door).raw(route.method, path);
      const body = response.body as { code: string };
      expect({ path, status: response.status, code: body.code }).toEqual({
        path,
        status: 404,
        code: 'not_found',
      });
    }
  });
});
