import { Clock } from '../src/platform/clock.js';
import { arrangeClinic, arrangeStaff, enrolBoth, newCouple, signedIn } from './arrange.js';
import type { TestApp } from './test-app.js';
import type { TestClient } from './test-client.js';

/** Noon on Monday 2025-01-06 in Chicago, the first day of week 1. */
export const firstMonday = new Date('2025-01-06T18:00:00Z');

/** A couple with a therapist for each side, everybody signed in. */
export interface ArrangedCase {
  readonly clinicId: string;
  readonly coupleId: string;
  readonly rowanId: string;
  readonly irisId: string;
  readonly minaId: string;
  readonly joId: string;
  readonly danaId: string;
  readonly rowan: TestClient;
  readonly iris: TestClient;
  /** The recovering person's therapist, lead clinician. */
  readonly mina: TestClient;
  /** The partner's therapist. */
  readonly jo: TestClient;
  /** The couple therapist: joint work only. */
  readonly dana: TestClient;
}

/** Puts the clinical clock to `instant`. */
export function travel({ app }: TestApp, instant: Date): void {
  app.get(Clock).travelTo(instant);
}

/** Makes the case at `firstMonday`, with both people enrolled and every consent given. */
export async function arrangeCase(app: TestApp): Promise<ArrangedCase> {
  travel(app, firstMonday);
  const clinicId = await arrangeClinic(app);
  const minaId = await arrangeStaff(app, clinicId, 'therapist', 'Mina Castellan');
  const joId = await arrangeStaff(app, clinicId, 'therapist', 'Jo Whitlock');
  const danaId = await arrangeStaff(app, clinicId, 'therapist', 'Dana Raman');
  const mina = await signedIn(app, clinicId, minaId, 'therapist');
  const careTeam = [
    { staffId: minaId, side: 'RP' },
    { staffId: joId, side: 'BP' },
    { staffId: danaId, side: 'JOINT' },
  ] as const;
  const added = await mina.call('post', 'couples', { body: newCouple(minaId, { careTeam: [...careTeam] }) });
  const coupleId = String(added.body.id);
  const idOf = (side: string): string =>
    String((added.body.people as { id: string; side: string }[]).find((person) => person.side === side)?.id);
  await enrolBoth(app, coupleId, ['privacy', 'secrets_policy', 'measurement']);
  return {
    ...{ clinicId, coupleId, minaId, joId, danaId, mina, rowanId: idOf('RP'), irisId: idOf('BP') },
    rowan: await signedIn(app, clinicId, idOf('RP'), 'client'),
    iris: await signedIn(app, clinicId, idOf('BP'), 'client'),
    jo: await signedIn(app, clinicId, joId, 'therapist'),
    dana: await signedIn(app, clinicId, danaId, 'therapist'),
  };
}

/** Assigns one exercise to one person and answers with its task id. */
export async function assignOne(
  by: TestClient,
  personId: string,
  templateCode: 'R01' | 'R05' | 'R15' | 'B01',
  startsOn = '2025-01-06',
): Promise<string> {
  const answer = await by.call('post', 'homework', { body: { personId, templateCode, startsOn } });
  const [task] = answer.body as { id: string }[];
  if (task === undefined) throw new Error(`nothing was assigned: ${answer.text}`);
  return task.id;
}
