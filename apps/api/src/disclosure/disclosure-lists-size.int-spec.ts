import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { attachmentItems } from '@trellis/domain';
import { arrangeStaff, signedIn } from '../../test/arrange.js';
import { arrangeCase, type ArrangedCase } from '../../test/arrange-case.js';
import { documentOf, keepDocument, putAt } from '../../test/arrange-document.js';
import { ask, layDown, lettersOf, lookThrough, questionsOf } from '../../test/arrange-letters.js';
import { answerDisclosure, readinessOf, releaseBoth } from '../../test/arrange-readiness.js';
import { explainStatements, type Explain } from '../../test/explained-statements.js';
import { manyCouples } from '../../test/many-couples.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import type { TestClient } from '../../test/test-client.js';

/** A longer measurement asks for 10,000. */
const couples = Number(process.env['TRELLIS_MEASURED_COUPLES'] ?? 1500);
/** What one couple has gathered where a list may grow. */
const many = 200;
/** Blocks of 8 kB that one statement of a list may touch, however many couples there are. */
const fewBlocks = 500;
/** Before the arranged case's noon. */
const at = '2025-01-06T12:00:00Z';
describe('the lists of a disclosure in a large clinic', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let admin: TestClient;
  let sol: TestClient;
  let explain: Explain;

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    const adminId = await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Dale Moss');
    admin = await signedIn(app, ours.clinicId, adminId, 'clinic_admin');
    const solId = await arrangeStaff(app, ours.clinicId, 'supervisor', 'Sol Reyes');
    sol = await signedIn(app, ours.clinicId, solId, 'supervisor');
    await arrangeRecord(solId);
    await manyCouples(app.db, ours.clinicId, couples);
    await arrangeBusiest();
    await app.db.sql('VACUUM ANALYZE');
    explain = explainStatements();
  }, 300_000);
  afterAll(async () => {
    jest.restoreAllMocks();
    await app.close();
  });

  /** A little of everything, by the people themselves where that is quick. */
  async function arrangeRecord(coSignerId: string): Promise<void> {
    const { coupleId, clinicId, mina, jo, rowan, iris, minaId, rowanId } = ours;
    await keepDocument(app, ours, { document: 'my part', inventory: '2019', comment: 'when?' });
    await answerDisclosure(iris, 'yes');
    await releaseBoth(ours, '2025-12-31');
    await iris.call('post', 'readiness/grounding', { body: { skill: 'breath', recoveryNoted: true } });
    const override = { status: 'clinician_override', reason: 'Read it.', coSignerId };
    await mina.call('post', `${readinessOf(coupleId)}/items/R8`, { body: override, version: 0 });
    await app.db.sql(
      `INSERT INTO disclosure_cosign (clinic_id, id, process_id, couple_id, event, asked_by, asked_at, co_signer)
        SELECT clinic_id, gen_random_uuid(), id, couple_id, 'waive', $2, now(), $3 FROM disclosure_process WHERE couple_id = $1`,
      [coupleId, minaId, coSignerId],
    );
    await ask(iris);
    await lookThrough(ours);
    await iris.call('post', 'questions/release');
    const date = { kind: 'travel', from: '2025-03-01', to: '2025-03-04' };
    await mina.call('post', `disclosure-sessions/${coupleId}/dates`, { body: date });
    const slip = { stopCheck: 'no', slipAt: at, level: 'slip', partner: 'not_yet', words: 'late' };
    await rowan.call('post', 'slips', { body: slip });
    await putAt(app, coupleId, 'AFTERCARE');
    await layDown(iris, 'impact');
    const period = randomUUID();
    await app.db.sql(
      `INSERT INTO aftercare_period SELECT $1, $2, $3, id, $4, NULL, false FROM disclosure_process WHERE couple_id = $3`,
      [clinicId, period, coupleId, at],
    );
    await app.db.sql(
      `INSERT INTO aftercare_task (clinic_id, id, period_id, couple_id, item, recipient, side, due_at, version)
        SELECT $1, gen_random_uuid(), $2, $3, item, 'RP', 'RP', $4, 1
        FROM unnest(ARRAY['departure.RP.pledge', 'h24.RP.check', 'h24.RP.shame', 'd7.RP.check']) item`,
      [clinicId, period, coupleId, at],
    );
    await rowan.call('post', 'aftercare/corrections', {
      body: { recalledAt: at, words: 'one more account' },
    });
    const appointment = randomUUID();
    await app.db.sql(
      `INSERT INTO appointment VALUES ($1, $2, $3, 'disclosure', $5::timestamptz, $5::timestamptz + interval '3 hours', 'America/Chicago', true,
        $4, now(), NULL, 'JOINT', NULL, NULL, 'open', NULL, NULL, false, 1)`,
      [clinicId, appointment, coupleId, minaId, at],
    );
    for (const [staff, person] of [
      [minaId, null],
      [null, rowanId],
    ])
      await app.db.sql(
        `INSERT INTO appointment_participant SELECT a.clinic_id, $2, a.id, a.couple_id, a.starts_at, a.ends_at, true, $3, $4,
          a.starts_at, 'expected', 'JOINT' FROM appointment a WHERE a.id = $1`,
        [appointment, randomUUID(), staff, person],
      );
    await jo.call('get', documentOf(coupleId));
    const answers = Object.fromEntries(attachmentItems.map(({ key }) => [key, 2]));
    await rowan.call('post', 'trackers/attachment', { body: { answers } });
    await app.db.sql(
      `WITH episode AS (INSERT INTO off_track_episode (clinic_id, id, couple_id, kind, sides, opened_on, acknowledge_by,
          state, version) VALUES ($1, gen_random_uuid(), $2, 'off_track', '{JOINT}', '2025-01-05', '2025-01-08', 'open', 1)
          RETURNING id)
        INSERT INTO off_track_alert SELECT $1, gen_random_uuid(), id, $2, 'JOINT', 'OT-5', NULL, NULL, '2025-01-05',
          '2025-01-05', NULL, 'one', $3 FROM episode`,
      [clinicId, coupleId, at],
    );
  }

  async function arrangeBusiest(): Promise<void> {
    const { coupleId, clinicId, rowanId, minaId } = ours;
    await app.db.sql(
      `INSERT INTO aftercare_alert (clinic_id, id, couple_id, side, kind, about, raised_at)
        SELECT $1, gen_random_uuid(), $2, 'RP', 'contact_due', n::text, now() - make_interval(mins => n)
        FROM generate_series(1, $3::integer) n`,
      [clinicId, coupleId, many],
    );
    await app.db.sql(
      `INSERT INTO slip (clinic_id, id, couple_id, person_id, kind, level, slip_at, logged_at, logged_by, partner, version)
        SELECT $1, gen_random_uuid(), $2, $3, 'slip', 'slip', now() - make_interval(days => n), now(), $3, 'told', 1
        FROM generate_series(1, $4::integer) n`,
      [clinicId, coupleId, rowanId, many],
    );
    await app.db.sql(
      `INSERT INTO audit_event (clinic_id, id, at, actor_id, actor_role, action, resource, resource_id, person_id, decision,
          correlation_id)
        SELECT $1, gen_random_uuid(), now() - make_interval(secs => n * 30), $2, 'therapist', 'homework.read',
          'homework_task', gen_random_uuid(), CASE WHEN n % 500 = 0 THEN $3::uuid ELSE gen_random_uuid() END, 'allowed',
          gen_random_uuid() FROM generate_series(1, $4::integer) n`,
      [clinicId, minaId, rowanId, couples * 10],
    );
  }

  const couple = (): string => ours.coupleId;
  const lists: [string, () => TestClient, () => string][] = [
    ['pipeline', () => admin, () => 'disclosure'],
    ['process of a couple', () => ours.mina, () => `disclosure/${couple()}`],
    ['co-signatures of steps', () => sol, () => 'disclosure/co-signatures'],
    ['co-signatures of criteria', () => sol, () => 'readiness/cosigns'],
    ['readiness', () => ours.mina, () => readinessOf(couple())],
    ['alerts and tasks of aftercare', () => ours.mina, () => `aftercare/${couple()}`],
    ['what was raised over all couples', () => ours.mina, () => 'raised'],
    ['own aftercare', () => ours.rowan, () => 'aftercare'],
    ['document and its comments', () => ours.mina, () => `${documentOf(couple())}/versions/1`],
    ['own document', () => ours.rowan, () => 'disclosure-document'],
    ['questions, therapist', () => ours.jo, () => questionsOf(couple())],
    ['questions, own', () => ours.iris, () => 'questions'],
    ['letters, therapist', () => ours.jo, () => lettersOf(couple())],
    ['letters, own', () => ours.iris, () => 'letters'],
    ['slips, therapist', () => ours.mina, () => `slips/${couple()}`],
    ['slips, own', () => ours.rowan, () => 'slips'],
    ['appointment and its preparation', () => ours.mina, () => `disclosure-sessions/${couple()}`],
    [
      'collisions of a date',
      () => admin,
      () => `disclosure-sessions/${couple()}/collisions?startsAt=2025-03-28T10:00:00-05:00`,
    ],
    ['open episodes of the caseload', () => ours.mina, () => 'off-track'],
    ['trackers, therapist', () => ours.mina, () => `trackers/${couple()}`],
    ['trackers, own', () => ours.rowan, () => 'trackers'],
    ['own openings', () => ours.rowan, () => 'record/openings'],
  ];

  it.each(lists)('are found by index: %s', async (name, by, path) => {
    const warm = await by().call('get', path());
    expect([name, warm.status, warm.status === 200 ? '' : warm.text]).toEqual([name, 200, '']);
    const begun = performance.now();
    await by().call('get', path());
    const http = performance.now() - begun;
    const seen = await explain(() => by().call('get', path()));
    const slowest = seen.reduce((a, b) => (b.ms > a.ms ? b : a));
    process.stdout.write(
      `${name} | ${String(seen.length)} | ${slowest.ms.toFixed(1)} of ${seen.reduce((sum, { ms }) => sum + ms, 0).toFixed(1)} | ${http.toFixed(0)} | ${String(Math.max(...seen.map(({ blocks }) => blocks)))} | ${slowest.indexes.join(', ')}\n`,
    );
    for (const { text, blocks, wholeTables } of seen)
      expect([text, wholeTables, blocks < fewBlocks]).toEqual([text, [], true]);
  });
});
