import type { Track } from '../access/roles.js';
import { processStates, type DisclosureState } from '../disclosure/states.js';
import { filledRows, isEmpty, own } from './answer-access.js';
import { asksNothing, missingKeys, ownFields } from './asked.js';
import type { CompletionRule } from './completion-rule.js';
import type { Answers, HomeworkTemplate } from './template.js';

export type Signer = 'RP' | 'BP' | 'therapist';

/**
 * What being done is judged from. `halves` holds what each person has handed in, null where they have not; in an
 * exercise of one person the other half stays null. What is not known is null, and then the rule is not met.
 */
export type CompletionFacts = Readonly<{
  by: Track;
  halves: Readonly<Record<Track, Answers | null>>;
  /** Keys that the chosen variant leaves out, of both halves or of one. */
  omits?: readonly string[];
  omitsOf?: Readonly<Partial<Record<Track, readonly string[]>>>;
  signedBy: readonly Signer[];
  therapistConfirmed: boolean | null;
  disclosure: DisclosureState | null;
  /** Done occurrences of the week, and in all, this one included. */
  doneThisWeek: number | null;
  doneInAll: number | null;
}>;

/** One thing that is missing. `left` counts what is still to come; `by` says whose part it is in. */
export type MissingForDone = Readonly<
  | { rule: 'answers'; key: string }
  | { rule: 'rows' | 'rows_with'; key: string; left: number }
  | { rule: 'rows_all'; key: string; field: string; row: number }
  | { rule: 'both_parts'; by: Track; key: string | null }
  | { rule: 'signed'; by: Signer }
  | { rule: 'therapist_confirms' }
  | { rule: 'process'; states: readonly DisclosureState[] }
  | { rule: 'per_week' | 'rounds'; left: number }
>;
export type CompletionJudgement = Readonly<{ done: boolean; missing: readonly MissingForDone[] }>;

/** Whether an exercise is done, or everything that is missing (HW-05, HW-15). Every rule of the template must hold. */
export function judgeCompletion(template: HomeworkTemplate, facts: CompletionFacts): CompletionJudgement {
  const missing = template.completion.flatMap((rule) => judgeRule(rule, template, facts));
  return { done: missing.length === 0, missing };
}

/**
 * What is missing as the person may be told (HW-16): nothing about the other's part or signature, so that nobody
 * reads from their own screen whether the other has been active.
 */
export function missingFor(person: Track, judgement: CompletionJudgement): readonly MissingForDone[] {
  const other: Track = person === 'RP' ? 'BP' : 'RP';
  return judgement.missing.filter((item) => !('by' in item) || item.by !== other);
}

/**
 * What is missing once an exercise of one person is handed in, judged from what its therapist may read (HW-82). Handing
 * in asked for every needed answer, also for those that only the author reads, so none of them is missing.
 */
export function missingAsRead(
  template: HomeworkTemplate,
  read: Readonly<{ answers: Answers; reviewed: boolean; doneThisWeek: number; doneInAll: number }>,
): readonly MissingForDone[] {
  const by: Track = template.track === 'B' ? 'BP' : 'RP';
  const { answers, reviewed: therapistConfirmed, doneThisWeek, doneInAll } = read;
  const halves = { RP: by === 'RP' ? answers : null, BP: by === 'BP' ? answers : null };
  const facts = { by, halves, signedBy: [], therapistConfirmed, disclosure: null, doneThisWeek, doneInAll };
  return judgeCompletion(template, facts).missing.filter(({ rule }) => rule !== 'answers');
}

