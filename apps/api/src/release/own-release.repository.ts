import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PersonId, Recipients, StaffId, TaskId } from '@trellis/domain';
import type { PersonGrant } from '../access/person-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { releaseColumns, releaseTables } from './release-columns.js';
import type { ReleasablePart, ReleaseRow } from './release-row.js';

/** A task of the person's own, as far as sharing asks for it. */
export interface OwnTask {
  readonly state: string;
  readonly template_code: string;
  readonly template_version: number;
}

/** Whom the author may name. */
export interface Choices {
  readonly partner: { readonly id: PersonId; readonly name: string } | null;
  readonly therapists: readonly { readonly id: StaffId; readonly name: string }[];
}

export interface NewRelease {
  readonly part: ReleasablePart;
  readonly recipients: Recipients;
  readonly sensitive: boolean;
  readonly state: string;
  readonly held: boolean;
  readonly askedAt: Date;
  readonly releasedAt: Date | null;
}

/** The author's own releases. */
@Injectable()
export class OwnReleaseRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Keeps a separation of the couple out until this transaction ends; other askers are let in. */
  async besideSeparation(own: PersonGrant): Promise<void> {
    await this.work.rows('SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 12))', [own.coupleId]);
  }

  async task(own: PersonGrant, taskId: TaskId): Promise<OwnTask | null> {
    const [row] = await this.work.rows<OwnTask>(
      'SELECT state, template_code, template_version FROM homework_task WHERE person_id = $1 AND id = $2',
      [own.personId, taskId],
    );
    return row ?? null;
  }

  /** The part of the newest revision that may be released; null before handing in and where there is none. */
  async part(own: PersonGrant, taskId: TaskId): Promise<ReleasablePart | null> {
    const [row] = await this.work.rows<ReleasablePart>(
      `SELECT a.id AS answer_id, a.task_id, a.couple_id, a.person_id, a.compartment, a.privacy, a.revision,
          t.template_code, t.template_version, c.status AS couple_status, c.secrets_policy
        FROM homework_answer a
        JOIN homework_task t ON t.clinic_id = a.clinic_id AND t.id = a.task_id
        JOIN couple c ON c.clinic_id = a.clinic_id AND c.id = a.couple_id
        WHERE a.person_id = $1 AND a.task_id = $2 AND a.privacy IN ('P2', 'P3')
          AND a.revision = (SELECT max(n.revision) FROM homework_answer n
            WHERE n.clinic_id = a.clinic_id AND n.task_id = a.task_id)
        ORDER BY a.privacy DESC LIMIT 1`,
      [own.personId, taskId],
    );
    return row ?? null;
  }

  /** The newest release of a task. With `lock` nobody else changes it before this transaction ends. */
  async ofTask(own: PersonGrant, taskId: TaskId, lock = false): Promise<ReleaseRow | null> {
    if (lock) {
      await this.work.rows('SELECT 1 FROM release WHERE person_id = $1 AND task_id = $2 FOR UPDATE', [
        own.personId,
        taskId,
      ]);
    }
    const [row] = await this.work.rows<ReleaseRow>(
      `SELECT ${releaseColumns} FROM ${releaseTables}
        WHERE r.person_id = $1 AND r.task_id = $2 ORDER BY r.revision DESC LIMIT 1`,
      [own.personId, taskId],
    );
    return row ?? null;
  }

  /** The partner, once they have come in, and the couple's therapists of today who do not hold the author's side. */
  async choices(own: PersonGrant): Promise<Choices> {
    const partners = await this.work.rows<{ id: PersonId; name: string }>(
      `SELECT p.id, p.name FROM enrolment e JOIN person p ON p.clinic_id = e.clinic_id AND p.id = e.person_id
        WHERE e.couple_id = $1 AND e.person_id <> $2 AND e.enrolled_at IS NOT NULL ORDER BY e.id LIMIT 1`,
      [own.coupleId, own.personId],
    );
    const therapists = await this.work.rows<{ id: StaffId; name: string }>(
      `SELECT s.id, s.name FROM staff_member s WHERE s.deactivated_at IS NULL AND s.id IN (SELECT a.staff_id
          FROM care_assignment a WHERE a.couple_id = $1 AND a.from_at <= app.now()
            AND (a.to_at IS NULL OR a.to_at > app.now())
          GROUP BY a.staff_id HAVING NOT bool_or(a.side = $2))
        ORDER BY s.name, s.id LIMIT 9`,
      [own.coupleId, own.side],
    );
    return { partner: partners[0] ?? null, therapists };
  }

  /** False when this revision has a release already: somebody was faster on another device. */
  async add(own: PersonGrant, added: NewRelease): Promise<boolean> {
    const { part, recipients } = added;
    const id = randomUUID();
    const inserted = await this.work.change(
      `INSERT INTO release (clinic_id, id, answer_id, task_id, couple_id, person_id, compartment, privacy, revision,
          template_code, template_version, sensitive, to_partner, state, asked_at, held, released_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 1) ON CONFLICT DO NOTHING`,
      [
        ...[own.clinicId, id, part.answer_id, part.task_id, part.couple_id, part.person_id, part.compartment],
        ...[part.privacy, part.revision, part.template_code, part.template_version, added.sensitive],
        ...[recipients.people.length > 0, added.state, added.askedAt, added.held, added.releasedAt],
      ],
    );
    if (inserted !== 1) return false;
    await this.work.change(
      `INSERT INTO release_recipient (clinic_id, id, release_id, person_id, staff_id)
        SELECT $1, gen_random_uuid(), $2, named.person_id, named.staff_id
          FROM (SELECT p AS person_id, NULL::uuid AS staff_id FROM unnest($3::uuid[]) p
            UNION ALL SELECT NULL, s FROM unnest($4::uuid[]) s) named`,
      [own.clinicId, id, recipients.people, recipients.staff],
    );
    return true;
  }

  /** What the author changes. The row is locked by `ofTask`. */
  async change(
    own: PersonGrant,
    release: ReleaseRow,
    next: Pick<ReleaseRow, 'state' | 'confirmed_at' | 'released_at' | 'revoked_at'>,
  ): Promise<void> {
    await this.work.change(
      `UPDATE release SET state = $3, confirmed_at = $4, released_at = $5, revoked_at = $6, version = version + 1
        WHERE person_id = $1 AND id = $2`,
      [own.personId, release.id, next.state, next.confirmed_at, next.released_at, next.revoked_at],
    );
  }

  /** Names of those whom a release names, people first. */
  async recipientNames(own: PersonGrant, release: ReleaseRow): Promise<string[]> {
    const rows = await this.work.rows<{ name: string }>(
      `SELECT name FROM (SELECT 0 AS place, p.name FROM person p WHERE p.id = ANY ($2::uuid[]) AND p.clinic_id = $1
          UNION ALL SELECT 1, s.name FROM staff_member s WHERE s.id = ANY ($3::uuid[]) AND s.clinic_id = $1) named
        ORDER BY place, name`,
      [own.clinicId, release.people, release.staff],
    );
    return rows.map(({ name }) => name);
  }
}
