import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  asCoupleId,
  asPersonId,
  asStaffId,
  canSee,
  type Artefact,
  type Compartment,
  type Privacy,
  type Release,
  type Sight,
  type StaffRole,
  type Viewer,
} from '@trellis/domain';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { askFor, growth, handInGrowth } from '../arrange-release.js';
import { arrangeClinic, arrangeStaff, signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const levels: readonly Privacy[] = ['P0', 'P1', 'P2', 'P3', 'P4'];
const states = ['none', 'asked', 'released', 'held', 'revoked', 'edited'] as const;
type State = (typeof states)[number];
/** What may be released at all has every state; P2 needs no approval, so asking for it is releasing it. */
const cases = levels.flatMap((level) =>
  states
    .filter((state) => state === 'none' || level === 'P3' || (level === 'P2' && state !== 'asked'))
    .map((state) => [level, state] as const),
);
interface Asked {
  readonly taskId: string;
  readonly releaseId: string | null;
  readonly words: string;
}
interface Watcher {
  readonly client: TestClient;
  readonly viewer: Viewer;
}

describe('exchange of visibility', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let watchers: Readonly<Record<string, Watcher>>;

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    const coupleId = asCoupleId(ours.coupleId);
    const person = (client: TestClient, id: string): Watcher => ({
      client,
      viewer: { kind: 'person', personId: asPersonId(id), coupleId },
    });
    const staff = (client: TestClient, id: string, role: StaffRole, side?: Compartment): Watcher => ({
      client,
      viewer: {
        ...{ kind: 'staff', staffId: asStaffId(id), roles: [role] },
        assignments: side === undefined ? [] : [{ coupleId, side }],
      },
    });
    const outside = async (role: 'therapist' | 'supervisor' | 'clinic_admin', clinicId = ours.clinicId) => {
      const id = await arrangeStaff(app, clinicId, role, 'Somebody');
      return staff(await signedIn(app, clinicId, id, role), id, role);
    };
    watchers = {
      author: person(ours.rowan, ours.rowanId),
      partner: person(ours.iris, ours.irisId),
      'own therapist': staff(ours.mina, ours.minaId, 'therapist', 'RP'),
      "partner's therapist": staff(ours.jo, ours.joId, 'therapist', 'BP'),
      'couple therapist': staff(ours.dana, ours.danaId, 'therapist', 'JOINT'),
      colleague: await outside('therapist'),
      supervisor: await outside('supervisor'),
      admin: await outside('clinic_admin'),
      'other clinic': await outside('therapist', await arrangeClinic(app, 'South Quay')),
    };
  });
  afterAll(async () => app.close());

  /** An exercise of Rowan's under a level, released to Iris and Jo as far as the state says. */
  async function arrange(level: Privacy, state: State): Promise<Asked> {
    const words = `cnry-${level}-${state}`;
    const taskId = await handInGrowth(ours, { ...growth, goal: words });
    const releaseId = state === 'none' ? null : await release(taskId, level, state);
    await app.db.sql('UPDATE homework_answer SET privacy = $2 WHERE task_id = $1', [taskId, level]);
    if (level === 'P2') await app.db.sql(`UPDATE release SET privacy = 'P2' WHERE task_id = $1`, [taskId]);
    return { taskId, releaseId, words };
  }

  async function release(taskId: string, level: Privacy, state: State): Promise<string> {
    await askFor(ours.rowan, taskId, {
      ...{ toPartner: level === 'P3', staffIds: [ours.joId], pressured: state === 'held' },
    });
    const [row] = await app.db.sql<{ id: string }>('SELECT id FROM release WHERE task_id = $1', [taskId]);
    const id = String(row?.id);
    if (level === 'P3' && state !== 'asked' && state !== 'held') {
      const approved = await ours.mina.call('post', `releases/${id}/approval`, { version: 1 });
      expect([state, approved.status]).toEqual([state, 200]);
    }
    if (state === 'revoked') await ours.rowan.call('post', `releases/${taskId}/revoke`);
    if (state === 'edited') {
      const answers = { ...growth, goal: `cnry-again-${taskId}` };
      await ours.rowan.call('post', `homework/${taskId}/revision`, { body: { answers }, version: 2 });
    }
    return id;
  }

  function artefact(privacy: Privacy, state: State): Artefact {
    const given: Readonly<Record<Exclude<State, 'none'>, Release['state']>> = {
      ...{ asked: 'ready', released: 'released', held: 'ready', revoked: 'revoked', edited: 'revoked' },
    };
    return {
      ...{
        coupleId: asCoupleId(ours.coupleId),
        ownerId: asPersonId(ours.rowanId),
        compartment: 'RP',
        privacy,
      },
      ...{ revision: 1, revealed: false, coSignBy: [] },
      release:
        state === 'none'
          ? null
          : {
              ...{
                state: given[state],
                revision: 1,
                approvedByTherapist: privacy === 'P3' && state !== 'asked',
              },
              ...{ people: privacy === 'P3' ? [asPersonId(ours.irisId)] : [], staff: [asStaffId(ours.joId)] },
            },
    };
  }

  /** What comes over HTTP: the words, the exercise without them, or nothing. */
  async function seen({ client, viewer }: Watcher, { taskId, releaseId, words }: Asked): Promise<Sight> {
    const own = viewer.kind === 'person' && viewer.personId === ours.rowanId;
    const pages = viewer.kind === 'staff' || own ? [`homework/${taskId}`] : ['shared', `homework/${taskId}`];
    if (viewer.kind === 'person' && !own && releaseId !== null) pages.push(`shared/${releaseId}`);
    const answers = [];
    for (const page of pages) answers.push(await client.call('get', page));
    if (answers.some(({ text }) => text.includes(words))) return 'words';
    return answers.some(({ text }) => text.includes(taskId)) ? 'status' : 'nothing';
  }

  it.each(cases)('%s, %s: words reach whom the rule names, and nobody else', async (level, state) => {
    const asked = await arrange(level, state);
    const found: Record<string, boolean> = {};
    const expected: Record<string, boolean> = {};
    for (const [name, watcher] of Object.entries(watchers)) {
      const sight = canSee(watcher.viewer, artefact(level, state));
      const reached = await seen(watcher, asked);
      found[name] = reached === 'words';
      // An edited text is not the newest any more: its author and their therapist read the one that is.
      expected[name] = sight === 'words' && state !== 'edited';
      if (sight === 'nothing') expect([name, reached]).toEqual([name, 'nothing']);
    }
    expect(found).toEqual(expected);
  });
});
