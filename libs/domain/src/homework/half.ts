import type { Track } from '../access/roles.js';
import type { Stage } from '../stages/stage.js';
import { own } from './answer-access.js';
import { asksNothing, ownFields } from './asked.js';
import { omitsOfEach } from './forms.js';
import type { Answers, AnswerValue, HomeworkTemplate } from './template.js';

/** The form of an exercise that was chosen, or that follows from the stage, such as ten minutes in stage 1; null for none. */
export function formFor(template: HomeworkTemplate, chosen: string | null, stage: Stage): string | null {
  const forms = template.variants ?? [];
  const named = forms.find(({ key }) => key === chosen);
  if (named !== undefined) return named.key;
  return forms.find((form) => form.stage === stage)?.key ?? null;
}

/**
 * The exercise as one of two people fills it in: their own fields and those of both, without what the form leaves out,
 * in the minutes of that form (HW-12, HW-13). An exercise of one person comes back as it is.
 */
export function halfOf(
  template: HomeworkTemplate,
  person: Track,
  form: string | null,
  stage: Stage,
): HomeworkTemplate {
  if (template.track !== 'C') return template;
  const omits = omitsOfEach(template, form, stage)[person];
  const minutes = template.variants?.find(({ key }) => key === form)?.minutes ?? template.minutes;
  const fields = ownFields(template.fields, person).filter(({ key }) => !omits.includes(key));
  return { ...template, minutes, fields };
}

/** Whether this half asks nothing in the form, so that its person has no task (HW-64). */
export function asksNothingOf(
  template: HomeworkTemplate,
  person: Track,
  form: string | null,
  stage: Stage,
): boolean {
  return asksNothing(template.fields, person, omitsOfEach(template, form, stage)[person]);
}

/** What a document says in the fields that both fill in: the page that two people write together. */
export function pageOf({ fields }: Pick<HomeworkTemplate, 'fields'>, answers: Answers): Answers {
  const shared = fields.filter(({ by }) => by === 'together');
  const said = shared.flatMap(({ key }): [string, AnswerValue][] => {
    const value = own(answers, key) as AnswerValue | undefined;
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(said);
}

/** Whether two halves say the same on their page: only then have both handed in one agreement (HW-77). */
export function samePage(template: Pick<HomeworkTemplate, 'fields'>, a: Answers, b: Answers): boolean {
  return inOrder(pageOf(template, a)) === inOrder(pageOf(template, b));
}

/** As text with keys in order, so that equal documents are equal texts. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}
