import { Injectable } from '@nestjs/common';
import type { Track, TurnClock, TurnState } from '@trellis/domain';
import type { PersonGrant } from '../../access/person-access.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** The clock of an exercise in turns, with who began and the version that an act has to have seen. */
export interface KeptTurns {
  readonly first: Track;
  readonly clock: TurnClock;
  readonly version: number;
}

interface TurnsRow {
  readonly first: Track;
  readonly state: TurnState;
  readonly turn: number;
  readonly ran_ms: number;
  readonly running_since: Date | null;
  readonly version: number;
}

/** Clocks of turns of the signed-in person's couple. */
@Injectable()
export class TurnsRepository {
  constructor(private readonly work: UnitOfWork) {}

  async of(own: PersonGrant, workId: string): Promise<KeptTurns | null> {
    const [row] = await this.work.rows<TurnsRow>(
      `SELECT first, state, turn, ran_ms, running_since, version FROM joint_turns
        WHERE couple_id = $1 AND work_id = $2`,
      [own.coupleId, workId],
    );
    if (row === undefined) return null;
    const { first, state, turn, ran_ms: ranMs, running_since: runningSince, version } = row;
    return { first, clock: { state, turn, ranMs, runningSince }, version };
  }

  /** Whether the two are a couple still: nothing is done together after a separation. */
  async together(own: PersonGrant): Promise<boolean> {
    const [row] = await this.work.rows<{ together: boolean }>(
      "SELECT status IN ('intake', 'active', 'paused') AS together FROM couple WHERE id = $1",
      [own.coupleId],
    );
    return row?.together === true;
  }

  /** Keeps the clock after an act. False when the other moved it since `seen`; 0 for a clock that is not there yet. */
  async keep(
    own: PersonGrant,
    workId: string,
    { first, clock }: Omit<KeptTurns, 'version'>,
    seen: number,
  ): Promise<boolean> {
    const values = [own.coupleId, workId, first, clock.state, clock.turn, clock.ranMs, clock.runningSince];
    const changed =
      seen === 0
        ? await this.work.change(
            `INSERT INTO joint_turns (clinic_id, couple_id, work_id, first, state, turn, ran_ms, running_since, version)
              VALUES ($8, $1, $2, $3, $4, $5, $6, $7, 1) ON CONFLICT DO NOTHING`,
            [...values, own.clinicId],
          )
        : await this.work.change(
            `UPDATE joint_turns SET first = $3, state = $4, turn = $5, ran_ms = $6, running_since = $7,
                version = version + 1
              WHERE couple_id = $1 AND work_id = $2 AND version = $8`,
            [...values, seen],
          );
    return changed === 1;
  }
}
