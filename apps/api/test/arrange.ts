import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { AddCoupleRequest } from '@trellis/contracts';
import type { TestApp } from './test-app.js';
import type { TestClient } from './test-client.js';

export type StaffRole = 'therapist' | 'supervisor' | 'clinic_admin' | 'owner';

/** A clinic in the given database, written straight into its tables. Answers its id. */
export async function arrangeClinic({ db }: TestApp, name = 'North Pier Practice'): Promise<string> {
  const clinicId = randomUUID();
  await db.sql('INSERT INTO clinic VALUES ($1, $2, $3, $4, now())', [
    clinicId,
    name,
    'America/Chicago',
    '+1 312 555 0100',
  ]);
  return clinicId;
}

/** A member of staff without an account: enough to hold a session and to be on a care team. Answers the id. */
export async function arrangeStaff(
  { db }: TestApp,
  clinicId: string,
  role: StaffRole,
  name: string,
): Promise<string> {
  const id = randomUUID();
  await db.sql('INSERT INTO staff_member VALUES ($1, $2, $3, $4, $5, $6, $7, now())', [
    ...[clinicId, id, randomUUID(), name, 'LMFT', role],
    Buffer.from([1]),
  ]);
  return id;
}

/** A browser with a full session, as if the person had signed in just now. */
export async function signedIn(
  app: TestApp,
  clinicId: string,
  subjectId: string,
  role: StaffRole | 'client',
): Promise<TestClient> {
  const door = role === 'client' ? 'home' : 'clinic';
  const id = randomBytes(32).toString('base64url');
  const idHash = createHash('sha256').update(id).digest();
  const secret = randomBytes(32);
  await app.db.sql(
    `INSERT INTO session VALUES ($1, $2, $3, $4, $5, 'full', $6, app.now(), app.now(), app.now(), 900,
      app.now() + interval '8 hours', NULL)`,
    [idHash, clinicId, door, subjectId, role, secret],
  );
  const client = app.client(door);
  client.useCookie(door === 'home' ? '__Host-client' : '__Host-staff', id);
  client.csrfToken = createHmac('sha256', secret).update(idHash).digest('base64url');
  return client;
}

/** A request that adds a couple whose care team is one therapist on every side. */
export function newCouple(therapistId: string, changes: Partial<AddCoupleRequest> = {}): AddCoupleRequest {
  return {
    name: 'Ellery',
    recoveringPerson: { name: 'Rowan', pronouns: 'he/him', language: 'en' },
    partner: { name: 'Iris', pronouns: 'she/her', language: 'en' },
    timeZone: 'America/Chicago',
    secretsPolicy: 'LIMITED',
    careTeam: (['RP', 'BP', 'JOINT'] as const).map((side) => ({ staffId: therapistId, side })),
    ...changes,
  };
}

/** Enrols both people of a couple and gives the named consents, straight into the tables. */
export async function enrolBoth(
  { db }: TestApp,
  coupleId: string,
  consents: readonly ('privacy' | 'secrets_policy' | 'measurement')[],
): Promise<void> {
  await db.sql('UPDATE enrolment SET enrolled_at = now() WHERE couple_id = $1', [coupleId]);
  await db.sql(
    `INSERT INTO consent SELECT e.clinic_id, gen_random_uuid(), e.person_id, k, k || '/1', now(), NULL
      FROM enrolment e CROSS JOIN unnest($2::text[]) k WHERE e.couple_id = $1`,
    [coupleId, consents],
  );
}
