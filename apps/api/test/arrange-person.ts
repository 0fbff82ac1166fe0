import {
  addCouple,
  allConsents,
  invite,
  openInvitation,
  personPassphrase,
  setUpMember,
  signIn,
} from './arrange-identity.js';
import type { TestApp } from './test-app.js';
import type { TestClient } from './test-client.js';

/** A person who enrolled with a passphrase, with the phone they did it on. */
export async function enrolledPerson(
  app: TestApp,
): Promise<{ readonly phone: TestClient; readonly personId: string; readonly signInName: string }> {
  const member = await setUpMember(app);
  const therapist = await signIn(app, member);
  const { rowanId } = await addCouple(therapist, member.id);
  const phone = await openInvitation(app, await invite(therapist, rowanId));
  const body = { consents: allConsents, language: 'en', passphrase: personPassphrase };
  const enrolled = await phone.call('post', 'enrolment', { body });
  await phone.call('get', 'session');
  return { phone, personId: rowanId, signInName: String(enrolled.body.signInName) };
}
