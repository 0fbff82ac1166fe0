import { Injectable } from '@nestjs/common';
import { addDays, instantOf, type Answers, type LocalDate } from '@trellis/domain';
import { calmR01, northPier, steadyB01 } from '@trellis/fixtures';
import { AssigningService } from '../homework/assigning.service.js';
import { OwnWritingService } from '../homework/own-writing.service.js';
import { ReadingService } from '../homework/reading.service.js';
import { ExercisesService } from '../library/exercises.service.js';
import type { Actor } from '../platform/context/request-context.js';
import { DemoExample } from './demo-example.js';
import { eveningWalk, kindMoments } from './demo-exercises.js';
import { personActor, type Cast, type ToldCouple } from './demo-people.js';
import { Story } from './story.js';

/** One side's daily check-in over some fortnights: how many of each fortnight's fourteen days were done. */
export interface CheckIns {
  readonly side: 'RP' | 'BP';
  readonly therapist: Actor;
  readonly from: LocalDate;
  readonly doneOf14: readonly number[];
  /** Days of the current week that are over, 0 to 6. */
  readonly daysThisWeek: number;
}

/** A check-in that its author's therapist reads on a Friday. */
interface HandedIn {
  readonly id: string;
  readonly version: number;
  readonly readOn: LocalDate;
}

const fortnight = 14;
const templates = { RP: { code: 'R01', answers: calmR01 }, BP: { code: 'B01', answers: steadyB01 } } as const;

/** Assigns and does the daily check-ins of the demo, and writes what the clinic has of its own. */
@Injectable()
export class DemoHomework {
  constructor(
    private readonly story: Story,
    private readonly assigning: AssigningService,
    private readonly writing: OwnWritingService,
    private readonly reading: ReadingService,
    private readonly exercises: ExercisesService,
    private readonly example: DemoExample,
  ) {}

  /** Two exercises of the clinic's own: one that can be given, and one that is being written. */
  async tellOwnExercises(therapist: Actor, at: Date): Promise<void> {
    await this.story.at(at, therapist, async () => {
      const { id, version } = await this.exercises.create({ track: 'R', content: { ...kindMoments } });
      await this.exercises.publish(id, version, { reason: 'What we ask on paper so far' });
      await this.exercises.create({ track: 'B', content: { ...eveningWalk } });
    });
  }

  /** Everything that couples with weeks of their own did beside their check-ins, until the week that began on `monday`. */
  async tellExample(couples: readonly ToldCouple[], cast: Cast, monday: LocalDate): Promise<void> {
    for (const couple of couples) await this.example.tell(couple, cast, monday);
  }

  /** Past fortnights as counted; in the one that began this Monday, every day before today. */
  async tell(told: ToldCouple, checkIns: CheckIns): Promise<void> {
    const handedIn: HandedIn[] = [];
    for (const [index, done] of checkIns.doneOf14.entries()) {
      const startsOn = addDays(checkIns.from, fortnight * index);
      handedIn.push(...(await this.tellFortnight(told, checkIns, startsOn, spread(done))));
    }
    const thisWeek = addDays(checkIns.from, fortnight * checkIns.doneOf14.length);
    const sofar = Array.from({ length: checkIns.daysThisWeek }, (_, day) => day);
    await this.tellFortnight(told, checkIns, thisWeek, new Set(sofar));
    for (const { id, version, readOn } of handedIn) {
      if (readOn >= thisWeek) continue;
      const friday = instantOf(readOn, '16:20', northPier.zone);
      await this.story.at(friday, checkIns.therapist, () => this.reading.review(id, version));
    }
  }

  private async tellFortnight(
    told: ToldCouple,
    { side, therapist }: CheckIns,
    startsOn: LocalDate,
    done: ReadonlySet<number>,
  ): Promise<HandedIn[]> {
    const person = personActor(told, side);
    if (person === null) return [];
    const { code, answers } = templates[side];
    const tasks = await this.story.at(instantOf(startsOn, '08:00', northPier.zone), therapist, () =>
      this.assigning.assign({ personId: person.id, templateCode: code, startsOn, days: fortnight }),
    );
    const handedIn: HandedIn[] = [];
    for (const [day, task] of tasks.entries()) {
      if (!done.has(day)) continue;
      const evening = instantOf(addDays(startsOn, day), '20:10', northPier.zone);
      const { version } = await this.story.at(evening, person, () =>
        this.writing.submit(task.id, task.version, varied(answers, day)),
      );
      handedIn.push({ id: task.id, version, readOn: addDays(startsOn, nextFriday(day)) });
    }
    return handedIn;
  }
}

/** The first Friday after a day of a fortnight that begins on a Monday; days counted from 0. */
function nextFriday(day: number): number {
  return Math.floor((day + 3) / 7) * 7 + 4;
}

/** Which of fourteen days are done when `done` are: spread evenly, so that no week stands empty. */
function spread(done: number): Set<number> {
  return new Set(Array.from({ length: done }, (_, n) => Math.floor((n * fortnight) / done)));
}

/** The same calm answers with small natural differences from day to day. */
function varied(answers: Answers, day: number): Record<string, unknown> {
  const shifted = (key: string, by: number): Record<string, unknown> => {
    const value = answers[key];
    return typeof value === 'number' ? { [key]: Math.max(0, Math.min(10, value + by)) } : {};
  };
  return {
    ...answers,
    ...shifted('pull', day % 3),
    ...shifted('distress', (day % 4) - 1),
    ...shifted('steadiness', day % 3),
  };
}
