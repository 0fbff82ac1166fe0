import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import {
  asClinicId,
  contraindicationIds,
  localDateOf,
  readinessItemIds,
  type Assessment,
  type DisclosureRequest,
  type DisclosureState,
} from '@trellis/domain';
import { DisclosureParts, type PartFacts } from '../src/disclosure/disclosure-parts.service.js';
import { DisclosureSteps } from '../src/disclosure/disclosure-steps.service.js';
import { withContext, type Actor } from '../src/platform/context/request-context.js';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { AppError } from '../src/platform/http/app-error.js';
import { arrangeCase, travel, type ArrangedCase } from './arrange-case.js';
import { testApp, type TestApp } from './test-app.js';

/** Thursday noon in Chicago, in the middle of the worked example. */
export const noon = new Date('2025-03-20T17:00:00Z');
const zone = 'America/Chicago';
const hourMs = 3_600_000;
export const hours = (n: number): Date => new Date(noon.getTime() + n * hourMs);
export const days = (n: number): Date => hours(24 * n);

export interface Placed {
  readonly sessionAt?: Date | null;
  readonly endedAt?: Date | null;
  readonly readyUntil?: Date | null;
  readonly signed?: readonly ('RP' | 'BP' | 'JOINT')[];
  readonly hold?: { readonly reason: string; readonly side: string; readonly resumeTo?: string };
  readonly resumeSignedByLead?: boolean;
  readonly coSigned?: boolean;
  readonly ordered?: Date | null;
  readonly verification?: { readonly enabled: boolean; readonly agreed: boolean };
  /** Who leads: the recovering person's therapist, unless another is named. */
  readonly lead?: 'mina' | 'jo';
}

/** Every fact of the areas around the process as it should be; a spec takes single ones away. */
export function goodFacts(changes: PartFacts = {}): PartFacts {
  const check = { sober: true, slept: true, safe: true, consentReaffirmed: true, transportConfirmed: true };
  const dayCheck = { ...check, childCareConfirmed: true, at: noon, by: 'somebody' };
  const consent = { given: true, at: days(-10), ownSignIn: true, textVersion: 'ftd/1' };
  const met = { status: 'met', markedBy: 'somebody', coSigner: null, reasonRecorded: false } as const;
  const good: PartFacts = {
    consents: { RP: consent, BP: consent },
    assessments: clear(),
    releasesSigned: true,
    riskScreens: { RP: days(-1), BP: days(-1) },
    treatmentSince: localDateOf(days(-200), zone),
    readiness: Object.fromEntries(readinessItemIds.map((id) => [id, met])),
    lastSlipAt: null,
    hardDates: [],
    drafts: { version: 3, rounds: 3, sections: 6, sectionsApproved: 6, latestIsOpen: true, gapIds: ['g'] },
    session: {
      telehealth: false,
      dayChecks: { RP: dayCheck, BP: dayCheck },
      departurePlanConfirmed: true,
      contactsDone: { RP: ['h24', 'h72', 'd14'], BP: ['h24', 'h72', 'd14'] },
    },
    letters: {
      impactWanted: true,
      impactApprovedByPartnerTherapist: true,
      listeningRehearsed: true,
      impactDeliveredAt: days(-36),
      restitutionApproved: true,
      restitutionSafeToHear: true,
      restitutionDeliveredAt: days(-20),
      followedUpAt: { RP: days(-1), BP: days(-1) },
    },
  };
  return {
    ...good,
    ...changes,
    drafts: { ...good.drafts, questionListReceived: true, ...changes.drafts },
    session: { ...good.session, ...changes.session },
    letters: { ...good.letters, ...changes.letters },
  };
}

/** Every contraindication judged absent for both people today, but those named. */
export function clear(present: readonly string[] = []): readonly Assessment[] {
  const on = localDateOf(noon, zone);
  return (['RP', 'BP'] as const).flatMap((track) =>
    contraindicationIds.map((id) => ({
      track,
      id,
      present: present.includes(id),
      on,
      assessorId: 'somebody',
    })),
  );
}

/** A couple whose process can be put into any state. The areas around it are one part, which says what it is told. */
export class DisclosureStage {
  facts: PartFacts = goodFacts();
  /** Of the process as it was placed; 0 where there is none. */
  version = 0;

  private constructor(
    readonly app: TestApp,
    readonly ours: ArrangedCase,
  ) {
    jest
      .spyOn(app.app.get(DisclosureParts), 'all', 'get')
      .mockReturnValue([{ area: 'stage', facts: async () => Promise.resolve(this.facts) }]);
  }

  static async open(): Promise<DisclosureStage> {
    const app = await testApp();
    const ours = await arrangeCase(app);
    travel(app, noon);
    return new DisclosureStage(app, ours);
  }

