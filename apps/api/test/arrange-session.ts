import { randomUUID } from 'node:crypto';
import {
  asLocalDate,
  contraindicationIds,
  tracks,
  type Assessment,
  type Consent,
  type LocalDate,
} from '@trellis/domain';
import { DisclosureParts, type PartFacts } from '../src/disclosure/disclosure-parts.service.js';
import { arrangeCase, travel, type ArrangedCase } from './arrange-case.js';
import type { TestApp } from './test-app.js';

/** Thursday 2025-03-20, 10:00 in Chicago: ready until 3 April, three weeks after the last slip. */
export const readyAt = new Date('2025-03-20T15:00:00Z');
/** Friday 2025-03-28, 10:00 in Chicago. */
export const sessionAt = new Date('2025-03-28T15:00:00Z');

export interface ReadyCase extends ArrangedCase {
  readonly processId: string;
}

/**
 * A couple of which every therapist has signed readiness. What other areas would say of it is said by a part of this
 * spec: consents, screens and slips are theirs to prove.
 */
export async function readyCase(app: TestApp): Promise<ReadyCase> {
  const ours = await arrangeCase(app);
  travel(app, readyAt);
  const processId = await readyProcess(app, ours);
  tellReady(app, ours.coupleId, ours);
  return { ...ours, processId };
}

/** Puts a process at READY, with its signatures. */
export async function readyProcess(
  { db }: TestApp,
  { clinicId, coupleId, minaId, joId, danaId }: ArrangedCase,
): Promise<string> {
  const id = randomUUID();
  await db.sql(
    `INSERT INTO disclosure_process (clinic_id, id, couple_id, state, opened_at, opened_by, version, state_since)
      VALUES ($1, $2, $3, 'READY', '2025-01-14T15:00:00Z', $4, 1, $5)`,
    [clinicId, id, coupleId, minaId, readyAt],
  );
  await db.sql(
    `INSERT INTO disclosure_fact (clinic_id, process_id, couple_id, ready_until, verification_enabled,
        verification_agreed, joint_work_frozen, sharing_frozen) VALUES ($1, $2, $3, $4, false, false, false, false)`,
    [clinicId, id, coupleId, new Date('2025-04-03T15:00:00Z')],
  );
  for (const [side, by] of [
    ['RP', minaId],
    ['BP', joId],
    ['JOINT', danaId],
  ] as const)
    await db.sql(
      `INSERT INTO disclosure_signature (clinic_id, id, process_id, couple_id, purpose, side, signed_by, signed_at,
          process_version) VALUES ($1, $2, $3, $4, 'readiness', $5, $6, $7, 1)`,
      [clinicId, randomUUID(), id, coupleId, side, by, readyAt],
    );
  return id;
}

/** What the areas of readiness, slips and documents would say. */
export function tellReady(app: TestApp, coupleId: string, { minaId }: Pick<ArrangedCase, 'minaId'>): void {
  const consent: Consent = {
    ...{ given: true, at: new Date('2025-03-01T15:00:00Z'), ownSignIn: true, textVersion: 'consent-1' },
  };
  const told: PartFacts = {
    consents: { RP: consent, BP: consent },
    assessments: clear(asLocalDate('2025-03-18'), minaId),
    riskScreens: { RP: readyAt, BP: readyAt },
    releasesSigned: true,
    lastSlipAt: new Date('2025-02-20T04:40:00Z'),
    slipTold: true,
    treatmentSince: asLocalDate('2024-10-01'),
  };
  app.app.get(DisclosureParts).register({
    area: 'spec',
    facts: ({ coupleId: asked }) => Promise.resolve(asked === coupleId ? told : {}),
  });
}

function clear(on: LocalDate, assessorId: string): readonly Assessment[] {
  return tracks.flatMap((track) =>
    contraindicationIds.map((id) => ({ track, id, present: false, on, assessorId })),
  );
}

/** Nothing near the date, and somebody looked. */
export async function datesGathered({ mina, coupleId }: ArrangedCase): Promise<void> {
  const answer = await mina.call('post', `disclosure-sessions/${coupleId}/dates-gathered`);
  if (answer.status !== 200) throw new Error(`dates were not gathered: ${answer.text}`);
}

/** A date is given, by the therapist who leads. */
export async function scheduled(app: TestApp, at: Date = sessionAt): Promise<ReadyCase> {
  const ours = await readyCase(app);
  await datesGathered(ours);
  const body = { startsAt: at.toISOString() };
  const answer = await ours.mina.call('post', `disclosure/${ours.coupleId}/schedule`, { body, version: 1 });
  if (answer.status !== 200) throw new Error(`no date was given: ${answer.text}`);
  return ours;
}
