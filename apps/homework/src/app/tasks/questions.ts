import {
  answerTo,
  isAsked,
  isEmpty,
  missingKeys,
  offeredNext,
  privacyOf,
  riskSignals,
  safetyOfAnswers,
  safetyWords,
  type Answers as TemplateAnswers,
  type Field,
  type HomeworkTemplate,
  type LocalizedText,
} from '@trellis/domain';
import type { Answers } from '../core/homework/own-homework';

/** One page of a task: a question, with the line for a word of one's own where the question has one. */
export type Question = readonly [Field, ...Field[]];

/** The pages of a task in order. A field that may stand in for another shares its page. */
export function questionsOf(template: Pick<HomeworkTemplate, 'fields'>): readonly Question[] {
  const standIns = new Set(template.fields.map(({ orKey }) => orKey));
  return template.fields
    .filter(({ key }) => !standIns.has(key))
    .map((field) => [field, ...template.fields.filter(({ key }) => key === field.orKey)] as const);
}

/** True unless an earlier answer makes the question needless. */
export function isPageAsked([field]: Question, questions: readonly Question[], answers: Answers): boolean {
  return isAsked(field, questions.flat(), answers);
}

/** The nearest page from this place on, in steps of 1 or -1, that is asked; past either end it stays outside. */
export function pageFrom(questions: readonly Question[], answers: Answers, at: number, step: 1 | -1): number {
  const question = questions[at];
  if (question === undefined || isPageAsked(question, questions, answers)) return at;
  return pageFrom(questions, answers, at + step, step);
}

export function isAnswered(question: Question, answers: Answers): boolean {
  return question.some(({ key }) => !isEmpty(answerTo(answers as TemplateAnswers, key)));
}

/** Pages without which the task cannot be handed in yet, by their place from 0. */
export function openPages(questions: readonly Question[], answers: Answers): readonly number[] {
  const missing = missingKeys(questions.flat(), answers);
  return questions.flatMap((question, at) => (question.some(({ key }) => missing.includes(key)) ? [at] : []));
}

/** True when an answer on this page asks for attention to the person's safety. */
export function raisesConcern(question: Question, answers: Answers): boolean {
  return riskSignals({ fields: question }, answers as TemplateAnswers).length > 0;
}

/** True when free text may speak of danger. Help is shown for it; the words stay where they are. */
export function wordsRaiseConcern(template: HomeworkTemplate, answers: Answers): boolean {
  return safetyOfAnswers(template, answers as TemplateAnswers, safetyWords()).showHelp;
}

/** True when only the author reads this page. */
export function onlyForAuthor([field]: Question, { privacy }: Pick<HomeworkTemplate, 'privacy'>): boolean {
  return privacyOf(field, privacy) === 'P0';
}

/** Who reads a question: the author alone, both people where it is shared joint work, or the own therapist. */
export function readersOf(
  question: Question,
  template: Pick<HomeworkTemplate, 'privacy'>,
): 'only-me' | 'both' | 'words' {
  if (onlyForAuthor(question, template)) return 'only-me';
  return privacyOf(question[0], template.privacy) === 'P4' ? 'both' : 'words';
}

const slipCode = 'R09';

/**
 * True when what was handed in leads on to the page for slips: the exercise for a slip itself, or an answer that offers
 * it. Where the person stopped because of someone under 18 or a crime, nothing more is asked for.
 */
export function offersSlip(template: HomeworkTemplate, answers: Answers): boolean {
  const given = answers as TemplateAnswers;
  if (template.code === slipCode) return answerTo(given, 'stop_check') === 'no';
  return offeredNext(template, given).includes(slipCode);
}

/** The document without the answers of one page. */
export function without(question: Question, answers: Answers): Answers {
  const keys = question.map(({ key }) => key);
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.includes(key)));
}

const dayMs = 86_400_000;

/** The question of this occurrence where an exercise has some that take turns: another one each day it is due. */
export function promptOf(
  { prompts = [] }: Pick<HomeworkTemplate, 'prompts'>,
  dueAt: string,
): LocalizedText | null {
  const day = Math.floor(Date.parse(dueAt) / dayMs);
  return prompts[day % Math.max(1, prompts.length)] ?? null;
}
