import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseLettersView, CaseLetterView } from '@trellis/contracts';
import { travel, type ArrangedCase } from '../arrange-case.js';
import {
  arrangeAftercare,
  deliverImpact,
  layDown,
  lettersOf,
  mark,
  ownLetter,
  ownLetters,
  restitutionDay,
} from '../arrange-letters.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

describe('the letters', () => {
  let app: TestApp;
  let ours: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    ours = await arrangeAftercare(app);
  });
  afterAll(async () => app.close());

  const page = async (by: TestClient): Promise<CaseLettersView> =>
    (await by.call('get', lettersOf(ours.coupleId))).body as CaseLettersView;
  const read = async (by: TestClient, id: string) => by.call('get', `${lettersOf(ours.coupleId)}/${id}`);
  const at = (state: string) =>
    app.db.sql('UPDATE disclosure_process SET state = $2 WHERE couple_id = $1', [ours.coupleId, state]);

  it('are begun when there is something to answer, each by its own author', async () => {
    expect((await ownLetters(ours.iris)).mayBegin).toEqual(['impact']);
    expect((await ownLetters(ours.rowan)).mayBegin).toEqual([]);
    const begin = (by: TestClient, kind: string) =>
      by.call('post', 'letters', { body: { id: randomUUID(), kind } });
    expect((await begin(ours.rowan, 'restitution')).body.facts).toEqual({ reason: 'not_open' });
    expect((await begin(ours.rowan, 'impact')).status).toBe(404);
    expect((await begin(ours.iris, 'impact')).status).toBe(201);
    expect((await begin(ours.iris, 'impact')).body.facts).toEqual({ reason: 'already_begun' });
    await at('IMPACT_DELIVERED');
    expect((await begin(ours.rowan, 'restitution')).status).toBe(201);
  });

  it('R-3 are saved while they are written; the loser of two devices keeps both texts', async () => {
    const id = randomUUID();
    await ours.iris.call('post', 'letters', { body: { id, kind: 'impact' } });
    const save = (lost: string, version: number) =>
      ours.iris.call('put', `letters/${id}/draft`, { body: { sections: { lost } }, version });
    expect((await save('my calm', 1)).body).toMatchObject({ version: 2, revision: 0 });
    expect((await save('my calm', 1)).body).toMatchObject({ version: 2 });
    expect((await save('my sleep', 1)).body.code).toBe('version_stale');
    expect(await ownLetter(ours.iris, id)).toMatchObject({ sections: { lost: 'my calm' }, version: 2 });
    // A draft is its author's alone, a text that was laid down is their therapist's too.
    expect((await read(ours.jo, id)).status).toBe(404);
    const wrong = await ours.iris.call('put', `letters/${id}/draft`, {
      body: { sections: { heard: 'not of this letter' } },
      version: 2,
    });
    expect(wrong.body.code).toBe('invalid_request');
    expect((await ours.iris.call('post', `letters/${id}/revisions`, { body: { sections: {} }, version: 2 })).body)
      .toMatchObject({ code: 'letters_refused', facts: { reason: 'empty' } }); // prettier-ignore
  });

  it('keep every text that was laid down, with what the own therapist says to it', async () => {
    const id = await layDown(ours.iris, 'impact');
    const seen = (await read(ours.jo, id)).body as CaseLetterView;
    expect(seen).toMatchObject({ revision: 1, sections: { lost: 'cnry-lost: my calm' }, comments: [] });
    const comment = { id: randomUUID(), revision: 1, text: 'cnry-comment: stay with the body' };
    const said = await ours.jo.call('post', `${lettersOf(ours.coupleId)}/${id}/comments`, { body: comment });
    expect([said.status, said.text.includes('cnry')]).toEqual([201, false]);
    const sections = { lost: 'my calm and my sleep' };
    await ours.iris.call('post', `letters/${id}/revisions`, { body: { sections }, version: 2 });
    const own = await ownLetter(ours.iris, id);
    expect([own.revision, own.revisions.map(({ revision }) => revision)]).toEqual([2, [2, 1]]);
    expect(own.comments).toMatchObject([{ revision: 1, text: comment.text, byName: 'Jo Whitlock' }]);
    const first = await ours.jo.call('get', `${lettersOf(ours.coupleId)}/${id}/revisions/1`);
    expect((first.body as CaseLetterView).sections).toEqual({ lost: 'cnry-lost: my calm' });
    for (const revision of ['0', '3', 'x', '1.5'])
      expect(
        (await ours.jo.call('get', `${lettersOf(ours.coupleId)}/${id}/revisions/${revision}`)).status,
      ).toBe(404);
  });

  it('C-6 open to the other therapist when their author says so, and close within the same breath', async () => {
    const id = await layDown(ours.iris, 'impact');
    expect((await read(ours.mina, id)).status).toBe(404);
    expect((await ours.iris.call('post', `letters/${id}/release`, { version: 9 })).body.code).toBe(
      'version_stale',
    );
    expect((await ours.iris.call('post', `letters/${id}/release`, { version: 2 })).body.released).toBe(true);
    expect((await read(ours.mina, id)).body.sections).toEqual({ lost: 'cnry-lost: my calm' });
    const comment = { id: randomUUID(), revision: 1, text: 'not mine to say' };
    const said = await ours.mina.call('post', `${lettersOf(ours.coupleId)}/${id}/comments`, {
      body: comment,
    });
    expect(said.status).toBe(404);
    // A newer text ends what was released of the one before.
    await ours.iris.call('post', `letters/${id}/revisions`, {
      body: { sections: { lost: 'new' } },
      version: 3,
    });
    expect((await read(ours.mina, id)).status).toBe(404);
    await ours.iris.call('post', `letters/${id}/release`, { version: 4 });
    expect((await read(ours.mina, id)).status).toBe(200);
    expect((await ours.iris.call('post', `letters/${id}/revocation`)).body.released).toBe(false);
    expect((await read(ours.mina, id)).status).toBe(404);
  });

  it('are heard in the session in which they are read, and not after it', async () => {
    const id = await layDown(ours.iris, 'impact');
    await at('IMPACT_PREP');
    const start = `${lettersOf(ours.coupleId)}/readings/impact/start`;
    expect((await ours.mina.call('post', start)).body.facts).toEqual({ reason: 'gaps' });
    await mark(ours.jo, ours.coupleId, 'impact_approved');
    await mark(ours.mina, ours.coupleId, 'listening_rehearsed');
    expect((await ours.jo.call('post', start)).body.code).toBe('not_allowed');
    expect((await ours.rowan.call('get', 'letters/listening')).status).toBe(404);
    expect((await ours.mina.call('post', start)).status).toBe(200);
    expect((await ours.mina.call('post', start)).body.facts).toEqual({ reason: 'is_read' });
    const heard = await ours.rowan.call('get', 'letters/listening');
    expect(heard.body).toMatchObject({ kind: 'impact', sections: { lost: 'cnry-lost: my calm' } });
    expect((await ownLetters(ours.rowan)).reading).toEqual({ kind: 'impact', part: 'listener' });
    expect((await read(ours.mina, id)).status).toBe(200);
    expect((await ours.iris.call('post', `letters/${id}/seal`, { version: 2 })).body.facts).toEqual({
      reason: 'is_read',
    });
    const { processVersion } = await page(ours.mina);
    const delivery = `${lettersOf(ours.coupleId)}/readings/impact/delivery`;
    const done = await ours.mina.call('post', delivery, { version: processVersion });
    expect([done.status, done.body.state]).toEqual([200, 'IMPACT_DELIVERED']);
    expect((await ours.rowan.call('get', 'letters/listening')).status).toBe(404);
    expect((await read(ours.mina, id)).status).toBe(404);
    expect((await ownLetters(ours.rowan)).heard).toMatchObject([
      { id, kind: 'impact', retentionOn: '2026-04-17' },
    ]);
    expect((await ownLetters(ours.iris)).own).toMatchObject([{ id, mayWrite: false }]);
  });

  it('end their reading by the clock where nobody ends it', async () => {
    await layDown(ours.iris, 'impact');
    await at('IMPACT_PREP');
    await mark(ours.jo, ours.coupleId, 'impact_approved');
    await mark(ours.mina, ours.coupleId, 'listening_rehearsed');
    const started = await ours.mina.call('post', `${lettersOf(ours.coupleId)}/readings/impact/start`);
    const until = new Date(String(started.body.reading.until));
    travel(app, new Date(until.getTime() - 1));
    expect((await ours.rowan.call('get', 'letters/listening')).status).toBe(200);
    travel(app, until);
    expect((await ours.rowan.call('get', 'letters/listening')).status).toBe(404);
    expect((await page(ours.mina)).reading).toBeNull();
    const ended = await ours.mina.call('post', `${lettersOf(ours.coupleId)}/readings/impact/end`);
    expect(ended.status).toBe(200);
  });

  it('may be opted out of, and then the other letter opens', async () => {
    expect(await mark(ours.jo, ours.coupleId, 'impact_opted_out')).toBe(200);
    expect(await mark(ours.mina, ours.coupleId, 'impact_opted_out')).toBe(404);
    const stand = (await page(ours.jo)).stands.find(({ kind }) => kind === 'restitution');
    expect(stand?.opening).toEqual([]);
    const impact = (await page(ours.jo)).stands.find(({ kind }) => kind === 'impact');
    expect(impact?.opening.map(({ guardId }) => guardId)).toContain('impact_wanted');
    expect(await mark(ours.jo, ours.coupleId, 'impact_opted_out', { given: false })).toBe(200);
    const again = (await page(ours.jo)).stands.find(({ kind }) => kind === 'restitution');
    expect(again?.opening.map(({ guardId }) => guardId)).toEqual(['opt_out_recorded']);
  });

  it('answer each other: approvals are of one text, and lapse with a newer one', async () => {
    await deliverImpact(app, ours);
    await at('RESTITUTION_PREP');
    const id = await layDown(ours.rowan, 'restitution');
    const gaps = async () =>
      (await page(ours.mina)).stands
        .find(({ kind }) => kind === 'restitution')!
        .delivery.map(({ guardId }) => guardId);
    travel(app, restitutionDay);
    expect(await gaps()).toEqual(['restitution_approved', 'restitution_safe']);
    expect(await mark(ours.mina, ours.coupleId, 'restitution_approved', { revision: 2 })).toBe(409);
    expect(await mark(ours.mina, ours.coupleId, 'restitution_approved', { revision: 1 })).toBe(200);
    expect(await mark(ours.jo, ours.coupleId, 'restitution_safe', { revision: 1 })).toBe(409);
    await ours.rowan.call('post', `letters/${id}/release`, { version: 2 });
    expect(await mark(ours.jo, ours.coupleId, 'restitution_safe', { revision: 1 })).toBe(200);
    expect(await gaps()).toEqual([]);
    await ours.rowan.call('post', `letters/${id}/revisions`, {
      body: { sections: { mine: 'more' } },
      version: 3,
    });
    expect(await gaps()).toEqual(['restitution_approved', 'restitution_safe']);
  });

  it('sealed for good, open to their author alone', async () => {
    const id = await layDown(ours.iris, 'impact');
    await ours.iris.call('post', `letters/${id}/release`, { version: 2 });
    const sealed = await ours.iris.call('post', `letters/${id}/seal`, { version: 3 });
    expect(sealed.body).toMatchObject({ released: false, mayWrite: false });
    expect(sealed.body.sealedAt).not.toBeNull();
    expect([(await read(ours.jo, id)).status, (await read(ours.mina, id)).status]).toEqual([404, 404]);
    expect((await ownLetter(ours.iris, id)).sections).toEqual({ lost: 'cnry-lost: my calm' });
    expect((await page(ours.jo)).letters).toMatchObject([
      { id, sealed: true, mayRead: false, mayComment: false },
    ]);
    for (const act of ['release', 'seal'])
      expect((await ours.iris.call('post', `letters/${id}/${act}`, { version: 4 })).body.facts).toEqual({
        reason: 'sealed',
      });
    const more = { body: { sections: { lost: 'x' } }, version: 4 };
    expect((await ours.iris.call('put', `letters/${id}/draft`, more)).body.facts).toEqual({
      reason: 'closed',
    });
  });

  it('are destroyed by both, each alone, and leave a certificate without a word', async () => {
    const id = await layDown(ours.iris, 'impact');
    const agree = (by: TestClient, yes = true) =>
      by.call('post', `letters/${id}/agreement`, { body: { agree: yes } });
    expect((await agree(ours.rowan)).status).toBe(404);
    expect((await agree(ours.iris)).body.facts).toEqual({ reason: 'not_delivered' });
    await deliverImpact(app, ours);
    const texts = await app.db.sql('SELECT * FROM letter_text WHERE letter_id = $1', [id]);
    expect((await agree(ours.rowan)).body).toMatchObject({ destroyedAt: null, agreedAt: { BP: null } });
    await agree(ours.rowan, false);
    expect((await agree(ours.iris)).body).toMatchObject({ destroyedAt: null, agreedAt: { RP: null } });
    const both = await agree(ours.rowan);
    expect(both.body.destroyedAt).not.toBeNull();
    expect((await agree(ours.iris, false)).body.facts).toEqual({ reason: 'gone' });
    expect([(await read(ours.jo, id)).status, (await ours.iris.call('get', `letters/${id}`)).status]).toEqual(
      [404, 404],
    );
    const certificate = (await ownLetters(ours.iris)).own[0];
    expect(certificate).toMatchObject({ id, kind: 'impact', revision: 1 });
    expect((await ownLetters(ours.rowan)).heard).toMatchObject([{ id, kind: 'impact' }]);
    // Put back by hand, as out of a copy that somebody kept: its key is gone.
    for (const row of texts as Record<string, unknown>[])
      await app.db.sql(
        `INSERT INTO letter_text (${Object.keys(row).join(', ')})
          VALUES (${Object.keys(row).map((_, n) => `$${String(n + 1)}`).join(', ')})`,
        Object.values(row),
      ); // prettier-ignore
    await app.db.sql('UPDATE letter SET destroyed_at = NULL WHERE id = $1', [id]);
    expect((await read(ours.jo, id)).status).toBe(500);
    expect((await ours.iris.call('get', `letters/${id}`)).status).toBe(500);
  });

  it('go once when both agree in the same moment', async () => {
    const id = await layDown(ours.iris, 'impact');
    await deliverImpact(app, ours);
    const acts = Array.from({ length: 32 }, (_, n) =>
      (n % 2 === 0 ? ours.iris : ours.rowan).call('post', `letters/${id}/agreement`, {
        body: { agree: true },
      }),
    );
    const statuses = (await Promise.all(acts)).map(({ status }) => status);
    expect(statuses.every((status) => [200, 409, 503].includes(status))).toBe(true);
    const ends = await app.db.sql(
      "SELECT 1 FROM audit_event WHERE action = 'letter.destroy' AND resource_id = $1",
      [id],
    );
    const [key] = await app.db.sql<{ wrapped: Buffer | null }>(
      'SELECT wrapped FROM data_key WHERE owner_id = $1',
      [id],
    );
    expect([ends.length, key?.wrapped]).toEqual([1, null]);
  });
});
