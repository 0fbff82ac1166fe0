import { randomUUID } from 'node:crypto';
import { asClinicId } from '@trellis/domain';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Vault } from '../../src/platform/sealing/vault.js';
import { signedIn } from '../arrange.js';
import type { TestApp } from '../test-app.js';
import type { Facts, Person, Staff, StaffRole } from './facts.js';
import type { Browser } from './wire.js';

/** Who works in each clinic of the world. */
export const posts = {
  rp: 'therapist',
  bp: 'therapist',
  joint: 'therapist',
  /** Has couples of their own and none of the others'. */
  outside: 'therapist',
  /** Had couples that now have another team. */
  former: 'therapist',
  /** Worked here once. */
  disabled: 'therapist',
  supervisor: 'supervisor',
  admin: 'clinic_admin',
  owner: 'owner',
} as const satisfies Readonly<Record<string, StaffRole>>;
export type Post = keyof typeof posts;

export interface ClinicCast {
  readonly clinicId: string;
  readonly staff: Readonly<Record<Post, Staff>>;
}

/** A clinic whose every text is a mark, with one member of staff in each post. */
export async function castClinic(app: TestApp, facts: Facts): Promise<ClinicCast> {
  const clinicId = randomUUID();
  facts.clinics.push(clinicId);
  facts.ids.set(clinicId, { kind: 'clinic', clinicId });
  const mark = (kind: string): string => facts.mark({ kind: 'clinic', clinicId }, 'clinic', kind);
  await app.db.sql('INSERT INTO clinic VALUES ($1, $2, $3, $4, now())', [
    ...[clinicId, mark('name'), 'America/Chicago', mark('phone')],
  ]);
  const staff: [string, Staff][] = [];
  for (const post of Object.keys(posts) as Post[])
    staff.push([post, await castStaff(app, facts, clinicId, post)]);
  return { clinicId, staff: Object.fromEntries(staff) as Record<Post, Staff> };
}

/** The therapist `outside` of the second clinic is the one of the first: one account, one address, two clinics. */
async function castStaff(app: TestApp, facts: Facts, clinicId: string, post: Post): Promise<Staff> {
  const twin = facts.clinics.length === 2 && post === 'outside' ? twinOf(facts) : undefined;
  const id = randomUUID();
  const role = posts[post];
  const account = twin?.account ?? randomUUID();
  const staff: Staff = { kind: 'staff', id, clinicId, account, role, active: post !== 'disabled' };
  facts.addStaff(staff);
  const mark = (kind: string): string => facts.mark({ kind: 'staff', clinicId, staffId: id }, post, kind);
  await app.db.sql(
    `INSERT INTO staff_member (clinic_id, id, account_id, name, credentials, role, email_sealed, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, now())`,
    [clinicId, id, account, mark('name'), mark('cred'), role, await sealedAddress(app, facts, staff, post)],
  );
  if (!staff.active) await app.db.sql('UPDATE staff_member SET deactivated_at = now() WHERE id = $1', [id]);
  return staff;
}

function twinOf(facts: Facts): Staff | undefined {
  return facts.staffOf(facts.clinics[0]!).filter((one) => one.role === 'therapist')[3];
}

async function sealedAddress({ app }: TestApp, facts: Facts, staff: Staff, post: string): Promise<Buffer> {
  const { clinicId, id } = staff;
  const address = `${facts.mark({ kind: 'address', clinicId, staffId: id }, post, 'mail')}@mail.example`;
  const place = { table: 'staff_member', column: 'email_sealed', rowId: id, clinicId, ownerId: id };
  const system = { clinicId: asClinicId(clinicId), id: clinicId, role: 'system' } as const;
  return app
    .get(UnitOfWork, { strict: false })
    .run(() => app.get(Vault, { strict: false }).seal('staff', place, address), system);
}

/** A browser in which somebody has just signed in. */
export async function browserFor(app: TestApp, who: Staff | Person): Promise<Browser> {
  const role = who.kind === 'staff' ? who.role : 'client';
  const client = await signedIn(app, who.clinicId, who.id, role);
  const door = who.kind === 'staff' ? 'clinic' : 'home';
  const name = door === 'home' ? '__Host-client' : '__Host-staff';
  return { door, cookie: `${name}=${client.cookie(name) ?? ''}`, token: client.csrfToken };
}
