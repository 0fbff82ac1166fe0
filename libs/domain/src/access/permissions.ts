import type { Role } from './roles.js';

/** Kinds of act. A permission opens a door; which record may be seen behind it is decided by `canSee`. */
export const permissions = [
  'couples.list',
  'couples.read',
  'couples.create',
  'people.invite',
  'homework.assign',
  'homework.read',
  'homework.review',
  'library.read',
  'library.keep',
  'releases.decide',
  'couples.separate',
  'couples.reunite',
  'ratings.enter',
  'predictors.read',
  'disclosure.read',
  'disclosure.transition',
  'disclosure.schedule',
  'disclosure.record',
  'disclosure.cosign',
  'psychotherapy_notes.keep',
  'reports.export',
  'staff.manage',
  'settings.manage',
  'erasure.manage',
  'audit.read',
  'emergency.open',
  'care_team.manage',
  'cover.manage',
  'stages.read',
  'stages.decide',
  'approvals.decide',
  'home.today',
  'home.tasks',
  'home.ratings',
  'home.consents',
  'home.disclosure',
] as const;
export type Permission = (typeof permissions)[number];

const admin: readonly Permission[] = [
  'library.read',
  'couples.list',
  'couples.read',
  'couples.separate',
  'disclosure.schedule',
  'reports.export',
  'staff.manage',
  'settings.manage',
  'erasure.manage',
  'audit.read',
  'care_team.manage',
  'cover.manage',
  'stages.read',
];

const granted: Readonly<Record<Role, readonly Permission[]>> = {
  therapist: [
    'couples.list',
    'couples.read',
    'couples.create',
    'people.invite',
    'homework.assign',
    'homework.read',
    'homework.review',
    'library.read',
    'library.keep',
    'releases.decide',
    'couples.separate',
    'couples.reunite',
    'ratings.enter',
    'predictors.read',
    'disclosure.read',
    'disclosure.transition',
    'disclosure.schedule',
    'disclosure.record',
    'disclosure.cosign',
    'psychotherapy_notes.keep',
    'emergency.open',
    'care_team.manage',
    'cover.manage',
    'stages.read',
    'stages.decide',
  ],
  // The doors of reading: behind them a supervisor finds something only by an emergency reading or for co-sign.
  supervisor: [
    'couples.read',
    'homework.read',
    'library.read',
    'predictors.read',
    'disclosure.read',
    'disclosure.cosign',
    'emergency.open',
  ],
  clinic_admin: admin,
  owner: [...admin, 'library.keep', 'approvals.decide'],
  client: ['home.today', 'home.tasks', 'home.ratings', 'home.consents', 'home.disclosure'],
};

/** Whether the role opens the door. Whatever is not listed is refused (ACCESS-05). */
export function may(role: Role, permission: Permission): boolean {
  return granted[role].includes(permission);
}

/** Whether any of the roles opens the door. */
export function anyMay(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => may(role, permission));
}
