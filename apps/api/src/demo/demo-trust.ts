import { Injectable } from '@nestjs/common';
import { addDays, asLocalDate, instantOf, type LocalDate } from '@trellis/domain';
import { elleryTrust, elleryTrustGiven, northPier, trustAnswers } from '@trellis/fixtures';
import { AssignJointWorkService } from '../homework/joint/assign-joint-work.service.js';
import { CaseJointWorkService } from '../homework/joint/case-joint-work.service.js';
import { OwnHomeworkService } from '../homework/own-homework.service.js';
import { OwnWritingService } from '../homework/own-writing.service.js';
import { personActor, type Cast, type ToldCouple } from './demo-people.js';
import { Story } from './story.js';

/** Tells the trust reviews of the worked example: each person alone, then opened in a session of both. */
@Injectable()
export class DemoTrust {
  constructor(
    private readonly story: Story,
    private readonly assigning: AssignJointWorkService,
    private readonly joint: CaseJointWorkService,
    private readonly own: OwnHomeworkService,
    private readonly writing: OwnWritingService,
  ) {}

  /** `until` is the first day of the demo's present week; later reviews still wait. */
  async tell(told: ToldCouple, cast: Cast, until: LocalDate): Promise<void> {
    const startsOn = addDays(told.anchorOn, 7 * (elleryTrustGiven.week - 1));
    const request = {
      ...{ coupleId: told.view.id, templateCode: 'C08' },
      ...{ startsOn, days: elleryTrustGiven.days },
    };
    const places = await this.story.at(instantOf(startsOn, '07:40', northPier.zone), cast.raman, () =>
      this.assigning.assign(request),
    );
    const due = places
      .map(({ id, dueOn }) => ({ id, on: asLocalDate(dueOn) }))
      .filter(({ on }) => on < until);
    for (const [at, { id, on }] of due.entries()) {
      const said = elleryTrust[at];
      if (said === undefined) return;
      for (const side of ['RP', 'BP'] as const) await this.handIn(told, side, addDays(on, -3), said[side]);
      await this.story.at(instantOf(addDays(on, -1), '15:30', northPier.zone), cast.raman, () =>
        this.joint.open(id, true),
      );
    }
  }

  private async handIn(
    told: ToldCouple,
    side: 'RP' | 'BP',
    on: LocalDate,
    nine: Parameters<typeof trustAnswers>[0],
  ): Promise<void> {
    const person = personActor(told, side);
    if (person === null) throw new Error('the worked example has two people');
    const time = side === 'RP' ? '18:20' : '18:40';
    await this.story.at(instantOf(on, time, northPier.zone), person, async () => {
      const { tasks } = await this.own.today();
      const task = tasks.find(({ templateCode }) => templateCode === 'C08');
      if (task === undefined) throw new Error(`no trust review waits on ${on}`);
      await this.writing.submit(task.id, task.version, trustAnswers(nine));
    });
  }
}
