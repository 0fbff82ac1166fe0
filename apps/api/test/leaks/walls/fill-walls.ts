import { randomUUID } from 'node:crypto';
import type { Couple, Staff, Track } from '../facts.js';
import type { Post } from '../cast.js';
import type { World } from '../world.js';

type Cast = Readonly<Record<Post, Staff>>;

/** Emergency readings by the therapist outside: one that lasts, one ended early, one over, each of another couple. */
export async function fillEmergencies(world: World, staff: Cast, couples: readonly Couple[]): Promise<void> {
  const { sql } = world.app.db;
  const stories = [
    ['0 minutes', null],
    ['10 minutes', 'now()'],
    ['2 hours', null],
  ] as const;
  for (const [at, [ago, ended]] of stories.entries()) {
    const couple = couples[at === 0 ? 0 : at + 1]!;
    const { clinicId, id: coupleId } = couple;
    const id = randomUUID();
    await sql(
      `INSERT INTO break_glass SELECT $1::uuid, $2::uuid, $3::uuid, $4::uuid, '\\x00', now() - $5::interval,
          now() - $5::interval + interval '60 minutes', CASE WHEN $6::text IS NOT NULL THEN now() END`,
      [clinicId, id, staff.outside.id, coupleId, ago, ended],
    );
    if (at === 0) world.facts.emergencies.push({ staffId: staff.outside.id, coupleId });
    await sql('INSERT INTO emergency_seen VALUES ($1, $2, $3, now())', [clinicId, couple.people.BP.id, id]);
    if (at === 1)
      await sql(`INSERT INTO break_glass_review VALUES ($1, $2, $3, now(), 'in_order')`, [
        ...[clinicId, id, staff.owner.id],
      ]);
  }
}

/** Live releases to the partner and to the therapist of the other side; one taken back, one held, one after a separation. */
export async function fillReleases(world: World, staff: Cast, couples: readonly Couple[]): Promise<void> {
  const [plain, , , withdrawn] = couples;
  const bp = plain!.people.BP.id;
  await release(world, plain!, 'RP', {
    privacy: 'P3',
    state: 'released',
    held: false,
    person: bp,
    staff: null,
  });
  await release(world, plain!, 'BP', {
    privacy: 'P2',
    state: 'released',
    held: false,
    person: null,
    staff: staff.rp.id,
  });
  const { RP, BP } = withdrawn!.people;
  await release(world, withdrawn!, 'RP', {
    privacy: 'P3',
    state: 'revoked',
    held: false,
    person: BP.id,
    staff: null,
  });
  await release(world, withdrawn!, 'BP', {
    privacy: 'P3',
    state: 'released',
    held: true,
    person: RP.id,
    staff: null,
  });
  const separated = couples.find((couple) => couple.separated);
  if (separated !== undefined)
    await release(world, separated, 'RP', {
      ...{ privacy: 'P3', state: 'released', held: false, person: separated.people.BP.id, staff: null },
    });
  await world.app.db.sql(`INSERT INTO couple_reunion VALUES ($1, $2, 'RP', $3, now())`, [
    ...[plain!.clinicId, plain!.id, staff.rp.id],
  ]);
}

interface Given {
  readonly privacy: 'P2' | 'P3';
  readonly state: 'released' | 'revoked';
  readonly held: boolean;
  readonly person: string | null;
  readonly staff: string | null;
}

async function release(world: World, couple: Couple, side: Track, given: Given): Promise<void> {
  const { sql } = world.app.db;
  const { clinicId, id: coupleId, people } = couple;
  const task = couple.tasks.find((one) => one.side === side)!;
  const [answerId, id] = [randomUUID(), randomUUID()];
  const author = people[side].id;
  const { privacy, state, held } = given;
  await sql(`INSERT INTO homework_answer VALUES ($1, $2, $3, $4, $5, $6, $7, 1, 1, '\\x00', now())`, [
    ...[clinicId, answerId, task.id, coupleId, author, side, privacy],
  ]);
  await sql(
    `INSERT INTO release (clinic_id, id, answer_id, task_id, couple_id, person_id, compartment, privacy, revision,
        template_code, template_version, sensitive, to_partner, state, asked_at, approved_by, held, safety_tags,
        released_at, revoked_at, version)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, 'R01', 1, false, $9::uuid IS NOT NULL, $10, now(), $11, $12, '{}', now(),
        CASE WHEN $10 = 'revoked' THEN now() END, 1)`,
    [
      ...[clinicId, id, answerId, task.id, coupleId, author, side, privacy, given.person, state],
      ...[couple.team.find(({ active }) => active)?.staffId, held],
    ],
  );
  await sql('INSERT INTO release_recipient VALUES ($1, $2, $3, $4, $5)', [
    ...[clinicId, randomUUID(), id, given.person, given.staff],
  ]);
  if (state !== 'released' || held || couple.separated) return;
  const reader = given.person ?? given.staff ?? '';
  for (const name of [answerId, id, `task ${task.id}`]) world.facts.given.set(name, [reader]);
}