function judgeRule(
  rule: CompletionRule,
  template: HomeworkTemplate,
  facts: CompletionFacts,
): readonly MissingForDone[] {
  switch (rule.kind) {
    case 'answers':
      return missingOf(template, facts, facts.by).map((key) => ({ rule: 'answers', key }));
    case 'both_parts':
      return (['RP', 'BP'] as const).flatMap((by) => judgePart(template, facts, by));
    case 'signed':
      return rule.by.filter((by) => !facts.signedBy.includes(by)).map((by) => ({ rule: 'signed', by }));
    case 'therapist_confirms':
      return facts.therapistConfirmed === true ? [] : [{ rule: 'therapist_confirms' }];
    case 'process':
      return hasReached(facts.disclosure, rule.states) ? [] : [{ rule: 'process', states: rule.states }];
    case 'per_week':
      return short(rule.kind, rule.least, facts.doneThisWeek);
    case 'rounds':
      return short(rule.kind, rule.least, facts.doneInAll);
    default:
      return judgeRows(rule, documentOf(template, facts, facts.by));
  }
}

type RowRule = Extract<CompletionRule, { kind: 'rows' | 'rows_with' | 'rows_all' }>;

function judgeRows(rule: RowRule, answers: Answers): readonly MissingForDone[] {
  const rows = filledRows(own(answers, rule.key));
  if (rule.kind === 'rows_all') {
    const open = rows.flatMap((row, index) => (isEmpty(own(row, rule.field)) ? [index] : []));
    return open.map((row) => ({ rule: 'rows_all', key: rule.key, field: rule.field, row }));
  }
  if (rule.kind === 'rows') {
    const stoodIn = rule.orKey !== undefined && !isEmpty(own(answers, rule.orKey));
    const left = rule.least - rows.length;
    return stoodIn || left <= 0 ? [] : [{ rule: 'rows', key: rule.key, left }];
  }
  const fitting = rows.filter((row) => rule.values.some((value) => holds(own(row, rule.field), value)));
  const left = rule.least - fitting.length;
  return left <= 0 ? [] : [{ rule: 'rows_with', key: rule.key, left }];
}

function holds(answer: unknown, value: string | boolean): boolean {
  return Array.isArray(answer) ? answer.includes(value) : answer === value;
}

function judgePart(template: HomeworkTemplate, facts: CompletionFacts, by: Track): readonly MissingForDone[] {
  if (asksNothing(template.fields, by, omitsOf(facts, by))) return [];
  if (facts.halves[by] === null) return [{ rule: 'both_parts', by, key: null }];
  return missingOf(template, facts, by).map((key) => ({ rule: 'both_parts', by, key }));
}

function missingOf(template: HomeworkTemplate, facts: CompletionFacts, by: Track): readonly string[] {
  const scope = { by, omits: omitsOf(facts, by) };
  return missingKeys(template.fields, documentOf(template, facts, by), scope);
}

function omitsOf({ omits = [], omitsOf: each }: CompletionFacts, by: Track): readonly string[] {
  return [...omits, ...(each?.[by] ?? [])];
}

/** The person's half, with what the other has put into the fields of both. */
function documentOf(template: HomeworkTemplate, facts: CompletionFacts, by: Track): Answers {
  const other = facts.halves[by === 'RP' ? 'BP' : 'RP'] ?? {};
  const shared = new Set(
    ownFields(template.fields, by)
      .filter((f) => f.by === 'together')
      .map((f) => f.key),
  );
  const lent = Object.entries(other).filter(([key]) => shared.has(key));
  return { ...Object.fromEntries(lent), ...facts.halves[by] };
}

function short(rule: 'per_week' | 'rounds', least: number, done: number | null): readonly MissingForDone[] {
  const left = least - (done ?? 0);
  return left > 0 ? [{ rule, left }] : [];
}

/**
 * True when the disclosure is in one of the states or, on its way, beyond the first of them. A pause and the ends
 * beside COMPLETED count only where they are named: nothing else is known of them (HW-15).
 */
export function hasReached(state: DisclosureState | null, states: readonly DisclosureState[]): boolean {
  if (state === null) return false;
  if (states.includes(state)) return true;
  const place = processStates.findIndex((step) => step === state);
  const first = processStates.findIndex((step) => states.includes(step));
  return place >= 0 && first >= 0 && place > first;
}
