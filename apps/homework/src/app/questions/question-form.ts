import type { ChangeQuestionRequest, OwnQuestionView } from '@trellis/contracts';
import { libraryTemplateOf, say, type Field, type FieldOption, type HomeworkTemplate } from '@trellis/domain';
import type { Answers } from '../core/homework/own-homework';

const exercise = libraryTemplateOf('B08');
const rows: readonly Field[] = exercise?.fields[0]?.rows ?? [];

/** Levels of detail as the clinic names them; the words are those of the exercise. */
const detailNames: Readonly<Record<string, string>> = {
  number_range: 'number_or_range',
  do_not_tell: 'do_not_tell_me',
};

const shown = ['question', 'category', 'reason', 'fear', 'detail_level'];

function named(option: FieldOption): FieldOption {
  return { ...option, value: detailNames[option.value] ?? option.value };
}

/** The fields of one question, in the order in which they are asked. */
export const questionFields: readonly Field[] = shown.flatMap((key) => {
  const field = rows.find((row) => row.key === key);
  if (field === undefined) return [];
  if (key !== 'detail_level') return [field];
  return [{ ...field, key: 'detail', options: (field.options ?? []).map(named) }];
});

/** One question as an exercise of its own, for putting two versions side by side. */
export const questionExercise: Pick<HomeworkTemplate, 'fields'> & HomeworkTemplate = {
  ...(exercise ?? missing()),
  fields: questionFields,
};

/** Kinds of questions and of wishes, with their words. */
export const categories: readonly FieldOption[] =
  questionFields.find(({ key }) => key === 'category')?.options ?? [];
export const details: readonly FieldOption[] =
  questionFields.find(({ key }) => key === 'detail')?.options ?? [];

export const nothingSaid = say('still open', 'sin decidir');

export function answersOf(question: OwnQuestionView | null): Answers {
  if (question === null) return {};
  const { category, detail, reason, fear } = question;
  return {
    question: question.question,
    reason,
    fear,
    ...(category === null ? {} : { category }),
    ...(detail === null ? {} : { detail }),
  };
}

export function requestOf(answers: Answers): ChangeQuestionRequest {
  const text = (key: string): string => (typeof answers[key] === 'string' ? answers[key] : '');
  return {
    question: text('question'),
    reason: text('reason'),
    fear: text('fear'),
    category: (text('category') || null) as NonNullable<ChangeQuestionRequest['category']> | null,
    detail: (text('detail') || null) as NonNullable<ChangeQuestionRequest['detail']> | null,
  };
}

function missing(): never {
  throw new Error('the library has lost its question list');
}
