import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@trellis/domain';
import type { PersonGrant } from '../../access/person-access.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

export type TickKind = 'update' | 'activity';

export interface NewAct {
  readonly kind: 'contact' | 'dialogue' | 'plan';
  readonly on: string;
  readonly amount: number | null;
}

/** A person's own counted acts. Row-level security opens them to nobody else. */
@Injectable()
export class CountedActsRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** What was counted of an exercise before goes; what its newest answers say stays, once. */
  async replace(own: PersonGrant, taskId: string, acts: readonly NewAct[]): Promise<void> {
    await this.work.change(
      'DELETE FROM counted_act WHERE clinic_id = app.clinic() AND person_id = $1 AND task_id = $2',
      [own.personId, taskId],
    );
    if (acts.length === 0) return;
    await this.work.change(
      `INSERT INTO counted_act (clinic_id, id, couple_id, person_id, side, kind, on_day, amount, task_id)
        SELECT $1, a.id, $2, $3, $4, a.kind, a.on_day, a.amount, $5
          FROM unnest($6::uuid[], $7::text[], $8::date[], $9::smallint[]) AS a (id, kind, on_day, amount)
        ON CONFLICT DO NOTHING`,
      [
        ...[own.clinicId, own.coupleId, own.personId, own.side, taskId, acts.map(() => randomUUID())],
        ...[acts.map(({ kind }) => kind), acts.map(({ on }) => on), acts.map(({ amount }) => amount)],
      ],
    );
  }

  /** Ticked days and planned ones from `from` on, oldest first. Plans of exercises that were taken back are gone. */
  async days(
    own: PersonGrant,
    from: LocalDate,
  ): Promise<{ readonly kind: TickKind | 'plan'; readonly on: LocalDate }[]> {
    return this.work.rows(
      `SELECT DISTINCT a.kind, a.on_day::text AS on FROM counted_act a
        WHERE a.clinic_id = app.clinic() AND a.person_id = $1 AND a.couple_id = $2 AND a.on_day >= $3
          AND a.kind IN ('update', 'activity', 'plan')
          AND (a.task_id IS NULL OR EXISTS (SELECT FROM homework_task t WHERE t.clinic_id = a.clinic_id
            AND t.id = a.task_id AND t.submitted_at IS NOT NULL AND t.withdrawn_at IS NULL))
        ORDER BY 2, 1 LIMIT 120`,
      [own.personId, own.coupleId, from],
    );
  }

  /** A day is ticked once however often it is sent. */
  async tick(own: PersonGrant, kind: TickKind, on: LocalDate): Promise<void> {
    await this.work.change(
      `INSERT INTO counted_act (clinic_id, id, couple_id, person_id, side, kind, on_day)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [own.clinicId, randomUUID(), own.coupleId, own.personId, own.side, kind, on],
    );
  }

  async untick(own: PersonGrant, kind: TickKind, on: LocalDate): Promise<void> {
    await this.work.change(
      `DELETE FROM counted_act WHERE clinic_id = app.clinic() AND person_id = $1 AND kind = $2 AND on_day = $3
        AND task_id IS NULL`,
      [own.personId, kind, on],
    );
  }
}
