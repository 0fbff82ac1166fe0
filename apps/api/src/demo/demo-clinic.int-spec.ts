import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { elleryCounts, elleryDialogues, elleryShared, expectedComposites } from '@trellis/fixtures';
import { testApp, type TestApp } from '../../test/test-app.js';
import { DisclosureClockLoop } from '../disclosure-clock/disclosure-clock-loop.service.js';
import { Clock } from '../platform/clock.js';
import { DemoClinic } from './demo-clinic.js';

describe('the demo clinic', () => {
  const told = new Date('2025-07-02T15:00:00Z');
  const quotient = (written = '0/1'): number => {
    const [of = 0, by = 1] = written.split('/').map(Number);
    return of / by;
  };
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp({ TRELLIS_MODE: 'demo' });
    await app.app.get(DemoClinic).tell(app.app, told);
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
      'Birch COMPLETED',
      'Dale DECLINED',
      'Ellery COMPLETED',
      'Gale AFTERCARE',
    ]);
    const additions = await app.db.sql<{ n: number }>(
      'SELECT count(*)::integer AS n FROM correction WHERE met_at IS NOT NULL',
    );
    expect(additions).toEqual([{ n: 2 }]);
  });

  it('has a couple that came closer step by step, and for whom touch rests after one hard evening', async () => {
    const gates = await app.db.sql<{ gate: string }>(
      `SELECT g.to_stage || ' ' || (g.opened_at AT TIME ZONE 'America/Chicago')::date AS gate FROM stage_gate g
        JOIN couple c ON c.clinic_id = g.clinic_id AND c.id = g.couple_id WHERE c.name = 'Birch' ORDER BY g.to_stage`,
    );
    expect(gates.map(({ gate }) => gate)).toEqual(['2 2025-01-13', '3 2025-05-26']);
    const signals = await app.db.sql(
      `SELECT s.side, s.trigger FROM touch_signal s JOIN couple c ON c.clinic_id = s.clinic_id AND c.id = s.couple_id
        WHERE c.name = 'Birch'`,
    );
    expect(signals).toEqual([{ side: 'BP', trigger: 'pressure' }]);
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

  it('has the worked example’s homework: every count behind its readings comes from exercises that were done', async () => {
    app.app.get(Clock).travelTo(told);
    await app.app.get(DisclosureClockLoop).round({ pollMs: 60_000, batch: 50, staleSeconds: 60 });
    const kept = await app.db.sql<{
      predictor: string;
      counts: Record<string, [string, number]>;
      score: number;
    }>(
      `SELECT r.predictor, r.counts, split_part(r.composite, '/', 1)::float8 / split_part(r.composite, '/', 2)::float8
          AS score FROM predictor_reading r JOIN couple c ON c.clinic_id = r.clinic_id AND c.id = r.couple_id
        WHERE c.name = 'Ellery' AND r.superseded_at IS NULL ORDER BY r.window_ends_on`,
    );
    for (const [predictor, keys] of [
      ['CT', ['c1', 'c2', 'c4']],
      ['ED', ['e1']],
      ['CG', ['g1', 'g2']],
    ] as const)
      for (const key of keys) {
        const counted = kept.filter((one) => one.predictor === predictor).map(({ counts }) => counts[key]);
        expect([key, counted.map((count) => [quotient(count?.[0]), count?.[1]])]).toEqual([
          key,
          elleryCounts[key],
        ]);
      }
    const transparency = kept.filter(({ predictor }) => predictor === 'CT').map(({ score }) => score);
    for (const [at, score] of transparency.entries())
      expect(score).toBeCloseTo(expectedComposites.CT[at] ?? -1, 1);
    expect(transparency).toHaveLength(expectedComposites.CT.length);
  });

  it('goes off track once, on the day of the worked example, and for both of its reasons', async () => {
    const found = await app.db.sql<{ on: string; rules: string[] }>(
      `SELECT e.opened_on::text AS on, array_agg(a.rule ORDER BY a.rule) AS rules FROM off_track_episode e
          JOIN off_track_alert a ON a.clinic_id = e.clinic_id AND a.episode_id = e.id
          JOIN couple c ON c.clinic_id = e.clinic_id AND c.id = e.couple_id
        WHERE c.name = 'Ellery' GROUP BY e.id, e.opened_on`,
    );
    // The worked example's 25 May, a week later: the demo's week 25 is the one in which it is told.
    expect(found).toEqual([{ on: '2025-06-01', rules: ['OT-2', 'OT-3'] }]);
  });

  it('has what two did together: open where both handed in, waiting where one did', async () => {
    const [work] = await app.db.sql<{ both: number; one: number }>(
      `SELECT count(*) FILTER (WHERE w.revealed_at IS NOT NULL)::integer AS both,
          count(*) FILTER (WHERE w.revealed_at IS NULL)::integer AS one
        FROM joint_work w JOIN couple c ON c.clinic_id = w.clinic_id AND c.id = w.couple_id WHERE c.name = 'Ellery'`,
    );
    const halves = elleryShared.filter(({ partnerOptedIn }) => partnerOptedIn);
    const missing = halves.filter(({ halves: { BP } }) => BP === 'missed').length;
    // Of three trust reviews two were opened in a session; the third is not due yet.
    expect(work).toEqual({ both: halves.length - missing + elleryDialogues.length + 2, one: missing + 1 });
  });

  it('reads a couple of whom one never came from what is there, hollow and never compared', async () => {
    const kept = await app.db.sql<{ predictor: string; kind: string; sources: string }>(
      `SELECT r.predictor, r.kind, array_to_string(r.sources, '') AS sources FROM predictor_reading r
          JOIN couple c ON c.clinic_id = r.clinic_id AND c.id = r.couple_id
        WHERE c.name = 'Fen' AND r.superseded_at IS NULL ORDER BY r.window_ends_on, r.predictor`,
    );
    for (const code of ['CT', 'CG', 'TS']) {
      const readings = kept.filter(({ predictor }) => predictor === code);
      expect([code, readings.map(({ kind, sources }) => `${kind} ${sources}`)]).toEqual([
        code,
        Array.from({ length: 5 }, () => 'partial RTD'),
      ]);
    }
    expect(kept.filter(({ kind }) => kind === 'full')).toEqual([]);
    const found = await app.db.sql(
      `SELECT a.rule FROM off_track_alert a JOIN couple c ON c.clinic_id = a.clinic_id AND c.id = a.couple_id
        WHERE c.name = 'Fen'`,
    );
    expect(found).toEqual([]);
  });

  it('has progress notes that are signed, one that is being written, and one that is still owed', async () => {
    const notes = await app.db.sql<{ state: string; n: number }>(
      'SELECT state, count(*)::integer AS n FROM progress_note GROUP BY state ORDER BY state',
    );
    expect(notes).toEqual([
      { state: 'draft', n: 1 },
      { state: 'signed', n: 8 },
    ]);
    const [owed] = await app.db.sql<{ n: number }>(
      `SELECT count(*)::integer AS n FROM appointment a JOIN couple c ON c.clinic_id = a.clinic_id AND c.id = a.couple_id
        WHERE c.name = 'Fen' AND a.starts_at < '2025-06-30' AND EXISTS (SELECT FROM appointment_participant p
          WHERE p.clinic_id = a.clinic_id AND p.appointment_id = a.id AND p.attendance = 'attended')
          AND NOT EXISTS (SELECT FROM progress_note n WHERE n.clinic_id = a.clinic_id AND n.appointment_id = a.id)`,
    );
    expect(owed).toEqual({ n: 1 });
  });

  it('leaves the second-factor code that is shown now to whoever comes first', async () => {
    const [used] = await app.db.sql<{ step: string }>(
      'SELECT max(totp_last_step) AS step FROM staff_account',
    );
    expect(Number(used?.step)).toBeGreaterThan(0);
    expect(Number(used?.step)).toBeLessThan(Math.floor(Date.now() / 30_000));
  });
});
