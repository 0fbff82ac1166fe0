import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { All, Controller, Get, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Public } from '../../src/access/declare-access.js';
import {
  declaredRoutes,
  requireDeclaredAccess,
  type DeclaredRoute,
} from '../../src/access/declared-routes.js';
import { addressOf } from '../right-calls/right-call.js';
import { testApp, type TestApp } from '../test-app.js';
import request from 'supertest';

/** The only handlers that let anybody in; a new one has to be written here, where it is seen. */
const publicHandlers = [
  'CalendarFeedsController.read',
  'DeviceLinkController.open',
  'ExchangeController.exchange',
  'FirstRunController.authenticator',
  'FirstRunController.setUp',
  'HealthController.live',
  'HealthController.ready',
  'HomeDoorController.ask',
  'HomeDoorController.device',
  'HomeDoorController.pin',
  'HomeDoorController.signIn',
  'JoinController.join',
  'JoinController.open',
  'PersonSessionController.exit',
  'PersonSessionController.signIn',
  'StaffPasskeyController.ask',
  'StaffPasskeyController.signIn',
  'StaffSessionController.password',
  'WayBackDoorController.comeBack',
  'WayBackDoorController.open',
];

/**
 * All that a device with a PIN opens: own homework and past entries. It is no proof of who holds the device, so what
 * releases, shows what the partner released, downloads, or changes consents or the account is never here. It may see
 * where it is signed in, and forget its own PIN, as whoever empties the browser does; say that somebody else uses it
 * too, which opens nothing; get the key of what it keeps on its own device, which is its own homework; tap on the way home that one is safe, which shows nothing; and put away, or follow, the card that asks for more than a PIN.
 */
const pinHandlers = [
  'DeviceKeyController.key',
  'OwnAftercareController.departed',
  'OwnAftercareController.tap',
  'OwnFeedbackController.list',
  'OwnFeedbackController.one',
  'OwnHomeworkController.record',
  'OwnHomeworkController.saveDraft',
  'OwnHomeworkController.setAside',
  'OwnHomeworkController.submit',
  'OwnHomeworkController.task',
  'OwnHomeworkController.today',
  'OwnMeasuresController.handIn',
  'OwnMeasuresController.one',
  'OwnMeasuresController.saveDraft',
  'OwnMeasuresController.waiting',
  'OwnRatingsController.current',
  'OwnRatingsController.give',
  'OwnTicksController.own',
  'OwnTicksController.set',
  'OwnTrackersController.due',
  'OwnTrackersController.give',
  'OwnWaysController.forgetHere',
  'OwnWaysController.view',
  'PersonSessionController.current',
  'PersonSessionController.signOut',
  'SharedDeviceController.shared',
  'StrongerWayController.putOff',
  'StrongerWayController.view',
  'StrongerWayController.wantLink',
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

  it('C-1 declares who may call every handler', () => {
    expect(routes.length).toBeGreaterThan(20);
    expect(routes.filter((route) => route.rule === undefined)).toEqual([]);
  });

  it('C-1 lets nobody in without a session but on the listed handlers', () => {
    const open = routes.filter((route) => route.rule?.kind === 'public').map((route) => route.handler);
    expect(open.sort()).toEqual([...publicHandlers].sort());
  });

  it('opens to a device with a PIN what is listed, and nothing else', () => {
    const levels = ['pin', 'any'];
    const open = routes.filter(({ rule }) => rule?.kind === 'invited' && levels.includes(rule.level));
    expect(open.map((route) => route.handler).sort()).toEqual(pinHandlers);
  });

  it('M9, C-1 answers 401 to a stranger on every other route, through its own door', async () => {
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

  it('C-1 has no address beside those of the declared handlers', () => {
    const known = new Set(
      routes.map(
        ({ method, path }) =>
          `${method} ${path.startsWith('livez') || path.startsWith('readyz') ? '' : '/api'}/${path}`,
      ),
    );
    const served = servedRoutes(app.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }));
    expect(served.filter((route) => !known.has(route))).toEqual([]);
    expect(served.length).toBe(known.size);
  });

  it('V-4 answers 405 to every method that an address does not have, and tells which it has', async () => {
    const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'] as const;
    const addresses = Map.groupBy(
      routes.filter(({ path }) => path.includes('/')),
      ({ path }) => path,
    );
    for (const [path, here] of addresses) {
      const server = app.doors[path.startsWith('home') ? 'home' : 'clinic'];
      for (const method of methods.filter((one) => !reached(routes, path, one))) {
        const answer = await request(server)
          [method](addressOf(here[0]!))
          .set('sec-fetch-site', 'same-origin');
        expect([method, path, answer.status]).toEqual([method, path, 405]);
        expect(answer.headers['allow']).toContain(here[0]!.method.toUpperCase());
      }
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

describe('a server with a handler that nobody thought about', () => {
  async function booted(controller: Type): Promise<void> {
    @Module({})
    class Around {}
    const app = await NestFactory.create(
      { module: Around, controllers: [controller] },
      new FastifyAdapter(),
      {
        logger: false,
      },
    );
    try {
      requireDeclaredAccess(app);
    } finally {
      await app.close();
    }
  }

  it('C-1 does not start when it declares nobody who may call it', async () => {
    @Controller('clinic/forgotten')
    class Forgotten {
      @Get()
      words(): string {
        return 'words';
      }
    }
    await expect(booted(Forgotten)).rejects.toThrow('Forgotten.words');
  });

  it('C-1 does not start when it answers every method at once', async () => {
    @Controller('clinic/everything')
    class Everything {
      @Public()
      @All()
      words(): string {
        return 'words';
      }
    }
    await expect(booted(Everything)).rejects.toThrow('Everything.words');
  });
});

/** Whether some route answers `method` at an address of `path`; a parameter may stand where another has a word. */
function reached(routes: readonly DeclaredRoute[], path: string, method: string): boolean {
  const parts = addressOf({ path } as DeclaredRoute)
    .slice('/api/'.length)
    .split('/');
  return routes.some(
    (route) =>
      route.method === method &&
      route.path.split('/').length === parts.length &&
      route.path.split('/').every((part, at) => part.startsWith(':') || part === parts[at]),
  );
}

/** `method /path` of everything the router knows, read from the tree it prints. */
function servedRoutes(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const match = /^([│ ]*)[├└]── (\S*)(?: \((.+)\))?$/.exec(line);
    if (match === null) return [];
    const [, indent = '', part = '', methods] = match;
    const path = (above[indent.length / 4 - 1] ?? '') + part;
    above[indent.length / 4] = path;
    return (methods?.split(', ') ?? []).map((method) => `${method.toLowerCase()} ${path}`);
  });
}
