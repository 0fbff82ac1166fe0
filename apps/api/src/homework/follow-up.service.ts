import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { followUpPlan, isHandedIn, localDateOf, rhythmsOf, type Cadence } from '@trellis/domain';
import type { FollowUpView } from '@trellis/contracts';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { exerciseIn } from '../platform/exercises/exercise-in.js';
import { PlansRepository } from './plans.repository.js';
import { SideAccess } from './side-access.js';

/** Days for which it is offered: three times of one month, four weeks of anything else. */
const daysOf = ({ kind }: Cadence): number => (kind === 'monthly' ? 84 : 28);

/** What the library has follow once an exercise was done. Looking gives nothing. */
@Injectable()
export class FollowUps {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sides: SideAccess,
    private readonly plans: PlansRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The rhythm that comes next, from today on at the earliest. Null where nothing follows, before it is handed in, and
   * while its person has it in that rhythm already. @throws AppError not_found for a side that the viewer does not hold.
   */
  async of(taskId: string): Promise<FollowUpView> {
    return this.work.run(async () => {
      const { grant, task } = await this.sides.requireTask('homework.assign', taskId);
      const exercise = exerciseIn(task);
      if (task.submitted_at === null || !isHandedIn(task.state) || exercise.track === 'C')
        return { offer: null };
      const next = followUpPlan(exercise, localDateOf(task.submitted_at, grant.timeZone), null);
      if (next === null) return { offer: null };
      const today = localDateOf(this.clock.now(), grant.timeZone);
      const startsOn = next.startsOn < today ? today : next.startsOn;
      const agreed = await this.plans.plans(grant, startsOn);
      const has = agreed.some(
        (plan) =>
          plan.person_id === task.person_id &&
          plan.template_code === task.template_code &&
          plan.ended_at === null &&
          isDeepStrictEqual(plan.cadence, next.cadence),
      );
      if (has) return { offer: null };
      const rhythm = rhythmsOf(exercise).length - 1;
      const { coupleId } = grant;
      const offer = {
        coupleId,
        personId: task.person_id,
        templateCode: task.template_code,
        rhythm,
        startsOn,
      };
      return { offer: { ...offer, cadence: next.cadence, days: daysOf(next.cadence) } };
    });
  }
}
