import type { Privacy } from '../access/roles.js';
import { safetyKinds, type SafetyKind } from '../wording/safety-kinds.js';
import { actionsOnMatch, type DiaryAlertConsent } from '../wording/safety-response.js';
import { safetyKindsIn, type SafetyWords } from '../wording/safety-words.js';
import { own, rowsOf } from './answer-access.js';
import { privacyOf } from './answer-parts.js';
import type { Field } from './field.js';
import type { Answers, HomeworkTemplate } from './template.js';

/** What words of answers ask for: help on the author's screen, and whether the author's own therapist is told. */
export type AnswerSafety = Readonly<{ kinds: readonly SafetyKind[]; showHelp: boolean; alert: boolean }>;

type Said = Readonly<{ text: string; privacy: Privacy }>;

/**
 * Reads the free text of answers for phrases of danger (HW-76). A match shows help always; it alerts but for words that
 * only the author reads, which alert with their consent alone (SAFETY-04). Kinds are all that comes back.
 */
export function safetyOfAnswers(
  { fields, privacy }: Pick<HomeworkTemplate, 'fields' | 'privacy'>,
  answers: Answers,
  words: SafetyWords,
  consent: DiaryAlertConsent = 'unknown',
): AnswerSafety {
  const matched = saidIn(fields, answers, privacy).map(({ text, privacy: level }) => ({
    kinds: safetyKindsIn(text, words),
    actions: actionsOnMatch(level, consent),
  }));
  const hits = matched.filter(({ kinds }) => kinds.length > 0);
  const found = new Set(hits.flatMap(({ kinds }) => kinds));
  return {
    kinds: safetyKinds.filter((kind) => found.has(kind)),
    showHelp: hits.length > 0,
    alert: hits.some(({ actions }) => actions.alert !== null),
  };
}

function saidIn(
  fields: readonly Field[],
  answers: Readonly<Record<string, unknown>>,
  outer: Privacy,
): readonly Said[] {
  return fields.flatMap((field): readonly Said[] => {
    const privacy = privacyOf(field, outer);
    const value = own(answers, field.key);
    if (field.kind === 'list') return rowsOf(value).flatMap((row) => saidIn(field.rows ?? [], row, privacy));
    const free = field.kind === 'text' || field.kind === 'line';
    return free && typeof value === 'string' ? [{ text: value, privacy }] : [];
  });
}
