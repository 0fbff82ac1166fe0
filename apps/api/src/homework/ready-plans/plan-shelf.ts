import { Injectable } from '@nestjs/common';
import {
  exercisePlanOf,
  exercisePlans,
  packIdOf,
  planOfPack,
  type ExercisePlan,
  type HomeworkTemplate,
} from '@trellis/domain';
import { ExerciseCatalogue } from '../../platform/exercises/exercise-catalogue.js';
import { mostPacks, PacksRepository } from '../packs/packs.repository.js';

/** A plan to choose from; `version` is there for a pack of the clinic. */
export interface ShelvedPlan {
  readonly plan: ExercisePlan;
  readonly version: number | null;
}

/** Every plan that can be given: those that come with the program, and the packs of the clinic that are not retired. */
@Injectable()
export class PlanShelf {
  constructor(
    private readonly packs: PacksRepository,
    private readonly catalogue: ExerciseCatalogue,
  ) {}

  /** The exercise of that code that can be given now; null for one that is unknown, retired or written elsewhere. */
  async exerciseToGive(code: string): Promise<HomeworkTemplate | null> {
    return this.catalogue.toGive(code);
  }

  /** The default plans first, then the packs, newest first. */
  async all(): Promise<readonly ShelvedPlan[]> {
    const given = (await this.packs.all()).filter(({ retired_at: at }) => at === null).slice(0, mostPacks);
    const current = await this.packs.current(given.map(({ id }) => id));
    const packed = given.flatMap(({ id, version }) => {
      const content = current.find((one) => one.pack_id === id);
      return content === undefined ? [] : [{ plan: planOfPack(id, content), version }];
    });
    return [...exercisePlans.map((plan) => ({ plan, version: null })), ...packed];
  }

  /** The plan of that key; null for none, and for a pack that was retired. */
  async one(key: string): Promise<ShelvedPlan | null> {
    const id = packIdOf(key);
    if (id === null) {
      const plan = exercisePlanOf(key);
      return plan === null ? null : { plan, version: null };
    }
    const row = await this.packs.one(id);
    const [content] = row === null || row.retired_at !== null ? [] : await this.packs.current([id]);
    return row === null || content === undefined
      ? null
      : { plan: planOfPack(id, content), version: row.version };
  }
}
