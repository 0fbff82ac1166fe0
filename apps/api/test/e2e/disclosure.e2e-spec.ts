import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DisclosureView, UnmetGateView } from '@trellis/contracts';
import { readinessItems } from '@trellis/domain';
import { arrangeClinic, arrangeStaff, enrolBoth, newCouple, signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const body = { startsAt: '2099-07-01T10:00:00-05:00' };

describe('the disclosure of a couple', () => {
  let app: TestApp;
  let clinicId: string;
  let mina: string;
  let jo: string;
  let lead: TestClient;
  let coupleId: string;

  beforeAll(async () => {
    app = await testApp();
    clinicId = await arrangeClinic(app);
    mina = await arrangeStaff(app, clinicId, 'therapist', 'Mina Castellan');
    jo = await arrangeStaff(app, clinicId, 'therapist', 'Jo Whitlock');
    lead = await signedIn(app, clinicId, mina, 'therapist');
  });
  beforeEach(async () => {
    const careTeam = [
      { staffId: mina, side: 'RP' as const },
      { staffId: jo, side: 'BP' as const },
      { staffId: mina, side: 'JOINT' as const },
    ];
    coupleId = (await lead.call('post', 'couples', { body: newCouple(mina, { careTeam }) })).body.id;
  });
  afterAll(async () => app.close());

  const ask = { open: async (options = {}) => lead.call('post', `disclosure/${coupleId}`, options) };
  const steps = async (): Promise<Record<string, unknown>[]> =>
    app.db.sql(
      'SELECT event, from_state, to_state, refused_guards, actor_id FROM disclosure_event WHERE couple_id = $1 ORDER BY at, id',
      [coupleId],
    );
  const idsOf = (gates: UnmetGateView[]): string[] =>
    gates.map(({ guardId, item }) => (item === null ? guardId : `${guardId} ${item}`));

  it('begins as not started with every criterion open', async () => {
    const view = (await lead.call('get', `disclosure/${coupleId}`)).body as DisclosureView;
    expect(view).toMatchObject({ id: null, state: 'NOT_STARTED', version: 0, openedAt: null, events: [] });
    expect(view.readiness).toHaveLength(readinessItems.length);
    expect(view.readiness.every(({ status }) => status === 'not_met')).toBe(true);
  });

  it('C-10 does not open before both people are enrolled and have signed, and remembers that it was asked', async () => {
    const answer = await ask.open();
    const expected = ['both_enrolled RP', 'both_enrolled BP', 'policy_signed RP', 'policy_signed BP'];
    expect([answer.status, answer.body.code]).toEqual([409, 'disclosure_refused']);
    expect(idsOf(answer.body.facts.gates)).toEqual(expected);
    expect(await steps()).toEqual([
      {
        event: 'open_ftd',
        from_state: 'NOT_STARTED',
        to_state: 'NOT_STARTED',
        refused_guards: expected,
        actor_id: mina,
      },
    ]);
    const audited = await app.db.sql(
      "SELECT decision FROM audit_event WHERE action = 'disclosure.transition' AND resource_id = $1",
      [coupleId],
    );
    expect(audited).toEqual([{ decision: 'refused' }]);
    expect((await lead.call('get', `disclosure/${coupleId}`)).body.state).toBe('NOT_STARTED');
  });

  it('does not open on one signature, nor on one that was withdrawn', async () => {
    await enrolBoth(app, coupleId, ['secrets_policy']);
    await app.db.sql(
      "UPDATE consent SET withdrawn_at = now() WHERE person_id IN (SELECT person_id FROM enrolment WHERE couple_id = $1 AND side = 'BP')",
      [coupleId],
    );
    expect(idsOf((await ask.open()).body.facts.gates)).toEqual(['policy_signed BP']);
  });

  it('opens once, however often and in whatever crowd it is asked', async () => {
    await enrolBoth(app, coupleId, ['secrets_policy']);
    const key = randomUUID();
    const crowd = await Promise.all([ask.open({ key }), ask.open({ key }), ask.open(), ask.open()]);
    const opened = crowd.filter(({ status }) => status === 201);
    expect(
      crowd
        .filter(({ status }) => status === 409)
        .every(({ body: b }) => b.code === 'disclosure_already_open'),
    ).toBe(true);
    expect(opened.length).toBeGreaterThan(0);
    expect(opened[0]!.body).toMatchObject({
      state: 'CONSIDERING',
      version: 1,
      events: [{ event: 'open_ftd', from: 'NOT_STARTED', to: 'CONSIDERING', byName: 'Mina Castellan' }],
    });
    expect(
      await app.db.sql('SELECT 1 FROM disclosure_process WHERE couple_id = $1', [coupleId]),
    ).toHaveLength(1);
    expect(await steps()).toHaveLength(1);
    const [written] = await app.db.sql(
      `SELECT acting_role, co_signer, table_row, met_guards, zone, consent_version_rp, draft_version
        FROM disclosure_event WHERE couple_id = $1`,
      [coupleId],
    );
    expect(written).toEqual({
      ...{
        acting_role: 'T_RP',
        co_signer: null,
        table_row: 1,
        met_guards: ['both_enrolled', 'policy_signed'],
      },
      ...{ zone: 'America/Chicago', consent_version_rp: null, draft_version: null },
    });
    const again = await ask.open();
    expect([again.status, again.body.code]).toEqual([409, 'disclosure_already_open']);
  });

  describe('asked for a date too early', () => {
    beforeEach(async () => {
      await enrolBoth(app, coupleId, ['secrets_policy']);
      await ask.open();
    });

    it('answers with every gate on the way at once, and remembers them', async () => {
      const answer = await lead.call('post', `disclosure/${coupleId}/schedule`, { body, version: 1 });
      expect([answer.status, answer.body.code]).toEqual([409, 'disclosure_refused']);
      const listed = idsOf(answer.body.facts.gates);
      expect(new Set(listed).size).toBe(listed.length);
      const guards = new Set(listed.map((id) => id.split(' ')[0]));
      expect([...guards].sort()).toEqual([
        ...['calendar_clear', 'consents_given', 'contraindications_absent', 'date_within_readiness'],
        ...['questions_received', 'readiness_met', 'readiness_signed', 'releases_signed', 'review_items_met'],
        ...['review_rounds', 'risk_screens_fresh', 'sections_approved', 'slip_distance'],
        ...['soft_conditions', 'state_reached'],
      ]);
      const items = listed
        .filter((id) => /^(readiness|review_items)_met /.test(id))
        .map((id) => id.split(' ')[1]);
      expect(items.sort()).toEqual([...readinessItems.map(({ id }) => id)].sort());
      const [, refused] = await steps();
      expect(refused).toEqual({
        event: 'schedule',
        from_state: 'CONSIDERING',
        to_state: 'CONSIDERING',
        refused_guards: listed,
        actor_id: mina,
      });
      const audited = await app.db.sql(
        "SELECT decision, reason_code FROM audit_event WHERE resource = 'disclosure_process' AND reason_code = 'schedule' AND actor_id = $1",
        [mina],
      );
      expect(audited).toContainEqual({ decision: 'refused', reason_code: 'schedule' });
      const { body: view } = await lead.call('get', `disclosure/${coupleId}`);
      expect(view).toMatchObject({ state: 'CONSIDERING', version: 1 });
      expect(view.events).toHaveLength(1);
    });

    it('asks for what the care team and the policy do not meet, and for nothing that they do', async () => {
      const alone = newCouple(mina, { secretsPolicy: 'NO_SECRETS' });
      const other = (await lead.call('post', 'couples', { body: alone })).body.id;
      await enrolBoth(app, other, ['secrets_policy']);
      await lead.call('post', `disclosure/${other}`);
      const guardsOf = async (id: string): Promise<string[]> => {
        const answer = await lead.call('post', `disclosure/${id}/schedule`, { body, version: 1 });
        return (answer.body.facts.gates as UnmetGateView[]).map(({ guardId }) => guardId);
      };
      const [solo, team] = [await guardsOf(other), await guardsOf(coupleId)];
      expect(solo).toEqual(expect.arrayContaining(['policy_fits', 'solo_consultation']));
      expect(team).not.toEqual(expect.arrayContaining(['policy_fits']));
      expect(team).not.toEqual(expect.arrayContaining(['solo_consultation']));
    });

    it("keeps evidence of the partner's side from a therapist who does not hold it", async () => {
      const answer = await lead.call('post', `disclosure/${coupleId}/schedule`, { body, version: 1 });
      const gates = answer.body.facts.gates as UnmetGateView[];
      const risk = gates.filter(({ guardId }) => guardId === 'contraindications_absent');
      expect(risk.map(({ side, evidence }) => [side, Object.keys(evidence).length > 0])).toEqual([
        ['RP', true],
        ['BP', false],
      ]);
    });

    it('tells a therapist who does not lead only that it is not theirs, and an admin nothing more', async () => {
      const other = await signedIn(app, clinicId, jo, 'therapist');
      const refused = await other.call('post', `disclosure/${coupleId}/schedule`, { body, version: 1 });
      expect(idsOf(refused.body.facts.gates)).toEqual(['may_act']);
      const dale = await arrangeStaff(app, clinicId, 'clinic_admin', 'Dale Moss');
      const admin = await signedIn(app, clinicId, dale, 'clinic_admin');
      const asAdmin = await admin.call('post', `disclosure/${coupleId}/schedule`, { body, version: 1 });
      expect([asAdmin.status, asAdmin.body.facts]).toEqual([409, { gates: [] }]);
      const recorded = await steps();
      expect(recorded.map(({ actor_id }) => actor_id)).toEqual([mina, jo, dale]);
    });

    it.each([
      ['without a version', {}, 428, 'version_missing'],
      ['with an old version', { version: 7 }, 412, 'version_stale'],
    ])('refuses a request %s', async (_, options, status, code) => {
      const answer = await lead.call('post', `disclosure/${coupleId}/schedule`, { body, ...options });
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    });

    it.each(['2099-07-01', '2099-07-01T10:00:00', 'soon', '2099-02-30T10:00:00Z'])(
      'refuses "%s" as a moment',
      async (startsAt) => {
        const answer = await lead.call('post', `disclosure/${coupleId}/schedule`, {
          body: { startsAt },
          version: 1,
        });
        expect([answer.status, answer.body.code]).toEqual([400, 'invalid_request']);
      },
    );
  });
});
