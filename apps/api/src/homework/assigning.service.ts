import { Injectable } from '@nestjs/common';
import { asPersonId, type HomeworkTemplate, type Track } from '@trellis/domain';
import type { AssignHomeworkRequest, PlanItemRequest, TaskRowView } from '@trellis/contracts';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { CaseHomeworkRepository } from './case-homework.repository.js';
import { toTaskRow } from './homework.mapper.js';
import { PlanGiver } from './plan-giver.service.js';
import { SideAccess } from './side-access.js';

const sideOfTrack: Readonly<Record<'R' | 'B', Track>> = { R: 'RP', B: 'BP' };

/** One exercise for a person, and where its days or its locks were talked about, what was agreed. */
type Assignment = AssignHomeworkRequest & Partial<Pick<PlanItemRequest, 'weekdays' | 'confirmed'>>;

/** Gives exercises to a person. Only a therapist of that person's side does. */
@Injectable()
export class AssigningService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sides: SideAccess,
    private readonly homework: CaseHomeworkRepository,
    private readonly giver: PlanGiver,
    private readonly clock: Clock,
  ) {}

  /**
   * Assigns one exercise in its own rhythm for `days` consecutive local days. Answers with the tasks that are new; a
   * place that the person has already is left as it is.
   * @throws AppError homework_template_unknown, homework_locked with every cause, invalid_request for a first day in
   * the past, one more than 366 days ahead, or so few days that none falls into them, not_found.
   */
  async assign(request: Assignment): Promise<TaskRowView[]> {
    return this.work.run(async () => {
      const { template, side } = demandKnown(
        await this.homework.exerciseToGive(request.templateCode),
        request.templateCode,
      );
      const personId = asPersonId(request.personId);
      const grant = await this.sides.requirePerson('homework.assign', personId, side);
      const item = { ...request, days: request.days ?? 1 };
      const ids = await this.giver.give(grant, { id: personId, side }, template, item);
      const added = await this.homework.byIds(grant, ids);
      return added.map((row) => toTaskRow(row, this.clock.now()));
    });
  }
}

function demandKnown(
  template: HomeworkTemplate | null,
  code: string,
): { template: HomeworkTemplate; side: Track } {
  if (template === null || template.track === 'C')
    throw new AppError('homework_template_unknown', { templateCode: code });
  return { template, side: sideOfTrack[template.track] };
}
