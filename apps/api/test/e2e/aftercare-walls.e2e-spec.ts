import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { timeAfter, type ArrangedAfter } from '../arrange-aftercare.js';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { arrangeClinic, arrangeStaff, signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

type Call = readonly ['get' | 'post', string, { body?: object; version?: number }?];

const at = '2025-01-06T17:00:00Z';

describe('the walls of the time after a session and of slips', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let ids: ArrangedAfter;
  const askers = new Map<string, TestClient>();

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    ids = await timeAfter(app, ours);
    const elsewhere = await arrangeClinic(app, 'South Pier Practice');
    const add = async (name: string, clinicId: string, role: 'therapist' | 'clinic_admin' | 'supervisor') => {
      askers.set(name, await signedIn(app, clinicId, await arrangeStaff(app, clinicId, role, name), role));
    };
    await add('therapist elsewhere', elsewhere, 'therapist');
    await add('therapist outside the team', ours.clinicId, 'therapist');
    await add('admin', ours.clinicId, 'clinic_admin');
    await add('supervisor', ours.clinicId, 'supervisor');
    askers.set('nobody', app.client('clinic'));
  });
  afterAll(async () => app.close());

  const caseCalls = (): readonly Call[] => {
    const [after, slips] = [`aftercare/${ours.coupleId}`, `slips/${ours.coupleId}`];
    return [
      ['get', after],
      ['get', `${after}/answers/${ids.answerId}`],
      ['post', `${after}/contacts`, { body: { side: 'RP', contact: 'h72' } }],
      ['post', `${after}/tasks/${ids.doneId}/done`, { version: 1 }],
      ['post', `${after}/alerts/${ids.alertId}/acknowledgement`],
      ['get', `${after}/corrections/${ids.correctionId}`],
      ['post', `${after}/corrections/${ids.correctionId}/steps`, { body: { step: 'met', at }, version: 1 }],
      ['get', slips],
      ['get', `${slips}/${ids.slipId}`],
      ['post', slips, { body: { kind: 'slip', level: 'slip', slipAt: at } }],
      ['post', `${slips}/asked`],
      ['post', `${slips}/${ids.slipId}/telling`, { body: { partner: 'told', partnerAt: at }, version: 1 }],
    ];
  };
  const ask = (client: TestClient, [method, path, options]: Call): ReturnType<TestClient['call']> =>
    client.call(method, path, options);

  it('C-7 let in nobody from outside the care team, nor the office', async () => {
    for (const [name, client] of askers)
      for (const call of caseCalls()) {
        const { status, text } = await ask(client, call);
        expect({ name, call, shut: [401, 403, 404].includes(status) }).toEqual({ name, call, shut: true });
        expect(text).not.toMatch(/slip_|h24|RP/);
      }
  });

  it('keep slips, what was left out and the words of a side from the therapists of the other', async () => {
    for (const call of caseCalls().filter(([, path]) =>
      /slips|corrections|answers|alerts|contacts/.test(path),
    )) {
      const { status, body } = await ask(ours.jo, call);
      const unknown = await ask(ours.jo, withUnknownIds(call));
      expect({ call, status }).toEqual({ call, status: 404 });
      expect(masked(body)).toBe(masked(unknown.body));
    }
  });

  it('C-3, C-11 give the partner one answer for what is not theirs and what there is not', async () => {
    const calls: readonly Call[] = [
      ['get', 'slips'],
      ['post', 'slips', { body: { stopCheck: 'no', slipAt: at, level: 'slip', partner: 'not_yet' } }],
      ['post', `slips/${ids.slipId}/telling`, { body: { partner: 'told', partnerAt: at }, version: 1 }],
      ['post', 'aftercare/corrections', { body: { recalledAt: at } }],
      ['post', `aftercare/tasks/${ids.taskId}/answer`, { body: { risk: 'safe' } }],
    ];
    for (const call of calls) {
      const { status, body } = await ask(ours.iris, call);
      const unknown = await ask(ours.iris, withUnknownIds(call));
      expect({ call, status }).toEqual({ call, status: 404 });
      expect(masked(body)).toBe(masked(unknown.body));
    }
  });

  it('open no page of the clinic to a person, and none of the home to staff', async () => {
    for (const call of caseCalls()) expect((await ask(ours.rowan, call)).status).not.toBe(200);
    for (const path of ['aftercare', 'aftercare/departure', 'slips'])
      expect((await ours.mina.raw('get', `/api/home/${path}`)).status).toBe(404);
  });

  it('refuse what is not a moment, a side, a tap or a level', async () => {
    const wrong: readonly (readonly [TestClient, Call])[] = [
      [
        ours.mina,
        ['post', `aftercare/${ours.coupleId}/contacts`, { body: { side: 'JOINT', contact: 'h24' } }],
      ],
      [ours.mina, ['post', `slips/${ours.coupleId}`, { body: { kind: 'slip', slipAt: at } }]],
      [
        ours.mina,
        ['post', `slips/${ours.coupleId}`, { body: { kind: 'slip', level: 'slip', slipAt: 'soon' } }],
      ],
      [ours.rowan, ['post', 'aftercare/departure', { body: { tap: 'fine' } }]],
      [ours.rowan, ['post', 'aftercare/corrections', { body: { recalledAt: '2030-01-01T00:00:00Z' } }]],
    ];
    for (const [client, call] of wrong) expect((await ask(client, call)).status).toBe(400);
  });
});

function withUnknownIds([method, path, options]: Call): Call {
  const unknown = '99999999-9999-4999-8999-999999999999';
  const parts = path.split('/');
  const at = parts.length - 1 - [...parts].reverse().findIndex((part) => /^[0-9a-f-]{36}$/.test(part));
  return [method, parts.map((part, place) => (place === at ? unknown : part)).join('/'), options];
}

function masked(body: unknown): string {
  return JSON.stringify(body).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
}
