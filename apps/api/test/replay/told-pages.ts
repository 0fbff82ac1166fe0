import { randomUUID } from 'node:crypto';
import { headers, type DisclosureSessionView, type DisclosureView } from '@trellis/contracts';
import { readyAndDated, secondTime, slip } from '../../src/demo/retold/dating.js';
import { openAndScreen, reviewWithGaps, threeDrafts } from '../../src/demo/retold/preparing.js';
import { acuteTime, letters, theDay } from '../../src/demo/retold/session-and-after.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { arrangeCase } from '../arrange-case.js';
import { arrangeAftercare, layDown, lettersOf, mark, questionsOf } from '../arrange-letters.js';
import { openDisclosure, readinessOf } from '../arrange-readiness.js';
import type { TestApp } from '../test-app.js';
import { Retold } from './retold.js';

const ofCouple = [
  ...['disclosure', 'disclosure-documents', 'questions', 'letters', 'readiness', 'disclosure-sessions'],
  ...['aftercare', 'slips'],
];
const below: readonly string[] = [
  ...['disclosure-documents/:/versions/1', 'disclosure-documents/:/inventory'],
  ...['disclosure-documents/:/reading', 'disclosure-documents/:/custody'],
  ...['readiness/:/words/RP', 'readiness/:/words/BP', 'disclosure-sessions/:/plans/RP'],
];
const ofOffice = ['disclosure', 'disclosure-sessions/:/office', 'readiness/:/office-items'];
const own = [
  ...['disclosure', 'readiness', 'disclosure-document', 'disclosure-document/versions/1'],
  ...['disclosure-document/inventory', 'questions', 'questions/received', 'letters', 'letters/listening'],
  ...['disclosure-session', 'disclosure-session/plans', 'aftercare', 'aftercare/departure', 'slips'],
];

/** Tells the whole worked example; everybody opens every page of theirs in each state, allowed or not. */
export async function tellAndRead(app: TestApp): Promise<void> {
  const told = await Retold.begin(app);
  let before = '';
  told.note = async (step) => {
    const { state } = await told.view();
    if (state !== before) await openPages(told);
    before = state;
    await besides(told, step);
  };
  for (const part of [openAndScreen, threeDrafts, reviewWithGaps, readyAndDated, slip, secondTime, theDay])
    await part(told);
  for (const part of [acuteTime, letters]) await part(told);
  await openPages(told);
}

async function openPages({ ours, admin, coupleId }: Retold): Promise<void> {
  const at = (path: string): string => path.replace(':', coupleId);
  for (const page of [...ofCouple.map((area) => `${area}/:`), ...below])
    for (const by of [ours.mina, ours.jo]) await by.call('get', at(page));
  for (const page of ofOffice) await admin.call('get', at(page));
  for (const page of own) for (const by of [ours.rowan, ours.iris]) await by.call('get', page);
}

/** What is done besides the steps themselves, where it belongs in time. */
async function besides(told: Retold, step: string): Promise<void> {
  const { ours, coupleId } = told;
  if (step === 'schedule')
    await ours.mina.call('put', `disclosure-sessions/${coupleId}/logistics`, {
      body: { line: 'phones', confirmed: true },
    });
  if (step === 'readiness_huddle_signed') {
    const { listVersion } = (await ours.mina.call('get', questionsOf(coupleId))).body;
    const version = Number(listVersion);
    await ours.mina.call('post', `${questionsOf(coupleId)}/passing-on`, { version });
  }
  if (step === 'continue') await readAlong(told);
}

/** The partner reads along, on the screen alone. Answers the token of the place and what it showed. */
export async function readAlong({
  ours,
  coupleId,
}: Retold): Promise<{ readonly token: string; readonly status: number; readonly text: string }> {
  const path = `disclosure-sessions/${coupleId}`;
  const act = async (method: 'post' | 'put', rest: string, body: object): Promise<void> => {
    const { run } = (await ours.mina.call('get', path)).body as DisclosureSessionView;
    const version = run?.version ?? 0;
    await ours.mina.call(method, `${path}/run/${rest}`, { version, body });
  };
  for (let part = 0; part < 3; part += 1) await act('post', 'parts', { endingEarly: false });
  await act('put', 'reading', { allowed: true });
  const { token } = (await ours.iris.call('post', 'disclosure-session/reading')).body;
  const { status, text } = await ours.iris.call('get', 'disclosure-session/reading', {
    headers: { [headers.readingToken]: String(token) },
  });
  return { token: String(token), status, text };
}

/** What the worked example has none of: a pause with its words, and a criterion that a colleague signs. */
export async function pauseAndCoSign(app: TestApp): Promise<void> {
  const ours = await arrangeCase(app);
  await openDisclosure(ours);
  const coSignerId = await arrangeStaff(app, ours.clinicId, 'supervisor', 'Sol Reyes');
  const sol = await signedIn(app, ours.clinicId, coSignerId, 'supervisor');
  const override = { status: 'clinician_override', reason: 'Read it before we began.', coSignerId };
  await ours.mina.call('post', `${readinessOf(ours.coupleId)}/items/R8`, { body: override, version: 0 });
  const [asked] = (await sol.call('get', 'readiness/cosigns')).body.requests as { id: string }[];
  await sol.call('get', `readiness/cosigns/${asked?.id ?? ''}`);
  const path = `disclosure/${ours.coupleId}`;
  const { version } = (await ours.jo.call('get', path)).body as DisclosureView;
  const body = { event: 'hold', holdReason: 'safety', reason: 'She asked for time.' };
  const held = (await ours.jo.call('post', `${path}/steps`, { body, version })).body as DisclosureView;
  // The clock stands still: the opening has the same moment.
  const pause = held.events.find(({ event }) => event === 'hold');
  await ours.jo.call('get', `${path}/steps/${pause?.id ?? ''}/words`);
}

/** A letter from its first text to its end, opened by everybody who may. */
export async function readALetter(app: TestApp): Promise<void> {
  const { coupleId, iris, jo, mina, rowan } = await arrangeAftercare(app);
  const letterId = await layDown(iris, 'impact');
  await iris.call('get', `letters/${letterId}`);
  await jo.call('get', `${lettersOf(coupleId)}/${letterId}`);
  const body = { id: randomUUID(), revision: 1, text: 'stay with the body' };
  await jo.call('post', `${lettersOf(coupleId)}/${letterId}/comments`, { body });
  await app.db.sql("UPDATE disclosure_process SET state = 'IMPACT_PREP' WHERE couple_id = $1", [coupleId]);
  await mark(jo, coupleId, 'impact_approved');
  await mark(mina, coupleId, 'listening_rehearsed');
  const readings = `${lettersOf(coupleId)}/readings/impact`;
  await mina.call('post', `${readings}/start`);
  await rowan.call('get', 'letters/listening');
  const { processVersion } = (await mina.call('get', lettersOf(coupleId))).body;
  await mina.call('post', `${readings}/delivery`, { version: Number(processVersion) });
  await rowan.call('post', `letters/${letterId}/agreement`, { body: { agree: true } });
}
