import { randomUUID } from 'node:crypto';
import type { AppointmentListView, AppointmentView, ProgressNoteView } from '@trellis/contracts';
import { travel, type ArrangedCase } from './arrange-case.js';
import type { TestApp } from './test-app.js';
import type { TestClient } from './test-client.js';

export type Side = 'RP' | 'BP' | 'JOINT';

/** Where the progress notes of a couple are, below `/api/clinic/`. */
export const progressNotesOn = (coupleId: string): string => `couples/${coupleId}/progress-notes`;

/** Whose session it is: the therapist of that side. */
export function therapistOf(ours: ArrangedCase, side: Side): { by: TestClient; id: string } {
  if (side === 'RP') return { by: ours.mina, id: ours.minaId };
  return side === 'BP' ? { by: ours.jo, id: ours.joId } : { by: ours.dana, id: ours.danaId };
}

/** Books an hour of 50 minutes from the afternoon of `on` on, goes to its evening, and marks everybody as there. */
export async function heldSession(
  app: TestApp,
  ours: ArrangedCase,
  side: Side,
  on = '2025-01-06',
): Promise<string> {
  const { by, id } = therapistOf(ours, side);
  const at = `appointments/${ours.coupleId}`;
  const hour = { RP: '13:00', BP: '14:00', JOINT: '15:00' }[side];
  const body = {
    ...{ kind: side === 'JOINT' ? 'couple' : 'individual', side, on, time: hour, minutes: 50 },
    ...{ place: { at: 'open' }, staffIds: [id] },
  };
  const booked = await by.call('post', at, { body });
  if (booked.status !== 201) throw new Error(`no session was booked: ${booked.text}`);
  travel(app, new Date(`${on}T23:00:00Z`));
  const session = (list: AppointmentListView): AppointmentView | undefined =>
    list.appointments.find((one) => one.side === side && one.startsAt.startsWith(on));
  let held = session(booked.body as AppointmentListView);
  for (const person of side === 'JOINT' ? (['RP', 'BP'] as const) : [side]) {
    const mark = { body: { side: person, attendance: 'attended' }, version: held?.version ?? 0 };
    const marked = await by.call('post', `${at}/${held?.id ?? ''}/attendance`, mark);
    if (marked.status !== 200) throw new Error(`nobody was marked: ${marked.text}`);
    held = session(marked.body as AppointmentListView);
  }
  return held?.id ?? '';
}

/** Begins a note on a held session. Answers its id. */
export async function begunNote(
  by: TestClient,
  coupleId: string,
  appointmentId: string,
  side: Side,
  form = 'DAP',
): Promise<string> {
  const id = randomUUID();
  const body = { id, appointmentId, side, form };
  const answer = await by.call('post', progressNotesOn(coupleId), { body });
  if (answer.status !== 201) throw new Error(`no note was begun: ${answer.text}`);
  return id;
}

/** A note that holds these texts and is signed, or waits for `coSignerId`. Answers its id. */
export async function signedNote(
  by: TestClient,
  coupleId: string,
  at: { readonly appointmentId: string; readonly side: Side },
  parts: readonly string[],
  coSignerId: string | null = null,
): Promise<string> {
  const id = await begunNote(by, coupleId, at.appointmentId, at.side);
  const path = `${progressNotesOn(coupleId)}/${id}`;
  const kept = await by.call('put', path, { body: { parts }, version: 1 });
  const signed = await by.call('post', `${path}/signature`, { body: { coSignerId }, version: 2 });
  if (kept.status !== 200 || signed.status !== 200)
    throw new Error(`not signed: ${kept.text} ${signed.text}`);
  return id;
}

export async function readProgressNote(
  by: TestClient,
  coupleId: string,
  noteId: string,
): Promise<ProgressNoteView> {
  return (await by.call('get', `${progressNotesOn(coupleId)}/${noteId}`)).body as ProgressNoteView;
}

/** Every word that a note takes: a part, an amendment with its reason, and a remark of who gave it back. */
export async function keepProgressNotes(
  app: TestApp,
  ours: ArrangedCase,
  supervisorId: string,
  supervisor: TestClient,
  marks: { readonly part: string; readonly amendment: string; readonly remark: string },
): Promise<void> {
  const appointmentId = await heldSession(app, ours, 'RP', '2025-01-07');
  const at = { appointmentId, side: 'RP' } as const;
  const id = await signedNote(ours.mina, ours.coupleId, at, [marks.part, '', ''], supervisorId);
  const path = `${progressNotesOn(ours.coupleId)}/${id}`;
  await supervisor.call('get', `progress-notes/cosigns/${id}`);
  const back = { body: { agreed: false, remark: marks.remark }, version: 3 };
  await supervisor.call('post', `progress-notes/cosigns/${id}`, back);
  await ours.mina.call('post', `${path}/signature`, { body: { coSignerId: supervisorId }, version: 4 });
  await supervisor.call('post', `progress-notes/cosigns/${id}`, { body: { agreed: true }, version: 5 });
  const amended = { body: { id: randomUUID(), reason: marks.amendment, text: marks.amendment } };
  await ours.mina.call('post', `${path}/amendments`, amended);
  const read = JSON.stringify(await readProgressNote(ours.mina, ours.coupleId, id));
  for (const mark of Object.values(marks)) if (!read.includes(mark)) throw new Error(`${mark} is not read`);
}
