import type { Reading } from './watch.js';
import type { World } from './world.js';

/** Readings without a record of the same request that names the person whose words were read. */
export async function unrecorded(world: World, readings: readonly Reading[]): Promise<string[]> {
  const rows = await world.app.db.sql<{ request: string; person: string; actor: string }>(
    `SELECT correlation_id AS request, person_id AS person, actor_id AS actor FROM audit_event
      WHERE person_id IS NOT NULL AND decision = 'allowed' AND action LIKE '%.read'`,
  );
  const recorded = new Set(rows.map(({ request, person, actor }) => `${request} ${person} ${actor}`));
  return readings
    .map(({ correlationId, words, staff }) => ({ correlationId, words, staff, personId: personOf(words) }))
    .filter(
      // Joint words stand in nobody's own record.
      ({ correlationId, personId, staff }) =>
        personId !== null && !recorded.has(`${correlationId} ${personId} ${staff.id}`),
    )
    .map(
      ({ correlationId, words, personId }) =>
        `request ${correlationId} read ${words.kind === 'said' ? words.what : words.level} words of ${String(personId)}`,
    );
}

function personOf(words: Reading['words']): string | null {
  return words.kind === 'said' ? words.personId : words.authorId;
}
