import { randomUUID } from 'node:crypto';
import type { ArrangedCase } from '../arrange-case.js';
import type { TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** Reminders, and the letters that could not be sent: one of them is there. */
export async function reminderCalls(
  { db }: TestApp,
  ours: ArrangedCase,
  admin: TestClient,
): Promise<RightCalls> {
  const as = (): Promise<TestClient> => Promise.resolve(ours.rowan);
  const own = (): Promise<TestClient> => Promise.resolve(ours.mina);
  const office = (): Promise<TestClient> => Promise.resolve(admin);
  const messageId = randomUUID();
  await db.sql(
    `INSERT INTO outbox_message (clinic_id, id, kind, subject_id, actor_id, actor_role, created_at, available_at, claims,
        failed_at, failure_code) VALUES ($1, $2, 'mail.record-opened', $3, $1, 'system', now(), now(), 6, now(), 'ESOCKET')`,
    [ours.clinicId, messageId, ours.minaId],
  );
  return {
    'OwnRemindersController.read': { as },
    'OwnRemindersController.choose': {
      ...{ as, version: 0, keyed: true, loose: /^address$/ },
      body: {
        ...{ given: true, address: 'r@pier.example', quietFrom: '21:00', quietUntil: '09:00' },
        ...{ quietDays: [7], timeZone: 'Europe/Madrid', discreet: true },
      },
    },
    'ReminderSettingsController.read': { as: office },
    'ReminderSettingsController.change': {
      ...{ as: office, version: 0, keyed: true, loose: /^own/, body: { own: { firstHours: 48 } } },
    },
    'OwnCalendarFeedController.own': { as: own },
    'OwnCalendarFeedController.renew': { as: own, body: { language: 'es' } },
    'OwnCalendarFeedController.end': { as: own },
    'CalendarFeedsController.read': { as: own, ids: { token: 'a'.repeat(43) } },
    'OwnAppointmentsController.file': { as, ids: { appointmentId: messageId } },
    'OutgoingMailController.read': { as: office },
    'OutgoingMailController.retry': { as: office, ids: { messageId }, keyed: true },
  };
}
