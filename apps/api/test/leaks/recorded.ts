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
    .filter(
      ({ correlationId, words, staff }) => !recorded.has(`${correlationId} ${words.authorId} ${staff.id}`),
    )
    .map(
      ({ correlationId, words }) => `request ${correlationId} read ${words.level} words of ${words.authorId}`,
    );
}
