import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DisclosureView } from '@trellis/contracts';
import { asClinicId, type Compartment, type TransitionRecord } from '@trellis/domain';
import { arrangeCase, firstMonday, type ArrangedCase } from '../../test/arrange-case.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import type { TestClient } from '../../test/test-client.js';
import { CaseAccess } from '../access/case-access.js';
import { withContext, type Actor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { DisclosureLog } from './disclosure-log.js';

const zone = 'America/Chicago';
const step: Omit<TransitionRecord, 'actorId'> = {
  role: 'T_RP',
  coSigner: null,
  from: 'CONSIDERING',
  to: 'ON_HOLD',
  row: 27,
  event: 'hold',
  guardSnapshot: {},
  versions: { consentRP: 'ftd/1', consentBP: null, draft: 3 },
  at: new Date(firstMonday.getTime() + 60_000),
  zone,
  reasonClass: 'legal',
  reasonSide: 'RP',
};

describe('what is written down of a step', () => {
  let app: TestApp;
  let ellery: ArrangedCase;

  const as = async <T>(actor: Actor, act: () => Promise<T>): Promise<T> =>
    withContext({ correlationId: randomUUID(), surface: 'clinic', actor }, async () =>
      app.app.get(UnitOfWork).run(act),
    );

  beforeAll(async () => {
    app = await testApp();
    ellery = await arrangeCase(app);
    await ellery.mina.call('post', `disclosure/${ellery.coupleId}`);
    const [process] = await app.db.sql<{ id: string }>(
      'SELECT id FROM disclosure_process WHERE couple_id = $1',
      [ellery.coupleId],
    );
    const actor = { clinicId: asClinicId(ellery.clinicId), id: ellery.minaId, role: 'therapist' } as const;
    for (const [minute, changes] of [
      {},
      { reasonSide: 'JOINT', reasonClass: 'life_event' },
      { reasonSide: null, reasonClass: 'safety' },
      { event: 'new_material', to: 'PREPARING', role: 'SYSTEM', reasonClass: 'new_material' },
    ].entries()) {
      const at = new Date(step.at.getTime() + minute * 60_000);
      const record = { ...step, actorId: ellery.minaId, ...changes, at } as TransitionRecord;
      await as(actor, async () => {
        const grant = await app.app.get(CaseAccess).require('disclosure.transition', ellery.coupleId);
        await app.app.get(DisclosureLog).taken(grant, process!.id, record);
      });
    }
  });
  afterAll(async () => app.close());

  const reasonsFor = async (staffId: string, role: 'therapist' | 'clinic_admin'): Promise<string[]> =>
    as({ clinicId: asClinicId(ellery.clinicId), id: staffId, role }, async () => {
      const rows = await app.app
        .get(UnitOfWork)
        .rows<{ reason_class: string }>('SELECT reason_class FROM disclosure_reason ORDER BY reason_class');
      return rows.map((row) => row.reason_class);
    });

  it('holds role, guards, versions and zone, and no reason in a row that both sides read', async () => {
    const [row] = await app.db.sql(
      `SELECT acting_role, table_row, met_guards, zone, consent_version_rp, consent_version_bp, draft_version
        FROM disclosure_event WHERE event = 'hold' ORDER BY at LIMIT 1`,
    );
    expect(row).toEqual({
      ...{ acting_role: 'T_RP', table_row: 27, met_guards: [], zone },
      ...{ consent_version_rp: 'ftd/1', consent_version_bp: null, draft_version: 3 },
    });
  });

  it.each<[Compartment, () => string, string[]]>([
    ['RP', () => ellery.minaId, ['legal', 'life_event', 'new_material']],
    ['BP', () => ellery.joId, ['life_event']],
    ['JOINT', () => ellery.danaId, ['life_event']],
  ])(
    'opens the class of a reason to the side %s that may know it, and one without a side to nobody',
    async (_side, who, seen) => {
      expect(await reasonsFor(who(), 'therapist')).toEqual(seen);
    },
  );

  it('opens none to somebody outside the care team, nor to an admin', async () => {
    expect(await reasonsFor(randomUUID(), 'therapist')).toEqual([]);
    expect(await reasonsFor(randomUUID(), 'clinic_admin')).toEqual([]);
  });

  it("shows why the process went back on the recovering person's side alone", async () => {
    const last = async (by: TestClient) =>
      ((await by.call('get', `disclosure/${ellery.coupleId}`)).body as DisclosureView).events.at(-1);
    expect(await last(ellery.mina)).toMatchObject({ event: 'new_material', byName: null });
    for (const other of [ellery.jo, ellery.dana]) {
      expect(await last(other)).toMatchObject({ event: 'back_to_preparing', to: 'PREPARING', byName: null });
    }
  });
});
