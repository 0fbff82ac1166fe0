import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RaisedListView } from '@trellis/contracts';
import { timeAfter, type ArrangedAfter } from '../arrange-aftercare.js';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { arrangeClinic, arrangeStaff, signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const nothing = { items: [], more: false, covered: [] };

describe('what was raised, over all couples of a therapist', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let ids: ArrangedAfter;
  let ola: TestClient;
  let olaId: string;
  let admin: TestClient;

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    ids = await timeAfter(app, ours);
    olaId = await arrangeStaff(app, ours.clinicId, 'therapist', 'Ola Brandt');
    ola = await signedIn(app, ours.clinicId, olaId, 'therapist');
    const adminId = await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Dale Moss');
    admin = await signedIn(app, ours.clinicId, adminId, 'clinic_admin');
  });
  afterAll(async () => app.close());

  const raised = async (client: TestClient): Promise<RaisedListView> => {
    const answer = await client.call('get', 'raised');
    expect(answer.status).toBe(200);
    return answer.body as RaisedListView;
  };
  const kinds = async (client: TestClient): Promise<string[]> =>
    (await raised(client)).items.map(({ kind }) => kind);
  const raise = (side: string, kind: string, about: string, at: string): Promise<unknown> =>
    app.db.sql(
      `INSERT INTO aftercare_alert (clinic_id, id, couple_id, side, kind, about, raised_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [ours.clinicId, randomUUID(), ours.coupleId, side, kind, about, at],
    );

  it('names the couple and the code: what cannot wait first, then the longest waiting', async () => {
    await raise('RP', 'call_wanted', 'later', '2025-01-06T19:00:00Z');
    await raise('RP', 'process_stalled', 'earlier', '2025-01-05T19:00:00Z');
    const { items, more } = await raised(ours.mina);
    expect(items.map(({ kind, urgent }) => [kind, urgent])).toEqual([
      ['risk_answer', true],
      ['call_wanted', true],
      ['process_stalled', false],
      ...[...items.slice(3).map(({ kind }) => [kind, false])],
    ]);
    expect(items.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['slip_logged', 'correction_opened']),
    );
    expect(items[0]).toMatchObject({ coupleId: ours.coupleId, side: 'RP', timeZone: 'America/Chicago' });
    expect(items[0]?.coupleName).toBeTruthy();
    expect(more).toBe(false);
  });

  it('tells the other side, colleagues, other clinics and everybody else nothing of it', async () => {
    const elsewhere = await arrangeClinic(app, 'South Pier Practice');
    const away = await arrangeStaff(app, elsewhere, 'therapist', 'Kim Aldous');
    for (const client of [ours.jo, ours.dana, ola, await signedIn(app, elsewhere, away, 'therapist')])
      expect(await raised(client)).toEqual(nothing);
    expect((await admin.call('get', 'raised')).status).toBe(404);
    expect((await app.client('clinic').call('get', 'raised')).status).toBe(401);
    for (const person of [ours.rowan, ours.iris])
      expect((await person.call('get', 'raised')).status).toBe(404);
  });

  it('shows the whole team what is raised with the joint work', async () => {
    await raise('JOINT', 'draft_review_overdue', 'joint', '2025-01-06T19:00:00Z');
    for (const client of [ours.jo, ours.dana]) expect(await kinds(client)).toEqual(['draft_review_overdue']);
  });

  it('leaves out whose contact is on record by now, whoever made it', async () => {
    const [period] = await app.db.sql<{ id: string }>(
      'SELECT id FROM aftercare_period WHERE couple_id = $1',
      [ours.coupleId],
    );
    const call = randomUUID();
    await app.db.sql(
      `INSERT INTO aftercare_task (clinic_id, id, period_id, couple_id, item, recipient, side, due_at, version)
        VALUES ($1, $2, $3, $4, 'h24.T_BP.call', 'T_BP', 'BP', now(), 1)`,
      [ours.clinicId, call, period?.id, ours.coupleId],
    );
    for (const kind of ['contact_due', 'contact_missing'])
      await raise('BP', kind, call, '2025-01-06T20:00:00Z');
    await raise('BP', 'departure_missing', String(period?.id), '2025-01-06T21:00:00Z');
    expect((await kinds(ours.jo)).sort()).toEqual([
      'contact_due',
      'contact_missing',
      'departure_missing',
      'draft_review_overdue',
    ]);
    const made = { body: { side: 'BP', contact: 'h24' } };
    expect((await ours.jo.call('post', `aftercare/${ours.coupleId}/contacts`, made)).status).toBe(204);
    expect((await kinds(ours.jo)).sort()).toEqual(['departure_missing', 'draft_review_overdue']);
    const left = { body: { side: 'BP', contact: 'departure' } };
    expect((await ours.mina.call('post', `aftercare/${ours.coupleId}/contacts`, left)).status).toBe(204);
    expect(await kinds(ours.jo)).toEqual(['draft_review_overdue']);
  });

  it('tells whoever covers that something urgent waits, for whom and since when, and keeps that on record', async () => {
    const id = randomUUID();
    await app.db.sql(
      `INSERT INTO cover VALUES ($1, $2, $3, $4, now() - interval '1 hour', now() + interval '1 day')`,
      [...[ours.clinicId, id, ours.minaId, olaId]],
    );
    const { items, covered } = await raised(ola);
    expect(items).toEqual([]);
    expect(covered).toEqual([
      {
        ...{ coupleName: expect.any(String), staffName: 'Mina Castellan', timeZone: 'America/Chicago' },
        since: expect.stringMatching(/^2025-01-06T1[78]/),
      },
    ]);
    expect(JSON.stringify(covered)).not.toMatch(/risk|slip|RP/);
    expect((await ola.call('get', `aftercare/${ours.coupleId}`)).status).toBe(404);
    const record = await app.db.sql(
      `SELECT resource_id, decision, app.hidden_from_office(action, decision) AS hidden FROM audit_event
        WHERE action = 'safety.covered_read' AND actor_id = $1`,
      [olaId],
    );
    expect(record).toEqual([{ resource_id: ours.coupleId, decision: 'allowed', hidden: true }]);
    await app.db.sql('UPDATE cover SET cancelled_at = now() WHERE id = $1', [id]);
    expect(await raised(ola)).toEqual(nothing);
  });

  it('loses what somebody has taken up', async () => {
    const { items } = await raised(ours.mina);
    const path = `aftercare/${ours.coupleId}/alerts/${ids.alertId}/acknowledgement`;
    expect((await ours.mina.call('post', path)).status).toBe(204);
    const after = (await raised(ours.mina)).items.map(({ alertId }) => alertId);
    expect(after).toEqual(items.map(({ alertId }) => alertId).filter((one) => one !== ids.alertId));
  });
});
