import { randomUUID } from 'node:crypto';
import { fillAftercare } from './fill-aftercare.js';
import { fillDocuments } from './fill-documents.js';
import { fillDisclosures } from './fill-disclosures.js';
import { fillTrackers } from './fill-trackers.js';
import { fillInstruments } from './fill-instruments.js';
import { fillProgressNotes } from './fill-progress-notes.js';
import { fillFeedback } from './fill-feedback.js';
import { fillPlans } from './fill-plans.js';
import { fillOffTrack } from './fill-off-track.js';
import { fillReminders } from './fill-reminders.js';
import { fillReadiness } from './fill-readiness.js';
import { fillAppointments } from './fill-appointments.js';
import { fillSessions } from './fill-sessions.js';
import { fillLibrary } from './fill-library.js';
import { fillLetters } from './fill-letters.js';
import { fillStageGates } from './fill-stage-gates.js';
import { fillJointWork } from './fill-joint.js';
import { fillDoors, fillEmergencies, fillNotes, fillOffice, fillReleases } from './fill-walls.js';
import type { Couple } from '../facts.js';
import type { World } from '../world.js';

/** Rows in the tables that the told world leaves empty, so that every wall has something behind it. */
export async function fillTables(world: World): Promise<void> {
  await world.orderExports();
  const { sql } = world.app.db;
  await sql("INSERT INTO report_file SELECT clinic_id, id, '\\x00' FROM report_export");
  for (const { clinicId, staff } of world.clinics) {
    for (const role of ['therapist', 'owner'])
      await sql(
        `INSERT INTO staff_invitation VALUES ($1, $2, $3, 'Kim', 'LMFT', $4, '\\x01', '\\x02', $5, '\\x03', $6, now(), now())`,
        [clinicId, randomUUID(), randomUUID(), role, Buffer.from(randomUUID()), staff.owner.id],
      );
    await sql("INSERT INTO audit_head VALUES ($1, 1, '\\x01', now(), NULL)", [clinicId]);
    const couples = world.couples.get(clinicId) ?? [];
    for (const couple of couples) await fillCouple(world, couple, staff.rp.id);
    await sql(
      `UPDATE audit_event SET seq = 1, prev_hash = '\\x00', hash = '\\x00'
        WHERE id = (SELECT e.id FROM audit_event e WHERE e.clinic_id = $1 ORDER BY e.id LIMIT 1)`,
      [clinicId],
    );
    await fillDisclosures(world, staff, couples);
    await fillReadiness(world, staff, couples);
    await fillAftercare(world, staff, couples);
    await fillOffTrack(world, staff, couples);
    await fillEmergencies(world, staff, couples);
    await fillReleases(world, staff, couples);
    await fillJointWork(world, couples);
    await fillNotes(world, staff, couples);
    await fillOffice(world, staff, couples);
    await fillSessions(world, staff, couples);
    await fillAppointments(world, staff, couples);
    await fillFeedback(world, staff, couples);
    await fillTrackers(world, couples);
    await fillPlans(world, staff, couples);
    await fillLibrary(world, clinicId, staff);
    await fillInstruments(world, clinicId, staff, couples);
    await fillProgressNotes(world, clinicId, staff, couples);
    await fillReminders(world, staff, couples);
    await fillDocuments(world, staff, couples);
    // After every process: another one puts the questions of the one before away.
    await fillLetters(world, staff, couples);
    await fillStageGates(world, staff, couples);
    await fillDoors(world, staff, couples);
  }
}

async function fillCouple({ app: { db } }: World, couple: Couple, staffId: string): Promise<void> {
  const { id: coupleId, clinicId, people } = couple;
  const [processId, eventId] = [randomUUID(), randomUUID()];
  const raters = [
    ['R', people.RP.id, 'RP'],
    ['B', people.BP.id, 'BP'],
    ['T', couple.team.find((one) => one.active)?.staffId ?? staffId, 'JOINT'],
  ] as const;
  for (const [source, rater, side] of raters) {
    await db.sql(
      `INSERT INTO predictor_rating VALUES ($1, $2, $3, '2025-01-19', $4, $5, 'CT', 10, 5, '1', now())`,
      [clinicId, randomUUID(), coupleId, source, rater],
    );
    await db.sql(`INSERT INTO predictor_answer VALUES ($1, $2, $3, $4, $5, '2025-01-19', '\\x00', now())`, [
      ...[clinicId, randomUUID(), coupleId, rater, side],
    ]);
  }
  await db.sql(
    `INSERT INTO disclosure_process VALUES ($1, $2, $3, 'PREPARATION', now(), $4, NULL, NULL, 1)`,
    [...[clinicId, processId, coupleId, staffId]],
  );
  await db.sql(
    `INSERT INTO disclosure_event (clinic_id, id, process_id, couple_id, event, from_state, to_state, refused_guards,
        actor_id, actor_role, at) VALUES ($1, $2, $3, $4, 'schedule', 'READY', 'READY', '{x}', $5, 'therapist', now())`,
    [clinicId, eventId, processId, coupleId, staffId],
  );
  await db.sql(`INSERT INTO disclosure_reason VALUES ($1, $2, $3, 'BP', 'safety')`, [
    clinicId,
    eventId,
    coupleId,
  ]);
  for (const person of Object.values(people)) {
    await db.sql(
      `INSERT INTO invitation VALUES ($1, $2, $3, $4, $5, '\\x01', $6, now(), now(), 0, NULL, NULL)`,
      [clinicId, randomUUID(), coupleId, person.id, Buffer.from(randomUUID()), staffId],
    );
    await db.sql(
      `INSERT INTO audit_event (clinic_id, id, at, actor_id, actor_role, action, resource, resource_id, person_id,
          decision, reason_code, correlation_id)
        SELECT $1, gen_random_uuid(), now(), $2, 'therapist', action, 'homework_task', NULL, $3, 'allowed', 'why',
          gen_random_uuid() FROM unnest(ARRAY['homework.read', 'safety.raised', 'disclosure.hold']) action`,
      [clinicId, staffId, person.id],
    );
    await db.sql(`INSERT INTO client_account VALUES ($1, $2, $3, 'hash', now())`, [
      ...[clinicId, person.id, Buffer.from(randomUUID())],
    ]);
  }
}
