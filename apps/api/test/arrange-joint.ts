import { randomUUID } from 'node:crypto';
import type { ArrangedCase } from './arrange-case.js';
import type { TestApp } from './test-app.js';
import type { TestClient } from './test-client.js';

/** Somebody asked both people whether they are afraid, and neither is; without that no couple exercise opens. */
export async function askedAboutFear({ db }: TestApp, ours: ArrangedCase): Promise<void> {
  const sides = [
    ['RP', ours.rowanId],
    ['BP', ours.irisId],
  ] as const;
  for (const [side, personId] of sides)
    await db.sql(
      `INSERT INTO readiness_record (clinic_id, id, couple_id, side, person_id, kind, topic, outcome, on_day, happened_at,
          recorded_by, recorded_at, key_owner_id)
        VALUES ($1, $2, $3, $4, $5, 'contraindication', 'violence_or_fear', 'absent', '2025-01-05', now(), $6, now(), $5)`,
      [ours.clinicId, randomUUID(), ours.coupleId, side, personId, ours.minaId],
    );
}

/** Assigns an exercise of two people from the first Monday on; answers as the server does. */
export async function assignJointly(
  by: TestClient,
  coupleId: string,
  templateCode: string,
  more: Readonly<Record<string, unknown>> = {},
): ReturnType<TestClient['call']> {
  return by.call('post', 'joint-work', {
    body: { coupleId, templateCode, startsOn: '2025-01-06', days: 28, ...more },
  });
}

/** The id of the exercise's first open task on the person's Today. @throws Error without one. */
export async function halfToday(person: TestClient, code: string): Promise<string> {
  const today = await person.call('get', 'homework/today');
  const tasks = today.body.tasks as { id: string; templateCode: string }[];
  const task = tasks.find(({ templateCode }) => templateCode === code);
  if (task === undefined) throw new Error(`nothing of ${code} on Today`);
  return task.id;
}
