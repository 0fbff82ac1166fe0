import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Reflector } from '@nestjs/core';
import { STEP_UP } from '../../src/access/declare-access.js';
import { declaredRoutes, type DeclaredRoute } from '../../src/access/declared-routes.js';
import { OwnAccountController } from '../../src/identity/own-account.controller.js';
import { ReportsController } from '../../src/reports/reports.controller.js';
import { StaffController } from '../../src/staff/staff.controller.js';
import { setUpMember } from '../arrange-identity.js';
import { halfSignedIn } from '../arrange-staff.js';
import { testApp, type TestApp } from '../test-app.js';

const nobody = '99999999-9999-4999-8999-999999999999';

/** Acts that let data leave, change who may come in, or change what opens an account. */
const sensitive = [
  ...(['order', 'file'] as const).map((name) => ReportsController.prototype[name]),
  ...(['invite', 'change'] as const).map((name) => StaffController.prototype[name]),
  ...(['recoveryCodes', 'password', 'newAuthenticator', 'authenticator'] as const).map(
    (name) => OwnAccountController.prototype[name],
  ),
];

describe('the doors of staff', () => {
  let app: TestApp;
  let routes: DeclaredRoute[];

  beforeAll(async () => {
    app = await testApp();
    routes = declaredRoutes(app.app).filter(({ path }) => path.startsWith('clinic/'));
  });
  afterAll(async () => app.close());

  it('A-1 open nothing to a password alone but the two ways of giving the second factor', async () => {
    const half = await halfSignedIn(app, await setUpMember(app));
    const open: string[] = [];
    for (const { rule, path, method, handler } of routes) {
      if (rule?.kind === 'public') continue;
      if (rule?.kind === 'staff' && rule.level === 'password') open.push(handler);
      else {
        const address = `/api/${path.replaceAll(/:\w+/g, nobody)}`;
        const answer = await half.raw(method, address, { headers: { 'if-match': '"v1"' } });
        const body = answer.body as { code: string };
        expect([handler, answer.status, body.code]).toEqual([handler, 403, 'second_factor_needed']);
      }
    }
    expect(open.sort()).toEqual([
      'StaffSessionController.recoveryCode',
      'StaffSessionController.secondFactor',
    ]);
    expect(routes.length).toBeGreaterThan(30);
  });

  it('A-8 ask for a second factor of the last five minutes before every sensitive act', () => {
    const reflector = app.app.get(Reflector);
    for (const handler of sensitive)
      expect([handler.name, reflector.get<boolean | undefined>(STEP_UP, handler)]).toEqual([
        handler.name,
        true,
      ]);
  });
});
