import type { OwnReadinessPartView, ReadinessOfCoupleView } from '@trellis/contracts';
import { contraindicationIds } from '@trellis/domain';
import type { ArrangedCase } from './arrange-case.js';
import type { TestClient } from './test-client.js';

/** Address below `/api/clinic/` of a couple's readiness. */
export const readinessOf = (coupleId: string): string => `readiness/${coupleId}`;

/** Mina opens the disclosure of the couple. */
export async function openDisclosure({ mina, coupleId }: ArrangedCase): Promise<void> {
  const opened = await mina.call('post', `disclosure/${coupleId}`);
  if (opened.status !== 201) throw new Error(`not opened: ${opened.text}`);
}

/** A person answers the text that is in force. */
export async function answerDisclosure(
  person: TestClient,
  answer: 'yes' | 'not_now' | 'no',
): Promise<OwnReadinessPartView> {
  const body = { answer, textVersion: 'disclosure/1' };
  const answered = await person.call('post', 'readiness/consent', { body });
  if (answered.status !== 200) throw new Error(`not answered: ${answered.text}`);
  return answered.body as OwnReadinessPartView;
}

/** Every condition found absent in the person of one side. */
export async function clearSide(
  therapist: TestClient,
  coupleId: string,
  side: 'RP' | 'BP',
  on: string,
): Promise<void> {
  const findings = contraindicationIds.map((condition) => ({ condition, present: false }));
  const body = { side, on, findings };
  const assessed = await therapist.call('post', `${readinessOf(coupleId)}/assessments`, { body });
  if (assessed.status !== 200) throw new Error(`not assessed: ${assessed.text}`);
}

/** Both people let all therapists talk about everything, until a day. */
export async function releaseBoth(ours: ArrangedCase, validUntil: string): Promise<void> {
  for (const [therapist, person, side] of [
    [ours.mina, ours.rowan, 'RP'],
    [ours.jo, ours.iris, 'BP'],
  ] as const) {
    const body = { side, scopes: ['status', 'safety', 'content'], validUntil };
    const asked = await therapist.call('post', `${readinessOf(ours.coupleId)}/releases`, { body });
    const signed = await person.call('post', `readiness/releases/${String(asked.body.id)}/signature`, {
      body: { textVersion: 'information_release/1' },
      version: 1,
    });
    if (signed.status !== 200) throw new Error(`not signed: ${asked.text} ${signed.text}`);
  }
}

export async function readinessSeen(by: TestClient, coupleId: string): Promise<ReadinessOfCoupleView> {
  const seen = await by.call('get', readinessOf(coupleId));
  if (seen.status !== 200) throw new Error(`not seen: ${seen.text}`);
  return seen.body as ReadinessOfCoupleView;
}
