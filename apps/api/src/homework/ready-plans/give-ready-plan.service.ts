import { Injectable } from '@nestjs/common';
import {
  asLocalDate,
  beginsOn,
  daysBetween,
  type ExercisePlan,
  type HomeworkTemplate,
  type PlannedExercise,
} from '@trellis/domain';
import type { ChosenExerciseRequest, GiveReadyPlanRequest, PlanBoardView } from '@trellis/contracts';
import { CaseAccess, type CaseGrant } from '../../access/case-access.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { AssignJointWorkService } from '../joint/assign-joint-work.service.js';
import { PlanBoard } from '../plan-board.service.js';
import { PlanGiver } from '../plan-giver.service.js';
import { PlanShelf } from './plan-shelf.js';

const sideOfTrack = { R: 'RP', B: 'BP' } as const;

/** Gives what a therapist chose of a default plan or of a pack: the exercises of each person, and those of two to both. */
@Injectable()
export class GiveReadyPlanService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly shelf: PlanShelf,
    private readonly giver: PlanGiver,
    private readonly joint: AssignJointWorkService,
    private readonly board: PlanBoard,
  ) {}

  /**
   * All of it or nothing, in one transaction. What a person has already is left as it is.
   * @throws AppError not_found for a couple, or a side, that the viewer does not hold; homework_template_unknown for an
   * exercise that is not in the plan or not given any more; version_stale for a pack that changed since it was looked
   * at; otherwise as PlanGiver.give and AssignJointWorkService.assign.
   */
  async give(request: GiveReadyPlanRequest): Promise<PlanBoardView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('homework.assign', request.coupleId);
      const shelved = await this.shelf.one(request.planKey);
      if (request.planVersion !== undefined && shelved?.version !== request.planVersion)
        throw new AppError('version_stale');
      for (const item of request.items) await this.giveOne(grant, request, item, shelved?.plan ?? null);
      return this.board.of(grant);
    });
  }

  private async giveOne(
    grant: CaseGrant,
    request: GiveReadyPlanRequest,
    item: ChosenExerciseRequest,
    plan: ExercisePlan | null,
  ): Promise<void> {
    const { template, planned } = await this.chosen(plan, item.templateCode);
    const first = asLocalDate(request.startsOn);
    const startsOn = beginsOn(planned, first);
    // What begins later ends with the others.
    const days = request.days - daysBetween(first, startsOn);
    const { track } = template;
    if (track === 'C') {
      await this.joint.assign({ coupleId: grant.coupleId, templateCode: template.code, startsOn, days });
      return;
    }
    const people = await this.giver.people(grant);
    const person = people.find(({ side }) => side === sideOfTrack[track]);
    if (person === undefined) throw notFound();
    await this.giver.give(grant, person, template, { startsOn, days, confirmed: item.confirmed ?? [] });
  }

  /** The form of C01 in stage 1 follows from the stage, so it is not chosen here. */
  private async chosen(
    plan: ExercisePlan | null,
    templateCode: string,
  ): Promise<{ template: HomeworkTemplate; planned: PlannedExercise }> {
    const lists = plan?.exercises;
    const all = lists === undefined ? [] : [...lists.RP, ...lists.BP, ...lists.JOINT];
    const planned = all.find(({ code }) => code === templateCode);
    const template = planned === undefined ? null : await this.shelf.exerciseToGive(planned.code);
    if (planned === undefined || template === null)
      throw new AppError('homework_template_unknown', { templateCode });
    return { template, planned };
  }
}
