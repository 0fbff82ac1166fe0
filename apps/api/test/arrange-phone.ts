import { allConsents, invite, openInvitation, personPassphrase } from './arrange-identity.js';
import type { TestApp } from './test-app.js';
import type { TestClient } from './test-client.js';

export const agreed = { consents: allConsents, language: 'en' };
export const pin = '482917';

/** Enrols a person with a passphrase; on `phone` where one is given, as if it had been used before. */
export async function enrolWithPassphrase(
  app: TestApp,
  therapist: TestClient,
  personId: string,
  { phone, ...said }: { readonly phone?: TestClient; readonly sharedDevice?: boolean } = {},
): Promise<{ phone: TestClient; signInName: string }> {
  const device = await opened(app, therapist, personId, phone);
  const body = { ...agreed, ...said, passphrase: personPassphrase };
  const answer = await device.call('post', 'enrolment', { body });
  if (answer.status !== 201) throw new Error(`enrolment failed: ${JSON.stringify(answer.body)}`);
  await device.call('get', 'session');
  return { phone: device, signInName: String(answer.body.signInName) };
}

/** Enrols a person on a device with a PIN. */
export async function enrolWithPin(
  app: TestApp,
  therapist: TestClient,
  personId: string,
): Promise<TestClient> {
  const device = await opened(app, therapist, personId);
  const answer = await device.call('post', 'enrolment/device', { body: { ...agreed, pin } });
  if (answer.status !== 201) throw new Error(`enrolment failed: ${JSON.stringify(answer.body)}`);
  await device.call('get', 'session');
  return device;
}

async function opened(
  app: TestApp,
  therapist: TestClient,
  personId: string,
  phone?: TestClient,
): Promise<TestClient> {
  const invited = await invite(therapist, personId);
  if (phone === undefined) return openInvitation(app, invited);
  const { token, code } = invited;
  const answer = await phone.call('post', 'invitations/exchange', { body: { token, code } });
  if (answer.status !== 204) throw new Error(`exchange failed: ${JSON.stringify(answer.body)}`);
  await phone.call('get', 'session');
  return phone;
}

/** Code and status of an answer. */
export async function said(answer: ReturnType<TestClient['call']>): Promise<unknown[]> {
  const { status, body } = await answer;
  return [status, (body as { code?: unknown }).code];
}
