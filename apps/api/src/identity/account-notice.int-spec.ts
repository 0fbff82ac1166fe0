import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asClinicId } from '@trellis/domain';
import { setUpMember, type Member } from '../../test/arrange-identity.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { withContext } from '../platform/context/request-context.js';
import { JobHandlers } from '../platform/jobs/job-handlers.js';
import { accountNoticeKind } from './account-notice.job.js';

let app: TestApp;
let member: Member;

beforeAll(async () => {
  app = await testApp();
  member = await setUpMember(app);
});
afterAll(async () => app.close());

/** Carries the work out as the worker does: as the member of staff, outside of any request. */
async function deliver(): Promise<{ id: string; outcome: string }> {
  const id = randomUUID();
  const actor = { clinicId: asClinicId(member.clinicId), id: member.id, role: 'therapist' } as const;
  const handler = app.app.get(JobHandlers).find(accountNoticeKind);
  const run = async (): Promise<string> => (await handler?.run({ id, subjectId: member.id })) ?? 'no handler';
  return { id, outcome: await withContext({ correlationId: id, surface: 'job', actor }, run) };
}

describe('the letter about a changed sign-in', () => {
  it('S-8, P-1 reaches the address of the member and names nobody, no practice and no change', async () => {
    const { id, outcome } = await deliver();
    expect(outcome).toBe('done');
    const letter = readFileSync(join(app.dataDir, 'outbox', `${id}.eml`), 'utf8');
    expect(letter).toContain(`To: ${member.email}`);
    for (const word of ['Mina', 'Castellan', 'North Pier', 'Practice', member.id])
      expect(letter).not.toContain(word);
  });

  it('S-6 is not sent to somebody who was disabled in the meantime', async () => {
    await app.db.sql('UPDATE staff_member SET deactivated_at = now() WHERE id = $1', [member.id]);
    expect((await deliver()).outcome).toBe('skipped');
  });
});
