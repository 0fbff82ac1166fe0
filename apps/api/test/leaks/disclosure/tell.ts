import { randomUUID } from 'node:crypto';
import type { Couple } from '../facts.js';
import type { World } from '../world.js';
import { DisclosureTeller } from './teller.js';

const on = '2025-01-06';
const at = '2025-01-06T17:00:00Z';

/** How far a told disclosure is: its questions kept, or with the other therapist, or all given over in the review. */
export type Disclosure = 'begun' | 'preparing' | 'review';
const questions = { begun: 'kept', preparing: 'released', review: 'passed on' } as const;

/** Words of every kind, and the process at preparing or in the review. */
export async function tellDisclosure(
  world: World,
  couple: Couple,
  until: Disclosure,
): Promise<DisclosureTeller> {
  const told = new DisclosureTeller(world, couple);
  await told.open();
  await told.document();
  await told.questions(questions[until]);
  await tellReadiness(told);
  await tellPlans(told);
  await tellPause(told);
  await told.letter('impact');
  await told.letter('restitution');
  await tellAfter(told);
  await told.putAt('PREPARING');
  if (until === 'review') await openReview(told);
  return told;
}

async function tellReadiness(told: DisclosureTeller): Promise<void> {
  const path = `readiness/${told.couple.id}`;
  for (const side of ['RP', 'BP'] as const) {
    const findings = [{ condition: 'life_event', present: false }];
    const note = told.mark('readiness', side);
    await told.ask(told.therapist(side), 'post', `${path}/assessments`, {
      body: { side, on, findings, note },
    });
    const record = { kind: 'timing_note', side, on, note: told.mark('readiness', side) };
    await told.ask(told.therapist(side), 'post', `${path}/records`, { body: record });
  }
  const joint = { kind: 'consultation', side: 'JOINT', on, note: told.mark('readiness', 'JOINT') };
  await told.ask(told.therapist('JOINT'), 'post', `${path}/records`, { body: joint });
  const met = { status: 'met', evidence: told.mark('readiness', 'RP') };
  await told.ask(told.therapist('RP'), 'post', `${path}/items/R8`, { body: met, version: 0 });
  await tellException(told);
}

/** A criterion is passed over with a reason, and a colleague outside the couple's team is asked to sign it. */
async function tellException(told: DisclosureTeller): Promise<void> {
  const { couple, ftd, world } = told;
  const clinic = world.clinics.find(({ clinicId }) => clinicId === couple.clinicId)!;
  ftd.coSigner = clinic.staff.supervisor.id;
  const reason = told.mark('exception', 'RP');
  const body = { status: 'clinician_override', reason, coSignerId: ftd.coSigner };
  await told.ask(told.therapist('RP'), 'post', `readiness/${couple.id}/items/R6`, { body, version: 0 });
  const [row] = await world.app.db.sql<{ id: string }>(
    'SELECT id FROM readiness_mark WHERE couple_id = $1 AND cosigner_asked = $2',
    [couple.id, ftd.coSigner],
  );
  ftd.ids['markId'] = row?.id ?? '';
}

async function tellPlans(told: DisclosureTeller): Promise<void> {
  for (const side of ['RP', 'BP'] as const) {
    const lines = [{ line: 'sleep', text: told.mark('plan', side) }];
    await told.ask(told.person(side), 'put', 'disclosure-session/plans/A', { body: { lines }, version: 0 });
  }
}

/** A pause for the partner's sake, with its reason; then preparing goes on. */
async function tellPause(told: DisclosureTeller): Promise<void> {
  const { couple, world } = told;
  const [guide, path] = [told.therapist('BP'), `disclosure/${couple.id}`];
  const { version } = await told.read<{ version: number }>(guide, path);
  const body = { event: 'hold', holdReason: 'life_event', side: 'BP', reason: told.mark('step', 'BP') };
  await told.ask(guide, 'post', `${path}/steps`, { body, version });
  const { sql } = world.app.db;
  const [row] = await sql<{ id: string }>(
    'SELECT event_id AS id FROM disclosure_words WHERE couple_id = $1',
    [couple.id],
  );
  told.ftd.ids['eventId'] = row?.id ?? '';
  await sql('DELETE FROM disclosure_hold WHERE couple_id = $1', [couple.id]);
}

/** A short check of each person, what was left out, and a slip. */
async function tellAfter(told: DisclosureTeller): Promise<void> {
  const { couple, ftd, world } = told;
  const { sql } = world.app.db;
  await told.putAt('AFTERCARE');
  const periodId = randomUUID();
  await sql(
    `INSERT INTO aftercare_period SELECT clinic_id, $2, couple_id, id, $3, NULL, false FROM disclosure_process
      WHERE couple_id = $1`,
    [couple.id, periodId, at],
  );
  for (const side of ['RP', 'BP'] as const) {
    const id = randomUUID();
    await sql(
      `INSERT INTO aftercare_task (clinic_id, id, period_id, couple_id, item, recipient, side, due_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $6, $7, 1)`,
      [couple.clinicId, id, periodId, couple.id, `h24.${side}.check`, side, at],
    );
    const body = { risk: 'safe', words: told.mark('check', side) };
    await told.ask(told.person(side), 'post', `aftercare/tasks/${id}/answer`, { body });
  }
  const body = { recalledAt: at, words: told.mark('leftout', 'RP') };
  await told.ask(told.person('RP'), 'post', 'aftercare/corrections', { body });
  await logSlip(told);
  const rows = await sql<{ answer: string; correction: string }>(
    `SELECT a.id AS answer, c.id AS correction FROM aftercare_answer a JOIN correction c ON c.couple_id = a.couple_id
      WHERE a.couple_id = $1 AND a.side = 'RP'`,
    [couple.id],
  );
  Object.assign(ftd.ids, { answerId: rows[0]?.answer, correctionId: rows[0]?.correction });
}

/** A slip with words to it, as the recovering person sends it. */
export function slipOf(told: DisclosureTeller): object {
  const words = told.mark('slip', 'RP');
  return { stopCheck: 'no', slipAt: at, level: 'slip', partner: 'not_yet', words };
}

async function logSlip(told: DisclosureTeller): Promise<void> {
  const { text } = await told.ask(told.person('RP'), 'post', 'slips', { body: slipOf(told) });
  told.ftd.ids['slipId'] = (JSON.parse(text) as { slip: { id: string } }).slip.id;
}

/** The time in which the partner's therapist reads. */
export async function openReview(told: DisclosureTeller): Promise<void> {
  const { id, people } = told.couple;
  await told.world.app.db.sql(
    `INSERT INTO disclosure_reading (clinic_id, id, document_id, kind, asked_by, asked_at, agreed_by, opened_at, until)
      SELECT d.clinic_id, gen_random_uuid(), d.id, 'review', $2, $3, $2, $3, '2025-02-06T00:00:00Z'
        FROM disclosure_document d WHERE d.couple_id = $1 AND d.person_id = $4`,
    [id, told.therapist('RP').id, at, people.RP.id],
  );
  told.ftd.reviewing = true;
  await told.putAt('PARTNER_THERAPIST_REVIEW');
}
