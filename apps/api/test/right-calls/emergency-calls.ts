import type { ArrangedCase } from '../arrange-case.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import type { TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** Emergency readings, their reviews, care teams and cover. */
export async function emergencyCalls(app: TestApp, ours: ArrangedCase): Promise<RightCalls> {
  const { clinicId, coupleId, joId } = ours;
  const fresh = async (role: 'therapist' | 'owner', name: string): Promise<TestClient> =>
    signedIn(app, clinicId, await arrangeStaff(app, clinicId, role, name), role);
  const [ola, owner] = [await fresh('therapist', 'Ola Brandt'), await fresh('owner', 'Edda Lind')];
  const body = { coupleName: 'Ellery', personName: 'Rowan', reason: 'Nobody of the team can be reached.' };
  const glass = await (await fresh('therapist', 'Una Holt')).call('post', 'break-glass', { body });
  const mine = (): Promise<TestClient> => Promise.resolve(ours.mina);
  const theirs = (): Promise<TestClient> => Promise.resolve(ola);
  const people = (): Promise<TestClient> => Promise.resolve(ours.rowan);
  const owners = (): Promise<TestClient> => Promise.resolve(owner);
  const team = await ours.mina.call('get', `couples/${coupleId}/care-team`);
  const rowId =
    (team.body as { rows: { id: string; staffId: string }[] }).rows.find((row) => row.staffId === joId)?.id ??
    '';
  const [ids, row] = [{ coupleId }, { coupleId, rowId }];
  const cover = { coveredBy: joId, from: '2099-01-01T08:00:00Z', to: '2099-01-02T08:00:00Z' };
  await ours.mina.call('post', 'cover', { body: cover });
  const entries = (await ours.mina.call('get', 'cover')).body as { entries: { id: string }[] };
  return {
    'BreakGlassController.open': { as: theirs, body, keyed: true },
    'BreakGlassController.openings': { as: mine },
    'BreakGlassController.live': { as: theirs },
    'BreakGlassController.end': { as: theirs, ids: { glassId: String(glass.body.id) } },
    'OwnEmergenciesController.list': { as: people },
    'OwnEmergenciesController.seen': { as: people, keyed: true },
    'BreakGlassController.waiting': { as: owners },
    'BreakGlassController.review': {
      as: owners, ids: { glassId: String(glass.body.id) }, body: { outcome: 'in_order' }, keyed: true,
    },
    'CareTeamController.one': { as: mine, ids },
    'CareTeamController.join': {
      as: mine, ids, body: { staffId: joId, side: 'RP', from: '2099-01-01T08:00:00Z' }, keyed: true, loose: /^from$/,
    },
    'CareTeamController.lead': { as: mine, ids, body: { staffId: joId }, keyed: true },
    'CareTeamController.end': { as: mine, ids: row, body: { to: '2099-01-01T08:00:00Z' }, keyed: true, loose: /^to$/ },
    'CareTeamController.handOver': {
      as: mine, ids: row, body: { staffId: joId, from: '2099-01-01T08:00:00Z' }, keyed: true, loose: /^from$/,
    },
    'CoverController.list': { as: mine },
    'CoverController.add': { as: mine, body: cover, keyed: true },
    'CoverController.cancel': { as: mine, ids: { coverId: entries.entries[0]?.id ?? '' } },
  }; // prettier-ignore
}
