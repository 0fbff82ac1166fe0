import { Injectable } from '@nestjs/common';
import {
  afterTurnAct,
  exerciseOf,
  isUuid,
  secondsLeft,
  turnsOf,
  type HomeworkTemplate,
  type TaskId,
} from '@trellis/domain';
import type { OwnTurnsView, TurnActRequest } from '@trellis/contracts';
import { PersonAccess, type PersonGrant } from '../../access/person-access.js';
import { AuditWriter } from '../../audit/audit-writer.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { Halves } from '../joint/halves.js';
import type { JointWorkRow } from '../joint/joint-work-row.js';
import { TurnsRepository, type KeptTurns } from './turns.repository.js';

interface Found {
  readonly own: PersonGrant;
  readonly taskId: TaskId;
  readonly row: JointWorkRow;
  readonly template: HomeworkTemplate;
  readonly kept: KeptTurns | null;
  /** Closed by a hold, a flag or the stage; neither of the two is told by what. */
  readonly resting: boolean;
}

/** Turns with a clock that the clinic keeps: a reload, a second device or a phone that slept shows the same time. */
@Injectable()
export class OwnTurnsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly halves: Halves,
    private readonly turns: TurnsRepository,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found for a task that is not the person's, or of an exercise without turns. */
  async one(id: string): Promise<OwnTurnsView> {
    return this.work.run(async () => this.view(await this.found(id)));
  }

  /**
   * Moves the clock for both. Who paused or stopped is kept nowhere.
   * @throws AppError not_found, turns_refused while it rests or where the act does not fit, version_stale when the other
   * moved it meanwhile.
   */
  async act(id: string, { act, first = 'RP' }: TurnActRequest, version: number): Promise<OwnTurnsView> {
    return this.work.run(async () => {
      const found = await this.found(id);
      const { own, row, template, kept, taskId } = found;
      if (found.resting && act !== 'stop') throw new AppError('turns_refused');
      if ((kept?.version ?? 0) !== version) throw new AppError('version_stale');
      const begins = act === 'start' ? first : (kept?.first ?? first);
      const count = turnsOf(template, row.variant, own.stage, begins).length;
      const next = afterTurnAct(kept?.clock ?? null, act, count, this.clock.now());
      if (!next.ok) throw new AppError('turns_refused');
      if (!(await this.turns.keep(own, row.id, { first: begins, clock: next.value }, version)))
        throw new AppError('version_stale');
      // One word for every act, so that the record does not say who stopped.
      await this.audit.record({
        ...{ action: 'joint_turns.move', resource: 'homework_task', resourceId: taskId },
        ...{ personId: own.personId, decision: 'allowed' },
      });
      return this.view({ ...found, kept: { first: begins, clock: next.value, version: version + 1 } });
    });
  }

  private async found(id: string): Promise<Found> {
    const own = await this.people.require();
    const row = isUuid(id) ? await this.halves.rows.ofTask(own, id as TaskId) : null;
    const mine = own.side === 'RP' ? row?.rp_task_id : row?.bp_task_id;
    if (row === null || mine !== id) throw notFound();
    const template = exerciseOf(row.template_code, row.template_version);
    if (turnsOf(template, row.variant, own.stage, 'RP').length === 0) throw notFound();
    const together = await this.turns.together(own);
    const resting = !together || (await this.halves.closed(own, template, own.side));
    return { own, taskId: mine, row, template, kept: await this.turns.of(own, row.id), resting };
  }

  private view({ own, taskId, row, template, kept, resting }: Found): OwnTurnsView {
    const turns = turnsOf(template, row.variant, own.stage, kept?.first ?? 'RP');
    const [turn, clock] = [kept?.clock.turn ?? 0, kept?.clock ?? null];
    const seconds = turns[turn]?.seconds ?? 0;
    return {
      ...{ taskId, title: template.title, turns: [...turns], turn, version: kept?.version ?? 0 },
      state: resting ? 'resting' : (clock?.state ?? 'none'),
      secondsLeft: clock === null ? seconds : secondsLeft(clock, seconds, this.clock.now()),
    };
  }
}
