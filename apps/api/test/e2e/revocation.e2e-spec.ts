import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeStaff, signedIn } from '../arrange.js';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { testApp, type TestApp } from '../test-app.js';

// Releases and memberships have the same measure beside their own behaviour (release-walls, care-team).

const longestMs = 1000;
const everyMs = 100;

describe('what is taken back', () => {
  let app: TestApp;
  let ellery: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
    ellery = await arrangeCase(app);
  });
  afterAll(async () => app.close());

  /** Reads at ten times a second around the taking back; @returns for how many milliseconds after it one was still open */
  const stillOpen = async (
    read: () => Promise<number>,
    shut: number,
    takeBack: () => Promise<number>,
  ): Promise<number> => {
    expect(await read()).toBe(200);
    const stop = new AbortController();
    let lastOpen = 0;
    const poll = (async () => {
      while (!stop.signal.aborted) {
        const asked = performance.now();
        if ((await read()) !== shut) lastOpen = asked;
        await wait(everyMs);
      }
    })();
    await wait(2 * everyMs);
    expect(await takeBack()).toBe(204);
    const endedAt = performance.now();
    await wait(longestMs + 2 * everyMs);
    stop.abort();
    await poll;
    expect(await read()).toBe(shut);
    return Math.max(0, lastOpen - endedAt);
  };

  it('M8: a session that somebody ends elsewhere is over within a second', async () => {
    const admin = await signedIn(
      app,
      ellery.clinicId,
      await arrangeStaff(app, ellery.clinicId, 'clinic_admin', 'Noor Haddad'),
      'clinic_admin',
    );
    const id = await arrangeStaff(app, ellery.clinicId, 'therapist', 'Nina Abt');
    const nina = await signedIn(app, ellery.clinicId, id, 'therapist');
    const open = await stillOpen(
      async () => (await nina.call('get', 'caseload')).status,
      401,
      async () => (await admin.call('delete', `staff/${id}/sessions`)).status,
    );
    expect(open).toBeLessThanOrEqual(longestMs);
  });

  it('M8: a role that is taken away is gone within a second', async () => {
    const owner = await signedIn(
      app,
      ellery.clinicId,
      await arrangeStaff(app, ellery.clinicId, 'owner', 'Edda Lind'),
      'owner',
    );
    const id = await arrangeStaff(app, ellery.clinicId, 'clinic_admin', 'Lee Marsh');
    const lee = await signedIn(app, ellery.clinicId, id, 'clinic_admin');
    const change = { role: 'therapist', active: true };
    const open = await stillOpen(
      async () => (await lee.call('get', 'staff')).status,
      401,
      async () => (await owner.call('put', `staff/${id}`, { body: change })).status,
    );
    expect(open).toBeLessThanOrEqual(longestMs);
  });
});
