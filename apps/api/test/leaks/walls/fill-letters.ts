import { randomUUID } from 'node:crypto';
import type { Post } from '../cast.js';
import type { Couple, Staff, Track } from '../facts.js';
import type { World } from '../world.js';

type Cast = Readonly<Record<Post, Staff>>;

/** How far a letter of each couple is, in turn; a separated one has everything released. */
const stories = ['released', 'read now', 'sealed', 'destroyed', 'laid down'] as const;
type Story = (typeof stories)[number];
/** How far the partner's list is, in turn. The third couple has no therapist who could come too near to it. */
const lists = ['passed on', 'released', 'kept', 'kept'] as const;

/** Questions and letters: of some couples released, passed on, read aloud, sealed or destroyed. */
export async function fillLetters(world: World, staff: Cast, couples: readonly Couple[]): Promise<void> {
  for (const [at, couple] of couples.entries()) {
    const by = { RP: therapist(couple, 'RP') ?? staff.rp.id, BP: therapist(couple, 'BP') ?? staff.bp.id };
    const list = couple.separated ? 'passed on' : (lists[at % lists.length] ?? 'kept');
    await fillQuestions(world, couple, by, list);
    const story = couple.separated ? 'released' : (stories[at % stories.length] ?? 'released');
    await fillLetter(world, couple, by, 'BP', story);
    await fillLetter(world, couple, by, 'RP', couple.separated ? 'released' : 'laid down');
    await world.app.db.sql(
      `INSERT INTO letter_mark VALUES ($1, $2, 'impact_approved', 'BP', true, NULL, '{}', $3, now(), 1),
        ($1, $2, 'listening_rehearsed', 'RP', true, NULL, '{}', $4, now(), 1)`,
      [couple.clinicId, couple.id, by.BP, by.RP],
    );
  }
}

/** Whoever cares for one side of the couple now. */
export function therapist({ team }: Couple, side: Track): string | undefined {
  return team.find((one) => one.active && one.side === side)?.staffId;
}

async function fillQuestions(
  { app: { db } }: World,
  { clinicId, id: coupleId, people }: Couple,
  by: Readonly<Record<Track, string>>,
  list: (typeof lists)[number],
): Promise<void> {
  const person = people.BP.id;
  if (list !== 'kept') {
    const passedOn = list === 'passed on';
    await db.sql('INSERT INTO question_list VALUES ($1, $2, $3, now(), $4, $5, 1)', [
      ...[clinicId, coupleId, person, passedOn ? new Date() : null, passedOn ? by.RP : null],
    ]);
  }
  for (const [status, open] of [
    ['draft', false],
    ['released', true],
  ] as const) {
    const id = randomUUID();
    await db.sql(
      `INSERT INTO disclosure_question VALUES ($1, $2, $3, $4, 'money', 'summary', $5, '\\x00', '\\x00', $6, now(), now(), 1)`,
      [clinicId, id, coupleId, person, status, open],
    );
    await db.sql(`INSERT INTO question_advice VALUES ($1, $2, $3, $4, '\\x00', $5, now())`, [
      ...[clinicId, id, coupleId, person, by.BP],
    ]);
    await db.sql(`INSERT INTO question_answer VALUES ($1, $2, $3, 'answered', false, $4, now(), 1)`, [
      ...[clinicId, id, coupleId, by.RP],
    ]);
  }
  await putAway(db, [clinicId, coupleId, person, by.RP]);
  await db.sql(`INSERT INTO information_wish VALUES ($1, $2, 'money', $3, 'tell_me', now(), 1)`, [
    ...[clinicId, person, coupleId],
  ]);
}

/** What was asked, and went over, for an earlier disclosure. */
async function putAway({ sql }: World['app']['db'], ids: readonly string[]): Promise<void> {
  const [clinicId, coupleId, person, passedOnBy] = ids;
  await sql(`INSERT INTO question_list VALUES ($1, $2, $3, now() - interval '1 year', now(), $4, 1, now())`, [
    ...[clinicId, coupleId, person, passedOnBy],
  ]);
  await sql(
    `INSERT INTO disclosure_question VALUES ($1, $2, $3, $4, 'money', 'summary', 'released', '\\x00', '\\x00', false,
      now(), now(), 2, now())`,
    [clinicId, randomUUID(), coupleId, person],
  );
}

async function fillLetter(
  { app: { db } }: World,
  { clinicId, id: coupleId, people }: Couple,
  by: Readonly<Record<Track, string>>,
  side: Track,
  story: Story,
): Promise<void> {
  const id = randomUUID();
  const [person, kind] = [people[side].id, side === 'BP' ? 'impact' : 'restitution'];
  await db.sql(
    `INSERT INTO letter VALUES ($1, $2, $3, $4, $5, $6, 1, CASE WHEN $7 = 'released' THEN 1 END, now() - interval '1 day',
        now(), CASE WHEN $7 = 'sealed' THEN now() END, CASE WHEN $7 = 'destroyed' THEN now() END, 1)`,
    [clinicId, id, coupleId, person, side, kind, story],
  );
  await db.sql(
    `INSERT INTO data_key (clinic_id, id, kind, owner_id, wrapped, created_at) VALUES ($1, $2, 'letter', $3, '\\x01', now())`,
    [clinicId, randomUUID(), id],
  );
  // One that was read before this letter was begun says nothing of this letter.
  const running = story === 'read now' || story === 'sealed';
  const ended = running ? null : story === 'laid down' ? '2 days' : '0 days';
  await db.sql(
    `INSERT INTO letter_reading SELECT $1::uuid, $2::uuid, $3::uuid, p.id, $4, now() - interval '3 days', $5::uuid, now(),
        now() - $6::interval, now() - $6::interval, 1
      FROM disclosure_process p WHERE p.couple_id = $3::uuid LIMIT 1`,
    [clinicId, randomUUID(), coupleId, kind, by.RP, ended],
  );
  if (story === 'released' || story === 'destroyed')
    await db.sql('INSERT INTO letter_agreement VALUES ($1, $2, $3, $4, $5, now())', [
      ...[clinicId, id, side, coupleId, person],
    ]);
  if (story === 'destroyed') return;
  for (const revision of [0, 1])
    await db.sql(`INSERT INTO letter_text VALUES ($1, $2, $3, $4, $5, $6, $7, 5, '\\x00', now())`, [
      ...[clinicId, randomUUID(), id, coupleId, person, side, revision],
    ]);
  await db.sql(`INSERT INTO letter_comment VALUES ($1, $2, $3, $4, $5, $6, 1, '\\x00', $7, now())`, [
    ...[clinicId, randomUUID(), id, coupleId, person, side, by[side]],
  ]);
}
