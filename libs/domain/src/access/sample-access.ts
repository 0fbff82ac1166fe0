import { asClinicId, asCoupleId, asPersonId, asStaffId } from '../shared/ids.js';
import type { AccessActor, CareAssignment, ClientActor, StaffActor, SupportActor } from './access-actor.js';
import { accessActions, type AccessAction } from './access-decision.js';
import type {
  AccessResource, DocumentResource, ItemResource, ReportResource, ScoreResource,
} from './access-resource.js'; // prettier-ignore
import type { Artefact } from './can-see.js';
import { decide } from './decide.js';
import type { Compartment } from './roles.js';

/** A small clinic for the specs of this folder: two people, their therapists, an admin, an owner, a supervisor. */
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const clinic = asClinicId(id(1));
export const otherClinic = asClinicId(id(2));
export const couple = asCoupleId(id(3));
export const otherCouple = asCoupleId(id(4));
export const [rp, bp] = [asPersonId(id(5)), asPersonId(id(6))] as const;
export const staffIds = { tRp: id(11), tBp: id(12), tC: id(13), admin: id(14), owner: id(15), supervisor: id(16), solo: id(17), former: id(18) } as const; // prettier-ignore
export const now = new Date('2025-01-20T15:00:00Z');

/** The moment that lies so many minutes before (negative) or after `now`. */
export const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000);

export const assigned = (side: Compartment, from = -1, to: number | null = null): CareAssignment => ({
  coupleId: couple,
  side,
  from: minutes(from),
  to: to === null ? null : minutes(to),
});

function staff(name: keyof typeof staffIds, rest: Partial<StaffActor>): StaffActor {
  return {
    kind: 'staff',
    staffId: asStaffId(staffIds[name]),
    clinicId: clinic,
    roles: ['therapist'],
    assignments: [],
    breakGlass: null,
    stepUpAt: null,
    ...rest,
  };
}

const client = (personId: typeof rp): ClientActor => ({
  kind: 'client', personId, clinicId: clinic, coupleId: couple, signedInWith: 'factor', stepUpAt: null,
}); // prettier-ignore

export const support: SupportActor = {
  kind: 'support',
  operatorId: 'operator',
  clinicId: clinic,
  grant: {
    clinicId: clinic,
    approvedBy: [asStaffId(staffIds.owner), asStaffId(staffIds.admin)],
    from: minutes(-1),
    until: minutes(60),
  },
};

export const actors = {
  rp: client(rp),
  bp: client(bp),
  tRp: staff('tRp', { assignments: [assigned('RP')] }),
  tBp: staff('tBp', { assignments: [assigned('BP')] }),
  tC: staff('tC', { assignments: [assigned('JOINT')] }),
  solo: staff('solo', { assignments: [assigned('RP'), assigned('BP'), assigned('JOINT')] }),
  former: staff('former', { assignments: [assigned('RP', -10, 0)] }),
  supervisor: staff('supervisor', { roles: ['supervisor'] }),
  admin: staff('admin', { roles: ['clinic_admin'] }),
  owner: staff('owner', { roles: ['owner'] }),
} as const;

/** An item of the recovering person: revision 3, of P1, handed in, not released. */
export function item(artefact: Partial<Artefact> = {}, rest: Partial<ItemResource> = {}): ItemResource {
  return {
    kind: 'item', clinicId: clinic, coupleState: 'active', policy: 'LIMITED', informationRelease: true,
    safetyTags: [], shownIn: 'any_time', inSession: false, handedIn: true, sensitive: false,
    artefact: {
      coupleId: couple, ownerId: rp, compartment: 'RP', privacy: 'P1', revision: 3, revealed: false,
      release: null, coSignBy: [], ...artefact,
    },
    ...rest,
  }; // prettier-ignore
}

/** A release of revision 3 to the partner and the partner's therapist, approved. */
export const live = {
  state: 'released',
  revision: 3,
  approvedByTherapist: true,
  people: [bp],
  staff: [asStaffId(staffIds.tBp)],
} as const;

export function score(rest: Partial<ScoreResource> = {}): ScoreResource {
  return {
    kind: 'score', clinicId: clinic, coupleId: couple, about: 'R', ownerId: rp, from: [],
    consents: { RP: true, BP: true }, ...rest,
  }; // prettier-ignore
}

export function document(rest: Partial<DocumentResource> = {}): DocumentResource {
  return {
    kind: 'document', clinicId: clinic, coupleId: couple, authorId: rp, side: 'RP', coupleState: 'active',
    policy: 'LIMITED', windows: [], editable: true, ...rest,
  }; // prettier-ignore
}

export function report(rest: Partial<ReportResource> = {}): ReportResource {
  return {
    kind: 'report', clinicId: clinic, scope: { content: 'named_process' }, people: 500,
    requestedBy: asStaffId(staffIds.admin), approvedBy: null, ...rest,
  }; // prettier-ignore
}

/** Each act with the whole decision in one text, such as 'yes words author', followed by the obligations. */
export type Answers = Readonly<Record<AccessAction, string>>;

/** What `decide` says to each act. */
export function answers(actor: AccessActor, resource: AccessResource): Answers {
  return byAction((action) => {
    const { allow, sight, reason, obligations } = decide(actor, action, resource, now);
    return [allow ? 'yes' : 'no', sight, reason, ...obligations].join(' ');
  });
}

const byAction = (text: (action: AccessAction) => string): Answers =>
  Object.fromEntries(accessActions.map((action) => [action, text(action)])) as Answers;

/** What is expected: the same text for every act, but for those that are named. */
export const all = (text: string, but: Partial<Answers> = {}): Answers => ({
  ...byAction(() => text),
  ...but,
});

/** Reading, status and list are open; what comes with them comes with all but the list. */
export function reads(text: string, duties = ''): Partial<Answers> {
  return { read: `yes ${text}${duties}`, read_status: `yes ${text}${duties}`, list: `yes ${text}` };
}

/** The status and the list are open, and reading is not. */
export const readsStatus = (why: string): Partial<Answers> => ({
  read: 'no status status_only', read_status: `yes status ${why}`, list: `yes status ${why}`,
}); // prettier-ignore

/** As if there were nothing. */
export const absent = all('no nothing no_relation');
