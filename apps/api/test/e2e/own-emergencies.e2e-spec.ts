import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OwnEmergenciesView } from '@trellis/contracts';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import type { TestClient } from '../test-client.js';
import { testApp, type TestApp } from '../test-app.js';

describe('what a person is told of an emergency', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let theirs: ArrangedCase;
  let ola: TestClient;

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    theirs = await arrangeCase(app);
    ola = await signedIn(
      app,
      ours.clinicId,
      await arrangeStaff(app, ours.clinicId, 'therapist', 'Ola Brandt'),
      'therapist',
    );
  });
  afterAll(async () => app.close());

  const told = async (person: TestClient): Promise<OwnEmergenciesView['emergencies']> => {
    const answer = await person.call('get', 'record/emergencies');
    expect(answer.status).toBe(200);
    return (answer.body as OwnEmergenciesView).emergencies;
  };

  it('C-7 is who and when, to both people of the couple, new until each has said that they read it', async () => {
    expect(await told(ours.rowan)).toEqual([]);
    const body = { coupleName: 'Ellery', personName: 'Rowan', reason: 'cnry-reason: nobody can be reached' };
    const opened = await ola.call('post', 'break-glass', { body });
    expect(opened.status).toBe(201);
    const [opening] = await told(ours.rowan);
    expect(Object.keys(opening ?? {}).sort()).toEqual(['at', 'id', 'isNew', 'staffName', 'staffRole']);
    expect(opening).toMatchObject({ staffName: 'Ola Brandt', staffRole: 'therapist', isNew: true });
    for (let time = 0; time < 2; time += 1)
      expect((await ours.rowan.call('post', 'record/emergencies/seen')).status).toBe(204);
    expect((await told(ours.rowan)).map(({ isNew }) => isNew)).toEqual([false]);
    expect((await told(ours.iris)).map(({ isNew }) => isNew)).toEqual([true]);
    await ola.call('post', `break-glass/${String(opened.body.id)}/end`);
    expect((await ola.call('post', 'break-glass', { body })).status).toBe(201);
    expect((await told(ours.rowan)).map(({ isNew }) => isNew)).toEqual([true, false]);
  });

  it('is told to nobody else', async () => {
    expect(await told(theirs.rowan)).toEqual([]);
    expect((await app.client('home').call('get', 'record/emergencies')).status).toBe(401);
    const staff = app.client('home');
    staff.useCookie('__Host-client', ours.mina.cookie('__Host-staff') ?? '');
    expect((await staff.call('get', 'record/emergencies')).status).toBe(401);
    expect((await ours.mina.raw('get', '/api/home/record/emergencies')).status).toBe(404);
  });
});
