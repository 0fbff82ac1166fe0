import { randomUUID } from 'node:crypto';
import type { ArrangedCase } from '../arrange-case.js';
import type { TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** Episodes of a couple, one in each state from which a step leads on. */
export async function offTrackCalls(
  { db }: TestApp,
  { clinicId, coupleId, mina, minaId, rowan }: ArrangedCase,
  admin: TestClient,
): Promise<RightCalls> {
  const as = (): Promise<typeof mina> => Promise.resolve(mina);
  const episode = async (state: 'open' | 'acknowledged'): Promise<string> => {
    const id = randomUUID();
    const by = state === 'open' ? null : minaId;
    await db.sql(
      `INSERT INTO off_track_episode (clinic_id, id, couple_id, kind, sides, opened_on, acknowledge_by, state, acted_by,
          acted_on, version) VALUES ($1, $2, $3, 'off_track', '{JOINT}', '2025-01-05', '2025-01-08', $4, $5,
          CASE WHEN $5::uuid IS NULL THEN NULL ELSE '2025-01-06'::date END, 1)`,
      [clinicId, id, coupleId, state, by],
    );
    await db.sql(
      `INSERT INTO off_track_alert VALUES ($1, $2, $3, $4, 'JOINT', 'OT-3', NULL, 'RP', '2025-01-05', '2025-01-05',
          'coverage_fell', gen_random_uuid()::text, now())`,
      [clinicId, randomUUID(), id, coupleId],
    );
    return id;
  };
  const plan = { tool: 'alliance', words: 'A talk about what we are working on.' };
  const act = async (state: 'open' | 'acknowledged') => ({
    ...{ as, ids: { coupleId, episodeId: await episode(state) }, version: 1, keyed: true as const },
  });
  const planned = await act('acknowledged');
  const path = `off-track/${coupleId}/episodes/${planned.ids.episodeId}/plan`;
  await mina.call('post', path, { version: 1, body: plan });
  return {
    'CoupleTrackersController.ofCouple': { as, ids: { coupleId } },
    'TrustReviewsController.ofCouple': { as, ids: { coupleId } },
    'LimitsController.read': { as },
    'LimitsController.change': {
      ...{ as: () => Promise.resolve(admin), version: 0, keyed: true, loose: /^own/ },
      body: { own: { viewGap: 40 } },
    },
    'ShownChangesController.ofCouple': { as, ids: { coupleId } },
    'ShownChangesController.show': {
      ...{ as, ids: { coupleId }, keyed: true, body: { predictor: 'CT', to: ['RP', 'BP'] } },
    },
    'ShownChangesController.takeBack': {
      ...{ as, ids: { coupleId, changeId: randomUUID() }, version: 1, keyed: true },
    },
    'OwnShownChangesController.own': { as: () => Promise.resolve(rowan) },
    'SupervisionController.caseload': { as, query: 'limit=2' },
    'OffTrackController.waiting': { as, query: '' },
    'OffTrackController.ofCouple': { as, ids: { coupleId } },
    'OffTrackController.openPlan': { as, ids: planned.ids },
    'OffTrackController.acknowledge': await act('open'),
    'OffTrackController.plan': { ...(await act('acknowledged')), body: plan },
    'OffTrackController.close': { ...planned, version: 2, body: { as: 'resolved' } },
  };
}
