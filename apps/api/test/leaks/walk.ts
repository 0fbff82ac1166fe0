import type { ClinicCast } from './cast.js';
import type { Couple, Person, Staff, Task, Viewer } from './facts.js';
import { sidesOf } from './oracle.js';
import { Watch } from './watch.js';
import type { Answer, Call } from './wire.js';
import type { World } from './world.js';

/** One thing that somebody does. Add a file to `acts/` and its act to `acts/all.ts`. */
export interface Act {
  readonly name: string;
  /** How often, compared with the others. */
  readonly weight: number;
  /** Does it through the product, and tells the facts what is true afterwards. */
  run(walk: Walk): Promise<void>;
}

/** An answered question that somebody else may try again. */
export interface Sent {
  readonly viewer: Viewer;
  readonly call: Call;
  readonly answer: Answer;
}

/** Random steps from a seed: the same seed walks the same way. */
export class Walk {
  readonly watch: Watch;
  readonly counts = new Map<string, number>();
  /** The latest questions with a key or a tag, for replays. */
  readonly sent: Sent[] = [];
  private state: number;

  constructor(
    readonly world: World,
    readonly seed: number,
  ) {
    this.watch = new Watch(world.facts);
    this.state = seed >>> 0;
  }

  /** Takes that many steps; stops at the first leak, naming seed and step. @throws Error */
  async steps(count: number, acts: readonly Act[]): Promise<void> {
    const bag = acts.flatMap((act) => Array.from({ length: act.weight }, () => act));
    for (let step = 1; step <= count; step += 1) {
      const act = this.pick(bag);
      await act.run(this);
      this.counts.set(act.name, (this.counts.get(act.name) ?? 0) + 1);
      const [leak] = this.watch.leaks;
      if (leak !== undefined)
        throw new Error(`seed ${String(this.seed)}, step ${String(step)}, ${act.name}: ${leak}`);
    }
  }

  /** Asks as somebody and looks through the answer; `settle` tells the facts first what the answer makes true. */
  async ask(viewer: Viewer, call: Call, settle?: (answer: Answer) => void): Promise<Answer> {
    const { world } = this;
    const answer = await (viewer.kind === 'nobody' ? world.wire.send(null, call) : world.send(viewer, call));
    settle?.(answer);
    this.watch.look(viewer, call, answer);
    this.sent.push({ viewer, call, answer });
    if (this.sent.length > 50) this.sent.shift();
    return answer;
  }

  /** A number from 0 to `below`, not included (mulberry32). */
  number(below: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  }

  pick<T>(from: readonly T[]): T {
    const found = from[this.number(from.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  }

  chance(percent: number): boolean {
    return this.number(100) < percent;
  }

  clinic(): ClinicCast {
    return this.pick(this.world.clinics);
  }

  couple(clinic = this.clinic()): Couple {
    return this.pick(this.world.couples.get(clinic.clinicId) ?? []);
  }

  person(couple = this.couple()): Person {
    return this.pick(Object.values(couple.people));
  }

  /** Any exercise of the couple; null while it has none. */
  task(couple = this.couple()): Task | null {
    return couple.tasks.length === 0 ? null : this.pick(couple.tasks);
  }

  staff(clinic = this.clinic()): Staff {
    return this.pick(Object.values(clinic.staff));
  }

  /** Anybody at all, of whatever clinic. */
  anybody(): Staff | Person {
    return this.chance(50) ? this.staff() : this.person();
  }

  /** Somebody who works with the couple now and holds one of its sides; null when nobody does. */
  therapist(couple: Couple, side?: 'RP' | 'BP'): Staff | null {
    const holding = [...this.world.facts.staff.values()].filter((one) => {
      const sides = one.active ? sidesOf(one, couple) : [];
      return side === undefined ? sides.length > 0 : sides.includes(side);
    });
    return holding.length === 0 ? null : this.pick(holding.sort((a, b) => this.rank(a) - this.rank(b)));
  }

  private rank(staff: Staff): number {
    const at = this.world.clinics.findIndex(({ clinicId }) => clinicId === staff.clinicId);
    const posts = Object.values(this.world.clinics[at]?.staff ?? {});
    return at * 100 + posts.findIndex(({ id }) => id === staff.id);
  }
}