/** A note that stands, one removed lately and one removed long ago, by a therapist of the team. */
export async function fillNotes(world: World, staff: Cast, couples: readonly Couple[]): Promise<void> {
  const { sql } = world.app.db;
  const { clinicId, id: coupleId } = couples[0]!;
  const authorId = staff.rp.id;
  const [key] = await sql<{ owner: string }>('SELECT app.note_key_owner($1, $2, $3) AS owner', [
    ...[clinicId, authorId, coupleId],
  ]);
  world.facts.noteKeys.set(key!.owner, authorId);
  await sql(
    `INSERT INTO data_key (clinic_id, id, kind, owner_id, wrapped, created_at) VALUES ($1, $2, 'note', $3, '\\x01', now())`,
    [clinicId, randomUUID(), key!.owner],
  );
  for (const removed of [null, '1 day', '60 days']) {
    const id = randomUUID();
    await sql(
      `INSERT INTO psychotherapy_note (clinic_id, id, couple_id, author_id, revision, characters, written_at, changed_at,
          removed_at, version) VALUES ($1, $2, $3, $4, 1, 5, now(), now(), now() - $5::interval, 1)`,
      [clinicId, id, coupleId, authorId, removed],
    );
    await sql(
      `INSERT INTO psychotherapy_note_text VALUES ($1, $2, $3, $4, $5, 1, 5, app.note_key_owner($1, $4, $5), '\\x00', now())`,
      [clinicId, randomUUID(), id, authorId, coupleId],
    );
  }
}

/** Whose devices somebody else uses, a second device on its way, and a way back that an owner agreed to. */
export async function fillDoors(world: World, staff: Cast, couples: readonly Couple[]): Promise<void> {
  const { sql } = world.app.db;
  for (const [at, { clinicId, people }] of couples.entries())
    for (const [side, kind] of [
      ['RP', at === 0 ? 'shared_said' : 'link_wanted'],
      ['BP', 'shared_seen'],
    ] as const)
      await sql('INSERT INTO device_sign VALUES ($1, $2, $3, now())', [clinicId, people[side].id, kind]);
  const { clinicId, people } = couples[0]!;
  await sql(`INSERT INTO device_link VALUES ($1, $2, $3, now(), now() + interval '10 minutes')`, [
    ...[clinicId, people.RP.id, Buffer.from(randomUUID())],
  ]);
  const { outside, admin, owner } = staff;
  await sql(
    `INSERT INTO staff_way_back (clinic_id, id, staff_id, account_id, asked_by, asked_account, asked_at, two_needed,
        agreed_by, agreed_account, opened_at, token_hash, code_mac, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, now(), true, $7, $8, now(), $9, '\\x01', now() + interval '1 day')`,
    [
      ...[clinicId, randomUUID(), outside.id, outside.account, admin.id, admin.account],
      ...[owner.id, owner.account, Buffer.from(randomUUID())],
    ],
  );
}

/** Cover, erasures and other ways to sign in. */
export async function fillOffice(world: World, staff: Cast, couples: readonly Couple[]): Promise<void> {
  const { sql } = world.app.db;
  const { clinicId, people } = couples[0]!;
  for (const [away, cover] of [
    ['rp', 'bp'],
    ['outside', 'joint'],
  ] as const)
    await sql(`INSERT INTO cover VALUES ($1, $2, $3, $4, now(), now() + interval '1 day', NULL)`, [
      ...[clinicId, randomUUID(), staff[away].id, staff[cover].id],
    ]);
  for (const [person, by, role] of [
    [people.RP.id, people.RP.id, 'client'],
    [people.BP.id, staff.admin.id, 'clinic_admin'],
  ] as const) {
    const id = randomUUID();
    await sql(
      `INSERT INTO erasure_request VALUES ($1, $2, $3, $4, $5, now(), now() + interval '30 days', NULL, NULL)`,
      [...[clinicId, id, person, by, role]],
    );
    await sql(`INSERT INTO erasure_approval VALUES ($1, $2, $3, $4, 'owner', now())`, [
      ...[clinicId, id, staff.owner.account, staff.owner.id],
    ]);
  }
  await sql(`INSERT INTO client_passkey VALUES ($1, $2, $3, $4, '\\x01', 0, '{}', false, now(), NULL)`, [
    ...[clinicId, randomUUID(), people.RP.id, Buffer.from(randomUUID())],
  ]);
  await sql(
    `INSERT INTO device_pin VALUES ($1, $2, $3, $4, 'hash', 0, 0, now(), now() + interval '30 days')`,
    [...[clinicId, randomUUID(), people.RP.id, Buffer.from(randomUUID())]],
  );
}
