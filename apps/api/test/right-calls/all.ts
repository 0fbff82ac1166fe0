import { arrangeCase, assignOne, type ArrangedCase } from '../arrange-case.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import type { TestApp } from '../test-app.js';
import { aftercareCalls } from './aftercare-calls.js';
import { appointmentCalls } from './appointment-calls.js';
import { accountCalls } from './account-calls.js';
import { deviceCalls } from './device-calls.js';
import { doorCalls } from './door-calls.js';
import { caseCalls } from './case-calls.js';
import { disclosureCalls } from './disclosure-calls.js';
import { documentCalls } from './document-calls.js';
import { erasureCalls } from './erasure-calls.js';
import { feedbackCalls } from './feedback-calls.js';
import { letterCalls } from './letter-calls.js';
import { instrumentCalls } from './instrument-calls.js';
import { libraryCalls } from './library-calls.js';
import { noteCalls } from './note-calls.js';
import { progressNoteCalls } from './progress-note-calls.js';
import { emergencyCalls } from './emergency-calls.js';
import { offTrackCalls } from './off-track-calls.js';
import { ownCalls } from './own-calls.js';
import { releaseCalls } from './release-calls.js';
import { reminderCalls } from './reminder-calls.js';
import { readinessCalls } from './readiness-calls.js';
import { reportCalls } from './report-calls.js';
import type { RightCalls } from './right-call.js';
import { sessionCalls } from './session-calls.js';
import { sessionOfDisclosureCalls } from './session-of-disclosure-calls.js';
import { stageGateCalls } from './stage-gate-calls.js';
import { staffCalls } from './staff-calls.js';

export interface ArrangedCalls {
  readonly ours: ArrangedCase;
  readonly calls: RightCalls;
}

/** A clinic with a couple, and for every handler one call of somebody who may. A new feature appends its own file. */
export async function rightCalls(app: TestApp): Promise<ArrangedCalls> {
  const ours = await arrangeCase(app);
  const adminId = await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Ada Field');
  const admin = await signedIn(app, ours.clinicId, adminId, 'clinic_admin');
  const ordered = await admin.call('post', 'reports/exports', {
    body: { report: 'caseload', format: 'csv' },
  });
  const taskId = await assignOne(ours.mina, ours.rowanId, 'R01');
  const calls = {
    ...(await sessionCalls(app, ours)),
    ...(await accountCalls(app)),
    ...(await doorCalls(app, ours)),
    ...(await deviceCalls(app)),
    ...(await staffCalls(app, ours)),
    ...caseCalls(ours, taskId),
    ...disclosureCalls(ours),
    ...(await noteCalls(ours)),
    ...progressNoteCalls(ours, admin),
    ...(await erasureCalls(app, ours)),
    ...(await offTrackCalls(app, ours, admin)),
    ...ownCalls(ours, taskId),
    ...(await releaseCalls(ours)),
    ...(await emergencyCalls(app, ours)),
    ...sessionOfDisclosureCalls(ours),
    ...(await aftercareCalls(app)),
    ...letterCalls(ours),
    ...feedbackCalls(ours, taskId),
    ...libraryCalls(ours),
    ...(await instrumentCalls(ours)),
    ...documentCalls(ours),
    ...readinessCalls(ours, admin),
    ...stageGateCalls(ours),
    ...appointmentCalls(ours, admin),
    ...(await reminderCalls(app, ours, admin)),
    ...reportCalls(admin, String(ordered.body.id)),
  };
  return { ours, calls };
}
