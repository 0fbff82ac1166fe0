import type { ArrangedCase } from '../arrange-case.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import type { TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** What owners and administrators do with staff. */
export async function staffCalls(app: TestApp, ours: ArrangedCase): Promise<RightCalls> {
  const adminId = await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Bo Lind');
  const admin = await signedIn(app, ours.clinicId, adminId, 'clinic_admin');
  const as = (): Promise<TestClient> => Promise.resolve(admin);
  const ids = { staffId: await arrangeStaff(app, ours.clinicId, 'therapist', 'Kim Vale') };
  const invited = { name: 'Kim', credentials: 'LMFT', email: 'kim@b.example', role: 'therapist' };
  const made = await admin.call('post', 'staff/invitations', { body: invited });
  const back = { token: 'A'.repeat(43), code: '000000' };
  const stranger = (): Promise<TestClient> => Promise.resolve(app.client('clinic'));
  const opened = await admin.call('post', `staff/${ids.staffId}/way-back`);
  const wayBack = { wayBackId: String(opened.body.id) };
  return {
    'WayBackController.ask': { as, ids, keyed: true },
    'WayBackController.agree': { as, ids: wayBack, keyed: true },
    'WayBackController.takeBack': { as, ids: wayBack },
    'WayBackDoorController.open': { as: stranger, body: back },
    'WayBackDoorController.comeBack': {
      as: stranger,
      body: { ...back, password: 'some other long words', authenticatorCode: '000000' },
    },
    'StaffController.list': { as },
    'StaffController.invite': { as, body: invited, keyed: true },
    'StaffController.takeBack': { as, ids: { invitationId: String(made.body.id) } },
    'StaffController.change': { as, ids, body: { role: 'therapist', active: true } },
    'StaffController.endSessions': { as, ids },
  };
}
