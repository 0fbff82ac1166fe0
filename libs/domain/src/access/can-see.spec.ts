import { describe, expect, it } from '@jest/globals';
import { asCoupleId, asPersonId, asStaffId } from '../shared/ids.js';
import { canSee, type Artefact, type Sight, type StaffViewer, type Viewer } from './can-see.js';
import { anyMay, may, permissions } from './permissions.js';
import { compartments, privacyLevels, type Compartment, type Privacy } from './roles.js';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const couple = asCoupleId(id(1));
const otherCouple = asCoupleId(id(2));
const [author, partner] = [asPersonId(id(3)), asPersonId(id(4))];
const [own, other, joint, admin] = [5, 6, 7, 8].map((n) => asStaffId(id(n))) as [
  StaffViewer['staffId'],
  StaffViewer['staffId'],
  StaffViewer['staffId'],
  StaffViewer['staffId'],
];

function therapist(staffId: StaffViewer['staffId'], ...sides: Compartment[]): StaffViewer {
  return {
    kind: 'staff',
    staffId,
    roles: ['therapist'],
    assignments: sides.map((side) => ({ coupleId: couple, side })),
  };
}

function artefact(privacy: Privacy, rest: Partial<Artefact> = {}): Artefact {
  return {
    coupleId: couple, ownerId: author, compartment: 'RP', privacy, revision: 3, revealed: false,
    release: null, coSignBy: [], ...rest,
  }; // prettier-ignore
}

const released = {
  state: 'released', revision: 3, approvedByTherapist: true, people: [partner], staff: [other],
} as const; // prettier-ignore
const viewers: Readonly<Record<string, Viewer>> = {
  author: { kind: 'person', personId: author, coupleId: couple },
  partner: { kind: 'person', personId: partner, coupleId: couple },
  own: therapist(own, 'RP'),
  other: therapist(other, 'BP'),
  joint: therapist(joint, 'JOINT'),
  former: therapist(own),
  admin: { kind: 'staff', staffId: admin, roles: ['clinic_admin', 'owner'], assignments: [] },
};

const table: readonly [Privacy, Partial<Artefact>, Record<keyof typeof viewers, Sight>][] = [
  ['P0', {}, { author: 'words', partner: 'nothing', own: 'status', other: 'nothing', joint: 'nothing', former: 'nothing', admin: 'nothing' }],
  ['P1', {}, { author: 'words', partner: 'nothing', own: 'words', other: 'status', joint: 'status', former: 'nothing', admin: 'nothing' }],
  ['P1', { release: released }, { author: 'words', partner: 'nothing', own: 'words', other: 'status', joint: 'status', former: 'nothing', admin: 'nothing' }],
  ['P2', { release: released }, { author: 'words', partner: 'nothing', own: 'words', other: 'words', joint: 'status', former: 'nothing', admin: 'nothing' }],
  ['P3', { release: released }, { author: 'words', partner: 'words', own: 'words', other: 'words', joint: 'status', former: 'nothing', admin: 'nothing' }],
  ['P4', { compartment: 'JOINT' }, { author: 'words', partner: 'nothing', own: 'status', other: 'status', joint: 'status', former: 'nothing', admin: 'nothing' }],
  ['P4', { compartment: 'JOINT', release: released }, { author: 'words', partner: 'nothing', own: 'status', other: 'status', joint: 'status', former: 'nothing', admin: 'nothing' }],
  ['P4', { release: released }, { author: 'words', partner: 'nothing', own: 'status', other: 'status', joint: 'status', former: 'nothing', admin: 'nothing' }],
  ['P4', { release: released, revealed: true }, { author: 'words', partner: 'nothing', own: 'words', other: 'status', joint: 'status', former: 'nothing', admin: 'nothing' }],
  ['P0', { compartment: 'JOINT', revealed: true }, { author: 'words', partner: 'nothing', own: 'nothing', other: 'nothing', joint: 'status', former: 'nothing', admin: 'nothing' }],
  ['P4', { compartment: 'JOINT', revealed: true }, { author: 'words', partner: 'words', own: 'words', other: 'words', joint: 'words', former: 'nothing', admin: 'nothing' }],
]; // prettier-ignore

describe('canSee', () => {
  it.each(table)('%s %j', (privacy, rest, expected) => {
    const seen = Object.fromEntries(
      Object.entries(viewers).map(([name, viewer]) => [name, canSee(viewer, artefact(privacy, rest))]),
    );
    expect(seen).toEqual(expected);
  });

  it.each([
    { ...released, approvedByTherapist: false },
    { ...released, revision: 2 },
    { ...released, state: 'revoked' as const },
    { ...released, state: 'ready' as const },
    { ...released, people: [] },
  ])('keeps a P3 item from the partner without a live release: %j', (release) => {
    expect(canSee(viewers.partner as Viewer, artefact('P3', { release }))).toBe('nothing');
  });

  it('gives a supervisor what was submitted for co-sign, never P0', () => {
    const supervisor: Viewer = { kind: 'staff', staffId: admin, roles: ['supervisor'], assignments: [] };
    expect(canSee(supervisor, artefact('P1', { coSignBy: [admin] }))).toBe('words');
    expect(canSee(supervisor, artefact('P1'))).toBe('nothing');
    expect(canSee(supervisor, artefact('P0', { coSignBy: [admin] }))).toBe('nothing');
  });

  it('gives authors their own: staff without any side or role too, a person in their couple alone', () => {
    const written = (privacy: Privacy): Artefact => artefact(privacy, { ownerId: admin });
    for (const privacy of privacyLevels) {
      expect(canSee(viewers.admin as Viewer, written(privacy))).toBe('words');
      expect(canSee({ kind: 'person', personId: author, coupleId: otherCouple }, artefact(privacy))).toBe(
        'nothing',
      );
    }
    expect(canSee(therapist(own, 'RP'), artefact('P0', { ownerId: own }))).toBe('words');
  });

  it('gives nothing of another couple, and nothing to an admin with a stray assignment', () => {
    const strangers: Viewer[] = [
      { kind: 'person', personId: partner, coupleId: otherCouple },
      { ...therapist(own), assignments: compartments.map((side) => ({ coupleId: otherCouple, side })) },
      { ...therapist(admin, ...compartments), roles: ['clinic_admin'] },
    ];
    for (const viewer of strangers) {
      for (const privacy of privacyLevels) {
        const everything = artefact(privacy, {
          release: { ...released, people: [], staff: [] },
          revealed: true,
        });
        expect(canSee(viewer, everything)).toBe('nothing');
      }
    }
  });
});

describe('permissions', () => {
  it('gives each permission to somebody, and home doors to clients alone', () => {
    for (const permission of permissions) {
      const roles = (['therapist', 'supervisor', 'clinic_admin', 'owner', 'client'] as const).filter((r) =>
        may(r, permission),
      );
      expect(roles.length).toBeGreaterThan(0);
      expect(roles.includes('client')).toBe(permission.startsWith('home.'));
    }
  });

  it('keeps admins from homework, ratings, scores and every step but the date', () => {
    for (const permission of [
      'homework.read',
      'ratings.enter',
      'predictors.read',
      'disclosure.transition',
    ] as const) {
      expect(anyMay(['clinic_admin', 'owner'], permission)).toBe(false);
    }
    expect(may('clinic_admin', 'disclosure.schedule')).toBe(true);
  });
});
