import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { OwnReadinessPartView } from '@trellis/contracts';
import { arrangeCase, firstMonday, travel, type ArrangedCase } from '../arrange-case.js';
import { signedIn } from '../arrange.js';
import {
  answerDisclosure,
  clearSide,
  openDisclosure,
  readinessOf,
  readinessSeen,
  releaseBoth,
} from '../arrange-readiness.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const monday = '2025-01-06';

describe('readiness for a disclosure', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let at: string;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    ours = await arrangeCase(app);
    at = readinessOf(ours.coupleId);
    await openDisclosure(ours);
  });
  afterAll(async () => app.close());

  const stateOf = async (): Promise<string> => (await readinessSeen(ours.mina, ours.coupleId)).state;
  const assess = async (
    by: TestClient,
    side: 'RP' | 'BP',
    condition: string,
    present = true,
    note: string | null = null,
  ) => {
    const findings = [{ condition, present }];
    return by.call('post', `${at}/assessments`, { body: { side, on: monday, findings, note } });
  };

  describe('the private yes', () => {
    it('moves the process with the second one, whoever gives it first', async () => {
      const first = await answerDisclosure(ours.iris, 'yes');
      expect(first).toMatchObject({ stage: 'asked', consent: { answer: 'yes', takenBack: false } });
      expect(await stateOf()).toBe('CONSIDERING');
      expect((await answerDisclosure(ours.rowan, 'yes')).stage).toBe('under_way');
      expect(await stateOf()).toBe('SCREENING');
      const [step] = await app.db.sql<{ actor_role: string; consent_version_rp: string }>(
        `SELECT acting_role AS actor_role, consent_version_rp FROM disclosure_event
          WHERE couple_id = $1 AND event = 'both_consent'`,
        [ours.coupleId],
      );
      expect(step).toEqual({ actor_role: 'SYSTEM', consent_version_rp: 'disclosure/1' });
    });

    it('moves once when both say yes at the same moment', async () => {
      await Promise.all([answerDisclosure(ours.iris, 'yes'), answerDisclosure(ours.rowan, 'yes')]);
      expect(await stateOf()).toBe('SCREENING');
      const steps = await app.db.sql(
        "SELECT 1 FROM disclosure_event WHERE couple_id = $1 AND event = 'both_consent'",
        [ours.coupleId],
      );
      expect(steps).toHaveLength(1);
    });

    it.each(['not_now', 'no'] as const)(
      'stays where it is on "%s", and can be said again',
      async (answer) => {
        await answerDisclosure(ours.rowan, 'yes');
        await answerDisclosure(ours.iris, answer);
        expect(await stateOf()).toBe('CONSIDERING');
        await answerDisclosure(ours.iris, 'yes');
        expect(await stateOf()).toBe('SCREENING');
      },
    );

    it('is given to a text, with its digest, and to no other', async () => {
      const old = { answer: 'yes', textVersion: 'disclosure/0' };
      const refused = await ours.iris.call('post', 'readiness/consent', { body: old });
      expect([refused.status, refused.body.code]).toEqual([409, 'readiness_text_changed']);
      await answerDisclosure(ours.iris, 'yes');
      const kept = await app.db.sql('SELECT text_hash FROM disclosure_consent WHERE person_id = $1', [
        ours.irisId,
      ]);
      expect(kept).toEqual([{ text_hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    });

    it('tells the other person nothing: the same bytes before and after', async () => {
      const asked = async (): Promise<string> => (await ours.rowan.call('get', 'readiness')).text;
      const before = await asked();
      await answerDisclosure(ours.iris, 'yes');
      expect(await asked()).toBe(before);
      await answerDisclosure(ours.iris, 'no');
      expect(await asked()).toBe(before);
      await answerDisclosure(ours.rowan, 'yes');
      const ownYes = await asked();
      await answerDisclosure(ours.iris, 'yes');
      expect(await asked()).toBe(ownYes.replace('"stage":"asked"', '"stage":"under_way"'));
    });

    it('is taken back at once from every state, and stops the process', async () => {
      await answerDisclosure(ours.iris, 'yes');
      await answerDisclosure(ours.rowan, 'yes');
      const no = { answer: 'no', textVersion: 'disclosure/1' };
      const wrong = await ours.iris.call('post', 'readiness/consent', { body: no });
      expect([wrong.status, wrong.body.facts]).toEqual([409, { reason: 'withdraw_instead' }]);
      const withdrawn = await ours.iris.call('post', 'readiness/consent/withdrawal');
      expect([withdrawn.status, withdrawn.body.stage]).toEqual([200, 'none']);
      expect(await stateOf()).toBe('STOPPED');
      const left = await app.db.sql(
        'SELECT 1 FROM disclosure_consent WHERE couple_id = $1 AND revoked_at IS NULL',
        [ours.coupleId],
      );
      expect(left).toEqual([]);
      const again = await ours.iris.call('post', 'readiness/consent/withdrawal');
      expect([again.status, again.body.stage]).toEqual([200, 'none']);
    });

    it('is taken back without a word to the other one, until their own therapist tells them', async () => {
      await answerDisclosure(ours.iris, 'yes');
      await answerDisclosure(ours.rowan, 'yes');
      const seen = async (): Promise<string> => (await ours.rowan.call('get', 'readiness')).text;
      const before = await seen();
      await ours.iris.call('post', 'readiness/consent/withdrawal');
      expect(await seen()).toBe(before);
      const ticked = await ours.rowan.call('post', 'readiness/items/R12', {
        body: { met: true },
        version: 0,
      });
      expect([ticked.status, ticked.body.stage]).toEqual([200, 'under_way']);
    });

    it('holds 90 calendar days of the zone of the couple, its own day the first', async () => {
      await answerDisclosure(ours.iris, 'yes');
      const own = async (): Promise<OwnReadinessPartView['consent']> => {
        const iris = await signedIn(app, ours.clinicId, ours.irisId, 'client');
        return ((await iris.call('get', 'readiness')).body as OwnReadinessPartView).consent;
      };
      // The last day ends at midnight in Chicago, which is five in the morning in London.
      travel(app, new Date('2025-04-06T04:59:00Z'));
      expect(await own()).toMatchObject({ validUntil: '2025-04-05', expired: false });
      travel(app, new Date('2025-04-06T05:00:00Z'));
      expect(await own()).toMatchObject({ validUntil: '2025-04-05', expired: true });
      travel(app, firstMonday);
    });
  });

  describe('what a clinician finds', () => {
    it.each([
      ['acute_risk_to_self', 'ON_HOLD'],
      ['violence_or_fear', 'ON_HOLD'],
      ['acute_mental_state', 'ON_HOLD'],
      ['separation_decided', 'CONSIDERING'],
      ['not_wanted_or_coerced', 'CONSIDERING'],
    ])('takes effect at once: %s leads to %s', async (condition, state) => {
      const found = await assess(ours.jo, 'BP', condition, true, 'cnry-jo-finding');
      expect([found.status, found.body.state]).toEqual([200, state]);
      expect(await stateOf()).toBe(state);
    });

    it('asks the therapist for what only they may do, and names what is held back', async () => {
      await assess(ours.jo, 'BP', 'not_wanted_or_coerced');
      await assess(ours.mina, 'RP', 'legal_exposure');
      const jo = await readinessSeen(ours.jo, ours.coupleId);
      expect(jo.sides.map(({ side }) => side)).toEqual(['BP']);
      expect(jo.sides[0]!.asks).toEqual([
        { event: 'decline', by: ['T_BP'], condition: 'not_wanted_or_coerced' },
      ]);
      const mina = await readinessSeen(ours.mina, ours.coupleId);
      expect(mina.sides.find(({ side }) => side === 'RP')!.needs.map(({ kind }) => kind)).toContain(
        'block_sensitive_writing',
      );
    });

    it('keeps the reason of a pause on its side', async () => {
      await assess(ours.jo, 'BP', 'violence_or_fear', true, 'cnry-jo-fear');
      const [hold] = await app.db.sql('SELECT side FROM disclosure_hold WHERE couple_id = $1', [
        ours.coupleId,
      ]);
      expect(hold).toEqual({ side: 'BP' });
      const seen = JSON.stringify((await ours.mina.call('get', at)).body);
      expect(seen).not.toMatch(/violence_or_fear"[^}]*"present":true/);
    });

    it('refuses a day that is still to come, and reads what was done earlier as of that day', async () => {
      const findings = [{ condition: 'life_event', present: true }];
      const early = await ours.jo.call('post', `${at}/assessments`, {
        body: { side: 'BP', on: '2025-01-07', findings },
      });
      expect([early.status, early.body.code]).toEqual([400, 'invalid_request']);
      const screen = { kind: 'risk_screen', side: 'BP', on: '2025-01-02' };
      expect((await ours.jo.call('post', `${at}/records`, { body: screen })).status).toBe(200);
      const [side] = (await readinessSeen(ours.jo, ours.coupleId)).sides;
      expect(side!.facts).toEqual([
        {
          ...{ kind: 'risk_screen', outcome: null, on: '2025-01-02', byName: 'Jo Whitlock' },
          ...{ validUntil: '2025-01-09', expired: false },
        },
      ]);
    });

    it.each([
      ['a consultation on one side', { kind: 'consultation', side: 'RP', on: monday }],
      ['treatment of the partner', { kind: 'treatment_start', side: 'BP', on: monday }],
      ['advice without an outcome', { kind: 'counsel', side: 'RP', on: monday }],
      ['a screen with an outcome', { kind: 'risk_screen', side: 'RP', on: monday, outcome: 'health' }],
      [
        'a purpose with the outcome of advice',
        { kind: 'separation_purpose', side: 'RP', on: monday, outcome: 'consulted' },
      ],
      ['a day that is none', { kind: 'risk_screen', side: 'RP', on: '2025-02-30' }],
    ])('refuses %s', async (_, body) => {
      const by = body.side === 'BP' ? ours.jo : ours.mina;
      const refused = await by.call('post', `${at}/records`, { body });
      expect([refused.status, refused.body.code]).toEqual([400, 'invalid_request']);
    });

    it('lets preparing begin when both sides are clear, and not a day after it ran out', async () => {
      await answerDisclosure(ours.iris, 'yes');
      await answerDisclosure(ours.rowan, 'yes');
      await clearSide(ours.mina, ours.coupleId, 'RP', monday);
      await clearSide(ours.jo, ours.coupleId, 'BP', monday);
      await releaseBoth(ours, '2025-12-31');
      const ask = async () => {
        const { body } = await ours.mina.call('get', `disclosure/${ours.coupleId}`);
        return ours.mina.call('post', `disclosure/${ours.coupleId}/steps`, {
          body: { event: 'screen_passed' },
          version: Number(body.version),
        });
      };
      travel(app, new Date('2025-01-21T18:00:00Z'));
      const late = await ask();
      expect(late.status).toBe(409);
      expect((late.body.facts.gates as { guardId: string }[]).map(({ guardId }) => guardId)).toEqual([
        ...['contraindications_absent', 'contraindications_absent'],
      ]);
      travel(app, new Date('2025-01-20T18:00:00Z'));
      expect((await ask()).status).toBe(200);
      expect(await stateOf()).toBe('PREPARING');
      travel(app, firstMonday);
    });
  });
});
