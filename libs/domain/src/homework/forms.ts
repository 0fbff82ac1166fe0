import type { Track } from '../access/roles.js';
import type { Stage } from '../stages/stage.js';
import { asksNothing } from './asked.js';
import type { Halves } from './reveal.js';
import type { Answers, HomeworkTemplate } from './template.js';

/** What each person's half leaves out. */
export type OmitsOfEach = Readonly<Record<Track, readonly string[]>>;

/**
 * What each half leaves out in the chosen form (HW-13). A form that one person alone may choose changes their half
 * only, and only in its stages; with an unknown stage, or a form that the exercise does not have, nothing is left out.
 */
export function omitsOfEach(
  template: HomeworkTemplate,
  variantKey: string | null,
  stage: Stage | null,
): OmitsOfEach {
  const { omits = [], only } = template.variants?.find(({ key }) => key === variantKey) ?? {};
  const of = (person: Track): readonly string[] => {
    if (only === undefined) return omits;
    return only.by === person && stage !== null && only.stages.includes(stage) ? omits : [];
  };
  return { RP: of('RP'), BP: of('BP') };
}

/**
 * The halves with an empty one handed in for a person whose form asks nothing (HW-64), such as a partner who only
 * receives in C04: the reveal then waits for the other alone. `opensAt` is the moment at which the occurrence opened.
 * What somebody has written stays.
 */
export function withEmptyHalves(
  template: HomeworkTemplate,
  halves: Halves<Answers>,
  omits: OmitsOfEach,
  opensAt: Date,
): Halves<Answers> {
  const half = (person: Track): Halves<Answers>[Track] =>
    halves[person] === null && asksNothing(template.fields, person, omits[person])
      ? { words: {}, submittedAt: opensAt }
      : halves[person];
  return { RP: half('RP'), BP: half('BP') };
}
