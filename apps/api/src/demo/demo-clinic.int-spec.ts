import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '../../test/test-app.js';
import { DemoClinic } from './demo-clinic.js';

describe('the demo clinic', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp({ TRELLIS_MODE: 'demo' });
    await app.app.get(DemoClinic).tell(app.app, new Date('2025-07-02T15:00:00Z'));
  }, 180_000);
  afterAll(async () => app.close());

  it('has Ellery’s disclosure behind it, with every step of the worked example on its own day', async () => {
    const steps = await app.db.sql<{ event: string; day: string }>(
      `SELECT v.event, (v.at AT TIME ZONE 'America/Chicago')::date::text AS day
        FROM disclosure_event v JOIN couple c ON c.clinic_id = v.clinic_id AND c.id = v.couple_id
        WHERE c.name = 'Ellery' AND cardinality(v.refused_guards) = 0 AND v.table_row <> 6 ORDER BY v.at`,
    );
    expect(steps.map(({ day, event }) => `${day} ${event}`)).toEqual([
      '2025-01-21 open_ftd', '2025-01-24 both_consent', '2025-01-27 screen_passed',
      '2025-02-17 release_for_review', '2025-02-19 gaps_found', '2025-02-22 release_for_review',
      '2025-02-24 readiness_huddle_signed', '2025-02-25 schedule', '2025-02-27 slip_logged',
      '2025-03-24 release_for_review', '2025-03-27 readiness_huddle_signed', '2025-03-28 schedule',
      '2025-04-03 day_before_reached', '2025-04-04 go', '2025-04-04 pause', '2025-04-04 continue_session',
      '2025-04-04 end', '2025-04-07 acute_passed', '2025-04-10 open_impact', '2025-04-24 deliver_impact',
      '2025-04-25 open_restitution', '2025-05-08 deliver_restitution', '2025-05-22 close',
    ]); // prettier-ignore
  });

  it('has the companions where the brief has them: told in pieces, declined, at rest for safety', async () => {
    const states = await app.db.sql<{ name: string; state: string }>(
      `SELECT c.name, p.state FROM disclosure_process p JOIN couple c ON c.clinic_id = p.clinic_id AND c.id = p.couple_id
        ORDER BY c.name`,
    );
    expect(states.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'Aster ON_HOLD',
      'Dale DECLINED',
      'Ellery COMPLETED',
      'Gale AFTERCARE',
    ]);
    const additions = await app.db.sql<{ n: number }>(
      'SELECT count(*)::integer AS n FROM correction WHERE met_at IS NOT NULL',
    );
    expect(additions).toEqual([{ n: 2 }]);
  });

  it('has exercises of its own: one that is given, in both languages, and one that is being written', async () => {
    const own = await app.db.sql<{ code: string; state: string; es: string }>(
      `SELECT code, state, content -> 'title' ->> 'es' AS es FROM exercise_version ORDER BY code DESC`,
    );
    expect(own).toEqual([
      { code: 'RX01', state: 'published', es: 'Momentos amables' },
      { code: 'BX01', state: 'draft', es: '' },
    ]);
  });

  it('leaves the second-factor code that is shown now to whoever comes first', async () => {
    const [used] = await app.db.sql<{ step: string }>(
      'SELECT max(totp_last_step) AS step FROM staff_account',
    );
    expect(Number(used?.step)).toBeGreaterThan(0);
    expect(Number(used?.step)).toBeLessThan(Math.floor(Date.now() / 30_000));
  });
});
