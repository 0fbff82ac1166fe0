import { describe, expect, it } from '@jest/globals';
import { anyMay, may, permissions } from './permissions.js';
import type { Role } from './roles.js';

const office = [
  'couples.list', 'couples.read', 'library.read', 'instruments.keep', 'couples.separate', 'disclosure.schedule', 'progress_notes.arrange', 'reports.export', 'staff.manage', 'settings.manage', 'limits.read',
  'erasure.manage', 'audit.read', 'care_team.manage', 'cover.manage',
  'stages.read', 'appointments.read', 'appointments.keep',
]; // prettier-ignore
const doors: Readonly<Record<Role, readonly string[]>> = {
  therapist: [
    'couples.list', 'couples.read', 'couples.create', 'people.invite', 'homework.assign', 'homework.read',
    'homework.review', 'library.read', 'library.keep', 'instruments.keep', 'releases.decide', 'couples.separate', 'couples.reunite', 'ratings.enter', 'predictors.read', 'disclosure.read', 'disclosure.transition',
    'disclosure.schedule', 'disclosure.record', 'disclosure.cosign', 'psychotherapy_notes.keep', 'progress_notes.read', 'progress_notes.keep', 'progress_notes.cosign', 'limits.read', 'emergency.open', 'care_team.manage',
    'cover.manage', 'stages.read', 'stages.decide', 'appointments.read', 'appointments.keep', 'time_off.keep',
  ],
  supervisor: ['couples.read', 'homework.read', 'library.read', 'predictors.read', 'disclosure.read', 'disclosure.cosign', 'progress_notes.read', 'progress_notes.cosign', 'emergency.open'],
  clinic_admin: office,
  owner: [...office.slice(0, 3), 'library.keep', ...office.slice(3, -2), 'approvals.decide', ...office.slice(-2)],
  client: ['home.today', 'home.tasks', 'home.ratings', 'home.consents', 'home.disclosure'],
}; // prettier-ignore

describe('doors (ACCESS-05)', () => {
  it.each(Object.entries(doors) as [Role, readonly string[]][])(
    '%s: exactly those that are listed',
    (role, listed) => {
      expect(permissions.filter((permission) => may(role, permission))).toEqual(listed);
    },
  );

  it('open by any one of several roles, and by none without a role', () => {
    expect(anyMay(['clinic_admin', 'therapist'], 'homework.read')).toBe(true);
    expect(anyMay(['therapist', 'clinic_admin'], 'homework.read')).toBe(true);
    expect(anyMay(['clinic_admin', 'owner'], 'homework.read')).toBe(false);
    expect(anyMay([], 'couples.list')).toBe(false);
  });
});
