import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AftercareTask, PartnerTelling, SlipAgreement } from '@trellis/domain';
import type { DisclosureScope } from '../disclosure/disclosure-parts.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** What crosses the sides: states, dates and counts. */
export interface AftercareFacts {
  readonly contacts: readonly { readonly side: 'RP' | 'BP'; readonly contact: string }[];
  readonly letterRP: string | null;
  readonly letterBP: string | null;
  readonly additions: number;
  readonly asked: boolean;
  readonly markedAt: string | null;
  readonly slip: {
    readonly at: string;
    readonly loggedAt: string;
    readonly therapistToldAt: string | null;
    readonly partner: PartnerTelling;
    readonly partnerAt: string | null;
    readonly agreed: SlipAgreement | null;
  } | null;
}

const sideOf = { BP: 'BP', RP: 'RP', T_BP: 'BP', T_RP: 'RP', LEAD: 'JOINT' } as const;

/** What the process asks of the time after a session, and what it leaves behind there. */
@Injectable()
export class AftercarePartRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** @throws Error for an asker who has nothing to do with the couple. */
  async facts({ coupleId }: DisclosureScope): Promise<AftercareFacts> {
    const [row] = await this.work.rows<{ facts: AftercareFacts | null }>(
      'SELECT app.aftercare_facts($1) AS facts',
      [coupleId],
    );
    if (row?.facts == null) throw new Error('facts of a couple were asked for by somebody outside of it');
    return row.facts;
  }

  /** Opens the time after a session and puts its tasks there. False when it is open already. */
  async open(
    scope: DisclosureScope,
    processId: string,
    endedAt: Date,
    tasks: readonly AftercareTask[],
  ): Promise<boolean> {
    const id = randomUUID();
    const opened = await this.work.change(
      `INSERT INTO aftercare_period (clinic_id, id, couple_id, process_id, ended_at, repeated)
        VALUES ($1, $2, $3, $4, $5, false) ON CONFLICT DO NOTHING`,
      [scope.clinicId, id, scope.coupleId, processId, endedAt],
    );
    if (opened !== 1) return false;
    await this.work.change(
      `INSERT INTO aftercare_task (clinic_id, id, period_id, couple_id, item, recipient, side, due_at, due_on, version)
        SELECT $1, gen_random_uuid(), $2, $3, t.item, t.recipient, t.side, t.due_at, t.due_on, 1
          FROM unnest($4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::date[])
            AS t (item, recipient, side, due_at, due_on)`,
      [
        ...[scope.clinicId, id, scope.coupleId],
        tasks.map((task) => task.id),
        tasks.map(({ to }) => to),
        tasks.map(({ to }) => sideOf[to]),
        tasks.map(({ due }) => (due.kind === 'instant' ? due.at : null)),
        tasks.map(({ due }) => (due.kind === 'local_day' ? due.on : null)),
      ],
    );
    return true;
  }

  /** Another disclosure begins, a new date is planned, or it is to be repeated: the time after the last is over. */
  async close({ clinicId, coupleId }: DisclosureScope, at: Date): Promise<void> {
    await this.work.change(
      `UPDATE aftercare_period SET closed_at = $3 WHERE clinic_id = $1 AND couple_id = $2 AND closed_at IS NULL`,
      [clinicId, coupleId, at],
    );
  }

  /** Counts the repetition as an addition, on the newest time after a session. */
  async countRepeated({ clinicId }: DisclosureScope, processId: string): Promise<void> {
    await this.work.change(
      `UPDATE aftercare_period SET repeated = true WHERE clinic_id = $1 AND id = (SELECT p.id FROM aftercare_period p
        WHERE p.clinic_id = $1 AND p.process_id = $2 ORDER BY p.ended_at DESC LIMIT 1)`,
      [clinicId, processId],
    );
  }

  /** Lets the clock look at the couple at `at` or before. */
  async wind({ coupleId }: Pick<DisclosureScope, 'coupleId'>, at: Date): Promise<void> {
    await this.work.rows('SELECT app.wind_disclosure_clock($1, $2)', [coupleId, at]);
  }

  /** What the person of a side has open of the running time, in the order in which it is due. */
  async openTasks(
    { clinicId, coupleId }: DisclosureScope,
    side: 'RP' | 'BP',
  ): Promise<{ item: string; due_at: Date | null; due_on: string | null; done_at: Date | null }[]> {
    return this.work.rows(
      `SELECT t.item, t.due_at, t.due_on::text, t.done_at FROM aftercare_task t
        JOIN aftercare_period p ON p.clinic_id = t.clinic_id AND p.id = t.period_id AND p.closed_at IS NULL
        WHERE t.clinic_id = $1 AND t.couple_id = $2 AND t.recipient = $3
        ORDER BY t.due_at NULLS LAST, t.due_on, t.item LIMIT 50`,
      [clinicId, coupleId, side],
    );
  }
}
