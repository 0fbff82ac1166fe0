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
  'ratings.enter',
  'predictors.read',
  'disclosure.read',
  'disclosure.transition',
  'disclosure.schedule',
  'reports.export',
  'staff.manage',
  'settings.manage',
  'audit.read',
  'approvals.decide',
  'home.today',
  'home.tasks',
  'home.ratings',
  'home.consents',
] as const;
export type Permission = (typeof permissions)[number];

const admin: readonly Permission[] = [
  'couples.list',
  'couples.read',
  'disclosure.schedule',
  'reports.export',
  'staff.manage',
  'settings.manage',
  'audit.read',
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
    'ratings.enter',
    'predictors.read',
    'disclosure.read',
    'disclosure.transition',
    'disclosure.schedule',
  ],
  supervisor: ['homework.read'],
  clinic_admin: admin,
  owner: [...admin, 'approvals.decide'],
  client: ['home.today', 'home.tasks', 'home.ratings', 'home.consents'],
};

/** Whether the role opens the door. Whatever is not listed is refused (ACCESS-05). */
export function may(role: Role, permission: Permission): boolean {
  return granted[role].includes(permission);
}

/** Whether any of the roles opens the door. */
export function anyMay(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => may(role, permission));
}
