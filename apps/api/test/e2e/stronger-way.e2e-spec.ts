import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CoupleView, StrongerWayView } from '@trellis/contracts';
import { addCouple, setUpMember, shiftDatabaseTime, signIn } from '../arrange-identity.js';
import { signedIn } from '../arrange.js';
import { enrolWithPassphrase, enrolWithPin, pin } from '../arrange-phone.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const day = 86_400;
let app: TestApp;
let therapist: TestClient;
let coupleId: string;
let rowanId: string;
let phone: TestClient;

beforeAll(async () => {
  app = await testApp();
});
afterAll(async () => app.close());
beforeEach(async () => {
  await shiftDatabaseTime(app, 0);
  await app.db.sql('DELETE FROM rate_limit');
  const member = await setUpMember(app);
  therapist = await signIn(app, member);
  ({ coupleId, rowanId } = await addCouple(therapist, member.id));
  phone = await enrolWithPin(app, therapist, rowanId);
});

const card = async (client = phone) =>
  (await client.call('get', 'devices/stronger-way')).body as StrongerWayView;

async function visit(seconds = 0): Promise<StrongerWayView> {
  await shiftDatabaseTime(app, seconds);
  const answer = await phone.call('post', 'session/pin', { body: { pin } });
  if (answer.status !== 200) throw new Error(`no visit: ${JSON.stringify(answer.body)}`);
  await phone.call('get', 'session');
  return card();
}

describe('the card about a way in that is stronger than a PIN', () => {
  it('comes with the third visit and keeps nobody from anything', async () => {
    expect([(await card()).show, (await visit()).show, (await visit()).show]).toEqual([false, false, true]);
    expect((await phone.call('get', 'homework/today')).status).toBe(200);
  });

  it('is put away twice for a week, then for a day at a time', async () => {
    await visit();
    await visit();
    const away: unknown[] = [];
    let at = 60;
    for (const days of [7, 7, 1, 1]) {
      const { putOffFor } = await visit(at);
      // Pressed twice in a row it counts once.
      const notNow = () => phone.call('post', 'devices/stronger-way/not-now');
      expect([(await notNow()).status, (await notNow()).status]).toEqual([204, 204]);
      const soon = (await visit(at + days * day - 60)).show;
      const then = (await visit(at + days * day + 60)).show;
      away.push([putOffFor, soon, then]);
      at += days * day + 120;
    }
    expect(away).toEqual([
      ['week', false, true],
      ['week', false, true],
      ['day', false, true],
      ['day', false, true],
    ]);
  });

  it('is not shown to somebody who came in by a real factor, nor in another browser', async () => {
    await visit();
    await visit();
    const { clinicId } = (
      await app.db.sql<{ clinicId: string }>('SELECT clinic_id AS "clinicId" FROM person WHERE id = $1', [
        rowanId,
      ])
    )[0]!;
    expect((await card(await signedIn(app, clinicId, rowanId, 'client'))).show).toBe(false);
  });

  it('passes the wish for a new link on to therapists of the own side, until the person enrolled anew', async () => {
    const wanted = async () => {
      const { people } = (await therapist.call('get', `couples/${coupleId}`)).body as CoupleView;
      return people.map(({ side, linkWanted }) => [side, linkWanted]).sort();
    };
    expect(await wanted()).toEqual([
      ['BP', false],
      ['RP', false],
    ]);
    expect((await phone.call('post', 'devices/stronger-way/link')).status).toBe(204);
    expect((await card()).linkWanted).toBe(true);
    expect(await wanted()).toEqual([
      ['BP', false],
      ['RP', true],
    ]);
    await enrolWithPassphrase(app, therapist, rowanId);
    expect(await wanted()).toEqual([
      ['BP', false],
      ['RP', false],
    ]);
  });

  it('is the person’s own', async () => {
    for (const client of [app.client('home'), therapist]) {
      const status = client === therapist ? 404 : 401;
      expect((await client.call('get', 'devices/stronger-way')).status).toBe(status);
      expect((await client.call('post', 'devices/stronger-way/not-now')).status).toBe(status);
      expect((await client.call('post', 'devices/stronger-way/link')).status).toBe(status);
    }
  });
});
