import { Injectable } from '@nestjs/common';
import { exerciseOf, isUuid, lockOfStep, type HomeworkTemplate, type Permission } from '@trellis/domain';
import type { CaseStepsView } from '@trellis/contracts';
import { CaseAccess, type CaseGrant } from '../../access/case-access.js';
import { AuditWriter } from '../../audit/audit-writer.js';
import { Clock } from '../../platform/clock.js';
import { currentActor } from '../../platform/context/request-context.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { StepDesk } from './step-desk.js';

/** Steps that a therapist opens one by one for a couple. */
@Injectable()
export class CaseStepsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly desk: StepDesk,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found, also for an exercise whose steps no therapist opens. */
  async one(workId: string): Promise<CaseStepsView> {
    return this.work.run(async () => {
      const { grant, template } = await this.found('homework.read', workId);
      return this.view(grant, template);
    });
  }

  /**
   * Opens the step for both. @throws AppError not_found, step_refused: opened_before, or not_yet while the stage, a pause
   * or the rounds before it keep it closed. Which of the rounds was not calm, and for whom, is not said.
   */
  async open(workId: string, step: string): Promise<CaseStepsView> {
    return this.work.run(async () => {
      const { grant, template } = await this.found('homework.review', workId);
      const { steps } = await this.view(grant, template);
      const standing = steps.find(({ key }) => key === step);
      if (standing === undefined) throw notFound();
      if (standing.openedAt !== null) throw new AppError('step_refused', { reason: 'opened_before' });
      if (!standing.mayOpen) throw new AppError('step_refused', { reason: 'not_yet' });
      const [by, now] = [currentActor().id, this.clock.now()];
      if (!(await this.desk.rows.open(grant, template.code, step, by, now)))
        throw new AppError('step_refused', { reason: 'opened_before' });
      await this.audit.record({
        ...{ action: 'exercise_step.open', resource: 'joint_work', resourceId: workId, decision: 'allowed' },
      });
      return this.view(grant, template);
    });
  }

  private async found(
    action: Permission,
    workId: string,
  ): Promise<{ grant: CaseGrant; template: HomeworkTemplate }> {
    const coupleId = isUuid(workId) ? await this.desk.works.coupleOf(workId) : null;
    if (coupleId === null) throw notFound();
    const grant = await this.cases.require(action, coupleId);
    const [row] = await this.desk.works.byIds(grant, [workId]);
    if (row === undefined || grant.emergency !== null) throw notFound();
    const template = exerciseOf(row.template_code, row.template_version);
    if (template.steps?.some(({ therapistOpens }) => therapistOpens) !== true) throw notFound();
    return { grant, template };
  }

  private async view(grant: CaseGrant, template: HomeworkTemplate): Promise<CaseStepsView> {
    const opened = await this.desk.rows.opened(grant, template.code);
    const rounds = await this.desk.rounds.of(grant);
    const facts = await this.desk.locks.of(grant);
    const openOf = (key: string) => opened.find(({ step }) => step === key)?.opened_at ?? null;
    const steps = (template.steps ?? []).map(({ key, label }) => {
      const openedByTherapist = [...opened.map(({ step }) => step), key];
      const openedAt = openOf(key);
      const lock = lockOfStep(template, key, facts, 'RP', { rounds, openedByTherapist });
      return {
        ...{ key, label, openedAt: openedAt?.toISOString() ?? null },
        mayOpen: openedAt === null && lock.open,
      };
    });
    return { steps };
  }
}
