import { exerciseOf, type HomeworkTemplate } from '@trellis/domain';

/** A row about an exercise in the version that was given; `own_exercise` is there for one of the clinic. */
export interface AboutExercise {
  readonly template_code: string;
  readonly template_version: number;
  readonly own_exercise?: HomeworkTemplate;
}

/** The exercise that the row is about. @throws RangeError for one that neither the library nor the clinic has. */
export function exerciseIn(row: AboutExercise): HomeworkTemplate {
  return row.own_exercise ?? exerciseOf(row.template_code, row.template_version);
}