  /** Clears the couple's process and puts it into a state, with what belongs there. */
  async place(state: DisclosureState, placed: Placed = {}): Promise<void> {
    const { sql } = this.app.db;
    const { clinicId, coupleId, minaId, joId } = this.ours;
    for (const table of [
      'words',
      'reason',
      'notice',
      'cosign',
      'order',
      'signature',
      'hold',
      'fact',
      'event',
      'process',
    ])
      await sql(`DELETE FROM disclosure_${table} WHERE couple_id = $1`, [coupleId]);
    await sql('UPDATE care_assignment SET lead = (staff_id = $2) WHERE couple_id = $1', [
      coupleId,
      placed.lead === 'jo' ? joId : minaId,
    ]);
    this.version = state === 'NOT_STARTED' ? 0 : 7;
    if (state === 'NOT_STARTED') return;
    const processId = randomUUID();
    const closed = ['DECLINED', 'STOPPED', 'WAIVED', 'COMPLETED'].includes(state) ? days(-1) : null;
    await sql(
      `INSERT INTO disclosure_process (clinic_id, id, couple_id, state, opened_at, opened_by, session_at, closed_at, version,
          state_since) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $5)`,
      [
        ...[
          clinicId,
          processId,
          coupleId,
          state,
          days(-60),
          minaId,
          placed.sessionAt ?? null,
          closed,
          this.version,
        ],
      ],
    );
    const { enabled, agreed } = placed.verification ?? { enabled: true, agreed: true };
    await sql(
      `INSERT INTO disclosure_fact (clinic_id, process_id, couple_id, ready_until, session_ended_at, verification_enabled,
          verification_agreed, joint_work_frozen, sharing_frozen) VALUES ($1, $2, $3, $4, $5, $6, $7, false, false)`,
      [clinicId, processId, coupleId, placed.readyUntil ?? null, placed.endedAt ?? null, enabled, agreed],
    );
    await this.placeAround(processId, placed);
  }

  private async placeAround(processId: string, placed: Placed): Promise<void> {
    const { sql } = this.app.db;
    const { clinicId, coupleId, minaId, joId, danaId } = this.ours;
    const signer = { RP: minaId, BP: joId, JOINT: danaId };
    for (const side of placed.signed ?? [])
      await sql(
        `INSERT INTO disclosure_signature VALUES ($1, $2, $3, $4, 'readiness', $5, $6, $7, 1, NULL)`,
        [...[clinicId, randomUUID(), processId, coupleId, side, signer[side], days(-1)]],
      );
    if (placed.hold !== undefined)
      await sql(`INSERT INTO disclosure_hold VALUES ($1, $2, $3, $4, $5, 'staff', $6, $7, $8)`, [
        ...[clinicId, processId, coupleId, placed.hold.side, placed.hold.reason, minaId, days(-2)],
        placed.hold.resumeTo ?? 'PREPARING',
      ]);
    if (placed.resumeSignedByLead === true)
      await sql(`INSERT INTO disclosure_signature VALUES ($1, $2, $3, $4, 'resume', 'RP', $5, $6, 1, NULL)`, [
        ...[clinicId, randomUUID(), processId, coupleId, minaId, days(-1)],
      ]);
    if (placed.coSigned === true)
      await sql(`INSERT INTO disclosure_cosign VALUES ($1, $2, $3, $4, 'waive', $5, $6, $7, $6, NULL)`, [
        ...[clinicId, randomUUID(), processId, coupleId, minaId, days(-1), joId],
      ]);
    if (placed.ordered != null)
      await sql(`INSERT INTO disclosure_order VALUES ($1, $2, $3, $4, NULL, $5, $6, 1)`, [
        ...[clinicId, processId, coupleId, placed.ordered, minaId, days(-1)],
      ]);
  }

  async state(): Promise<string> {
    const [row] = await this.app.db.sql<{ state: string }>(
      'SELECT state FROM disclosure_process WHERE couple_id = $1',
      [this.ours.coupleId],
    );
    return row?.state ?? 'NOT_STARTED';
  }

  /** The newest step on record. */
  async lastStep(): Promise<Record<string, unknown>> {
    const [row] = await this.app.db.sql<Record<string, unknown>>(
      `SELECT event, to_state, table_row, acting_role, refused_guards FROM disclosure_event
        WHERE couple_id = $1 ORDER BY xmin::text::bigint DESC LIMIT 1`,
      [this.ours.coupleId],
    );
    return row ?? {};
  }

  /** Asks the service itself, as an area around the process would: 'ok', 'none' or the code of the refusal. */
  async ask(as: 'staff' | 'person' | 'system', id: string, request: DisclosureRequest): Promise<string> {
    const clinicId = asClinicId(this.ours.clinicId);
    const role = as === 'staff' ? 'therapist' : as === 'person' ? 'client' : 'system';
    const actor: Actor = { clinicId, id: as === 'system' ? clinicId : id, role };
    const surface = as === 'person' ? 'home' : 'clinic';
    return withContext({ correlationId: randomUUID(), surface, actor }, async () => {
      try {
        return await this.app.app.get(UnitOfWork).run(async () => this.take(as, request));
      } catch (error) {
        if (error instanceof AppError) return error.code;
        throw error;
      }
    });
  }

  private async take(as: 'staff' | 'person' | 'system', request: DisclosureRequest): Promise<string> {
    const steps = this.app.app.get(DisclosureSteps);
    const { clinicId, coupleId } = this.ours;
    if (as === 'staff') await steps.byStaff(coupleId, request, this.version);
    if (as === 'person') await steps.byPerson(request);
    if (as !== 'system') return 'ok';
    const taken = await steps.bySystem({ clinicId, coupleId, timeZone: zone }, request);
    return taken === null ? 'none' : 'ok';
  }
}
