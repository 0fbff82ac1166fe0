import type { Viewer } from './facts.js';

// Which kinds of people may do an act at all, by handler, written from the roles of the decisions (1, 3 and 7) and not
// from the permissions of the product. Whoever is not named here has to be refused whatever they send.

const therapist = ['therapist'];
const admins = ['clinic_admin', 'owner'];
const people = ['person'];
const emergency = ['therapist', 'supervisor'];
const staff = ['therapist', 'supervisor', 'clinic_admin', 'owner'];
const anybody = ['nobody', ...people, ...staff];

/** Handlers that write, and those that answer to nobody in particular, with those who may. */
export const actors: Readonly<Record<string, readonly string[]>> = {
  'CouplesController.add': therapist,
  'InvitationsController.create': therapist,
  'CaseHomeworkController.assign': therapist,
  'CaseHomeworkController.review': therapist,
  'CouplePredictorsController.rate': therapist,
  'DisclosureController.open': therapist,
  'DisclosureController.schedule': [...therapist, ...admins],
  'OwnHomeworkController.saveDraft': people,
  'OwnHomeworkController.submit': people,
  'OwnHomeworkController.setAside': people,
  'OwnRatingsController.give': people,
  'ConsentsController.change': people,
  'ReportsController.order': admins,
  'StaffController.invite': admins,
  'StaffController.takeBack': admins,
  'StaffController.change': admins,
  'StaffController.endSessions': admins,
  'StaffSessionController.password': anybody,
  'StaffSessionController.secondFactor': staff,
  'StaffSessionController.recoveryCode': staff,
  'StaffSessionController.changeOver': staff,
  'StaffSessionController.stepUp': staff,
  'StaffSessionController.lock': staff,
  'StaffSessionController.signOut': staff,
  'OwnAccountController.recoveryCodes': staff,
  'OwnAccountController.password': staff,
  'OwnAccountController.newAuthenticator': staff,
  'OwnAccountController.authenticator': staff,
  'OwnAccountController.endDevice': staff,
  'PersonSessionController.signIn': anybody,
  'PersonSessionController.signOut': people,
  'PersonSessionController.exit': anybody,
  'ExchangeController.exchange': anybody,
  'EnrolmentController.enrol': people,
  'FirstRunController.authenticator': anybody,
  'FirstRunController.setUp': anybody,
  'JoinController.open': anybody,
  'JoinController.join': anybody,
  'BreakGlassController.open': emergency,
  'BreakGlassController.end': emergency,
  'BreakGlassController.review': ['owner'],
  'CareTeamController.join': [...therapist, ...admins],
  'CareTeamController.lead': [...therapist, ...admins],
  'CareTeamController.end': [...therapist, ...admins],
  'CareTeamController.handOver': [...therapist, ...admins],
  'CoverController.add': [...therapist, ...admins],
  'CoverController.cancel': [...therapist, ...admins],
  'PsychotherapyNotesController.write': therapist,
  'PsychotherapyNotesController.change': therapist,
  'PsychotherapyNotesController.remove': therapist,
  'PsychotherapyNotesController.restore': therapist,
  'OwnReleasesController.ask': people,
  'OwnReleasesController.confirm': people,
  'OwnReleasesController.revoke': people,
  'RevisionController.revise': people,
  'CaseReleasesController.approve': therapist,
  'CaseReleasesController.lift': therapist,
  'CaseReleasesController.look': therapist,
  'SeparationController.separate': [...therapist, ...admins],
  'SeparationController.reunite': therapist,
  'ErasureController.ask': admins,
  'ErasureController.approve': admins,
  'ErasureController.withdraw': admins,
  'ErasureController.complete': ['owner'],
  'OwnErasureController.ask': people,
  'OwnErasureController.withdraw': people,
  'StaffPasskeyController.ask': anybody,
  'StaffPasskeyController.signIn': anybody,
  'StaffPasskeyController.askAgain': staff,
  'StaffPasskeyController.stepUp': staff,
  'OwnPasskeysController.offer': staff,
  'OwnPasskeysController.add': staff,
  'OwnPasskeysController.rename': staff,
  'OwnPasskeysController.remove': staff,
  'HomeDoorController.device': anybody,
  'HomeDoorController.pin': anybody,
  'HomeDoorController.ask': anybody,
  'HomeDoorController.signIn': anybody,
  'HomeDoorController.stepUp': people,
  'HomeDoorController.askAgain': people,
  'HomeDoorController.stepUpWithPasskey': people,
  'EnrolmentController.enrolDevice': people,
  'EnrolmentController.offer': people,
  'EnrolmentController.enrolPasskey': people,
};

/** Whether this kind of viewer may do the act for something of their own; null for an act that is not in the table. */
export function kindMay(viewer: Viewer, handler: string): boolean | null {
  const kind = viewer.kind === 'staff' ? viewer.role : viewer.kind;
  return actors[handler]?.includes(kind) ?? null;
}
