import { Injectable } from '@nestjs/common';
import type { SavedView } from '@trellis/contracts';
import { addDays, daysBetween, instantOf, localDateOf, type Answers, type LocalDate } from '@trellis/domain';
import {
  ellery,
  elleryAnswers,
  elleryGiven,
  elleryTold,
  fenAnswers,
  fenGiven,
  fenTold,
  northPier,
  type GivenExercise,
  type ToldExercise,
} from '@trellis/fixtures';
import { AssigningService } from '../homework/assigning.service.js';
import { AssignJointWorkService } from '../homework/joint/assign-joint-work.service.js';
import { OwnHomeworkService } from '../homework/own-homework.service.js';
import { OwnWritingService } from '../homework/own-writing.service.js';
import { ReadingService } from '../homework/reading.service.js';
import type { Actor } from '../platform/context/request-context.js';
import { personActor, therapistOf, type Cast, type ToldCouple } from './demo-people.js';
import { Story } from './story.js';

/** Days after which a therapist has read what was handed in; what is younger still waits. */
const readAfterDays = 3;

interface Place {
  readonly id: string;
  readonly version: number;
}

/** A handed-in exercise that its author's therapist reads some days later. */
interface HandedIn extends Place {
  readonly therapist: Actor;
  readonly readOn: LocalDate;
}

/** What was given, what became of it, and what was written, by days of the worked example's calendar. */
interface Exercises {
  readonly given: readonly GivenExercise[];
  readonly told: readonly ToldExercise[];
  readonly answers: (code: string, side: 'RP' | 'BP', n: number, on: LocalDate) => Answers;
}

/** Couples whose weeks of homework are told one exercise at a time. */
const exercises: Readonly<Record<string, Exercises>> = {
  Ellery: { given: elleryGiven, told: elleryTold, answers: elleryAnswers },
  Fen: { given: fenGiven, told: fenTold, answers: (code, _, n, on) => fenAnswers(code, n, on) },
};

/** Tells the homework of the worked example and of a companion beside their check-ins, on the demo's own days. */
@Injectable()
export class DemoExample {
  constructor(
    private readonly story: Story,
    private readonly assigning: AssigningService,
    private readonly joint: AssignJointWorkService,
    private readonly own: OwnHomeworkService,
    private readonly writing: OwnWritingService,
    private readonly reading: ReadingService,
  ) {}

  /** `until` is the first day of the demo's present week. @throws Error where a place of the story is missing. */
  async tell(told: ToldCouple, cast: Cast, until: LocalDate): Promise<void> {
    const story = exercises[told.view.name];
    if (story === undefined) return;
    const by = (days: number): LocalDate => addDays(told.anchorOn, days);
    const places = new Map<string, Place[]>();
    for (const given of story.given) await this.give(told, cast, given, places);
    const done = new Map<string, number>();
    const handedIn: HandedIn[] = [];
    for (const one of story.told) {
      const n = done.get(`${one.code} ${one.side}`) ?? 0;
      if (one.act === 'hand_in') done.set(`${one.code} ${one.side}`, n + 1);
      const saved = await this.act(
        told,
        { ...one, answers: () => story.answers(one.code, one.side, n, shifted(told, one.on)) },
        places,
      );
      const readOn = addDays(by(daysBetween(ellery.anchor, one.day)), readAfterDays);
      if (one.act === 'hand_in' && readOn < until)
        handedIn.push({ ...saved, readOn, therapist: therapistOf(cast, told, one.side) });
    }
    for (const { id, version, therapist, readOn } of handedIn)
      await this.story.at(instantOf(readOn, '16:40', northPier.zone), therapist, () =>
        this.reading.review(id, version),
      );
  }

  private async give(
    told: ToldCouple,
    cast: Cast,
    { code, side, startsOn, days, weekdays, form }: GivenExercise,
    places: Map<string, Place[]>,
  ): Promise<void> {
    const first = shifted(told, startsOn);
    const morning = instantOf(first, '07:30', northPier.zone);
    const rhythm = { startsOn: first, days, ...(weekdays === undefined ? {} : { weekdays: [...weekdays] }) };
    if (side === 'JOINT') {
      const request = { ...rhythm, coupleId: told.view.id, templateCode: code };
      await this.story.at(morning, cast.raman, () =>
        this.joint.assign(form === undefined ? request : { ...request, form }),
      );
      return;
    }
    const request = { ...rhythm, personId: actorOf(told, side).id, templateCode: code, confirmed };
    const tasks = await this.story.at(morning, therapistOf(cast, told, side), () =>
      this.assigning.assign(request),
    );
    for (const { id, version, dueAt } of tasks) {
      const dueOn = localDateOf(new Date(new Date(dueAt).getTime() - 1), northPier.zone);
      const key = `${code} ${dueOn}`;
      places.set(key, [...(places.get(key) ?? []), { id, version }]);
    }
  }

  private async act(
    told: ToldCouple,
    one: ToldExercise & { readonly answers: () => Answers },
    places: Map<string, Place[]>,
  ): Promise<Place> {
    const person = actorOf(told, one.side);
    const on = shifted(told, one.on);
    const at = instantOf(shifted(told, one.day), one.time, northPier.zone);
    return this.story.at(at, person, async () => {
      const place = one.code.startsWith('C')
        ? await this.waiting(one.code)
        : places.get(`${one.code} ${on}`)?.shift();
      if (place === undefined) throw new Error(`the demo has no place for ${one.code} on ${on}`);
      const saved = await this.save(one, place);
      return { id: place.id, version: saved.version };
    });
  }

  private async save(
    one: ToldExercise & { readonly answers: () => Answers },
    place: Place,
  ): Promise<SavedView> {
    if (one.act === 'put_away') return this.writing.setAside(place.id, false);
    const heard = one.heard === undefined ? {} : { felt_heard: one.heard };
    const answers = { ...one.answers(), ...heard };
    return this.writing.submit(place.id, place.version, answers);
  }

  /** The half that is asked of the person on this day. */
  private async waiting(code: string): Promise<Place | undefined> {
    const { tasks } = await this.own.today();
    const open = tasks.filter(({ templateCode, state }) => templateCode === code && state === 'assigned');
    return open.sort((a, b) => a.dueAt.localeCompare(b.dueAt))[0];
  }
}

/** What a therapist has settled with the person before they write about the past. */
const confirmed: ('acute_risk' | 'no_support_that_evening' | 'legal_question_open')[] = [
  'acute_risk',
  'no_support_that_evening',
  'legal_question_open',
];

/** A day of the example on the demo's own calendar. */
function shifted(told: ToldCouple, day: LocalDate): LocalDate {
  return addDays(told.anchorOn, daysBetween(ellery.anchor, day));
}

function actorOf(told: ToldCouple, side: 'RP' | 'BP'): Actor {
  const actor = personActor(told, side);
  if (actor === null) throw new Error('nobody of that side is here');
  return actor;
}
