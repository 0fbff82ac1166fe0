import { privacyLevels, type Privacy } from '../access/roles.js';
import { isEmpty, own, rowsOf } from './answer-access.js';
import type { Field } from './field.js';
import type { Answers, AnswerRow, AnswerValue, HomeworkTemplate } from './template.js';

/** Answers by the level under which they are sealed: what only the author reads, and the rest. */
export type AnswerParts = Readonly<{ onlyAuthor: Answers; rest: Answers; restPrivacy: Privacy }>;

/**
 * Parts answers of P0 fields from the others, because each part is sealed under its own rule (HW-06). For exercises
 * whose other answers share one level; where they do not, ask `partsByPrivacy`.
 */
export function splitByPrivacy(template: HomeworkTemplate, answers: Answers): AnswerParts {
  const { P0: onlyAuthor = {}, ...others } = partsByPrivacy(template, answers);
  const rest = Object.values(others).reduce<Answers>(joinTwo, {});
  return { onlyAuthor, rest, restPrivacy: template.privacy };
}

/**
 * The answers by the level under which each is sealed (HW-06). A field's own level counts where it is closer than
 * the template's, never where it is wider. What the author may release is a part of its own, so that a release gives
 * that part and nothing beside it (HW-72). A list whose fields have several levels comes in several parts, with
 * rows in the same places, so that `joinParts` can put them together again. A key that the template does not know
 * stays with the author alone.
 */
export function partsByPrivacy(
  template: HomeworkTemplate,
  answers: Answers,
): Readonly<Partial<Record<Privacy, Answers>>> {
  const known = new Set(template.fields.map(({ key }) => key));
  const parts = privacyLevels.map((level): [Privacy, Answers] => {
    const kept = template.fields.flatMap((field) => partOf(template, field, answers, { level, path: '' }));
    const stray = level === 'P0' ? Object.entries(answers).filter(([key]) => !known.has(key)) : [];
    return [level, Object.fromEntries([...kept, ...stray])];
  });
  return Object.fromEntries(parts.filter(([, part]) => Object.keys(part).length > 0));
}

/** Which level is asked for, the keys of the lists around the field, and the level that those lists set. */
type Place = Readonly<{ level: Privacy; path: string; within?: Privacy }>;

function partOf(
  template: HomeworkTemplate,
  field: Field,
  answers: Answers,
  place: Place,
): [string, AnswerValue][] {
  const value = own(answers, field.key) as AnswerValue | undefined;
  if (value === undefined) return [];
  const path = place.path + field.key;
  const within = privacyOf(field, place.within ?? 'P4');
  const ownLevel = privacyOf({ privacy: within }, reachOf(template, path));
  if (field.kind !== 'list' || isEmpty(value)) return ownLevel === place.level ? [[field.key, value]] : [];
  const inside: Place = { level: place.level, path: `${path}.`, within };
  const rows = rowsOf(value).map((row) => {
    const cells = (field.rows ?? []).flatMap((cell) => partOf(template, cell, row, inside));
    return Object.fromEntries(cells) as AnswerRow;
  });
  return rows.some((row) => Object.keys(row).length > 0) ? [[field.key, rows]] : [];
}

/** The widest level that the template knows for a field: where it may be released to, or the template's own (HW-72). */
function reachOf({ privacy, sharing }: HomeworkTemplate, path: string): Privacy {
  if (privacy === 'P0' || (sharing.kind !== 'partner' && sharing.kind !== 'therapist')) return privacy;
  const named = sharing.fields?.some((key) => key === path || path.startsWith(`${key}.`)) ?? true;
  if (!named) return privacy;
  return sharing.kind === 'partner' ? 'P3' : 'P2';
}

/** The level of a field within a template or a list of level `outer`: its own where that is closer (HW-06). */
export function privacyOf(field: Pick<Field, 'privacy'>, outer: Privacy): Privacy {
  const level = field.privacy ?? outer;
  return privacyLevels.indexOf(level) < privacyLevels.indexOf(outer) ? level : outer;
}

/** How many questions only the author reads, columns of lists included; the same whatever was written (HW-06). */
export function keptByAuthor({ fields, privacy }: Pick<HomeworkTemplate, 'fields' | 'privacy'>): number {
  return fields.reduce((count, field) => {
    const level = privacyOf(field, privacy);
    if (field.kind === 'list') return count + keptByAuthor({ fields: field.rows ?? [], privacy: level });
    return count + (level === 'P0' ? 1 : 0);
  }, 0);
}

/** Parts made by `partsByPrivacy`, as many of them as the reader may open, put together as one document. */
export function joinParts(parts: readonly Answers[]): Answers {
  return parts.reduce<Answers>(joinTwo, {});
}

function joinTwo(left: Answers, right: Answers): Answers {
  const shared = Object.keys(right).filter((key) => Array.isArray(own(left, key)));
  const joined = shared.map((key): [string, AnswerValue] => {
    const [a, b] = [rowsOf(own(left, key)), rowsOf(own(right, key))];
    const longest = a.length > b.length ? a : b;
    return [key, longest.map((_, index) => ({ ...a[index], ...b[index] }))];
  });
  return Object.fromEntries([...Object.entries(left), ...Object.entries(right), ...joined]);
}
