import type { Field } from '../field.js';
import type { ClinicTemplate } from './clinic-template.js';
import { ProblemList, type TemplateProblem } from './template-problem.js';

const choosing: readonly Field['kind'][] = ['choice', 'multi', 'risk'];
const scales: readonly Field['kind'][] = ['s04', 's10'];
const numbers: readonly Field['kind'][] = ['num', 'min'];

/**
 * What an exercise lacks before anybody may be asked to do it (LIB-04): English throughout, questions that can be
 * answered, conditions on an earlier question, rules on what is there. In order of the exercise.
 */
export function publishProblems(template: ClinicTemplate): readonly TemplateProblem[] {
  const problems = new ProblemList();
  const { title, purpose, fields, stages, completion, notes, avoid } = template;
  needed(title.en, 'title.en', problems);
  needed(purpose.en, 'purpose.en', problems);
  notes.forEach(({ en }, at) => needed(en, `notes.${String(at)}.en`, problems));
  avoid.forEach(({ en }, at) => needed(en, `avoid.${String(at)}.en`, problems));
  if (stages.length === 0) problems.add('stages', 'needed');
  if (fields.length === 0) problems.add('fields', 'needed');
  checkGroup(fields, 'fields', problems);
  checkSharing(template, problems);
  if (completion.length === 0) problems.add('completion', 'needed');
  checkRules(template, problems);
  return problems.all;
}

function needed(text: string, path: string, problems: ProblemList): void {
  if (text.trim() === '') problems.add(path, 'needed');
}

function checkGroup(fields: readonly Field[], path: string, problems: ProblemList): void {
  fields.forEach((field, at) => {
    const here = `${path}.${String(at)}`;
    needed(field.key, `${here}.key`, problems);
    needed(field.label.en, `${here}.label.en`, problems);
    checkCondition(field, fields.slice(0, at), here, problems);
    checkOptions(field, here, problems);
    checkBounds(field, here, problems);
    const lists = field.kind === 'list';
    if (lists && (field.rows ?? []).length === 0) problems.add(`${here}.rows`, 'needed');
    if (!lists && (field.rows !== undefined || field.leastRows !== undefined))
      problems.add(`${here}.rows`, 'does_not_fit');
    checkGroup(field.rows ?? [], `${here}.rows`, problems);
  });
}

function checkCondition(
  { askedWhen }: Field,
  earlier: readonly Field[],
  here: string,
  problems: ProblemList,
): void {
  if (askedWhen === undefined) return;
  const first = earlier.find(({ key }) => key === askedWhen.key);
  if (first === undefined) {
    problems.add(`${here}.askedWhen.key`, 'not_there');
    return;
  }
  const known: readonly unknown[] =
    first.kind === 'bool' ? [true, false] : (first.options ?? []).map(({ value }) => value);
  if (askedWhen.is.length === 0) problems.add(`${here}.askedWhen.is`, 'needed');
  else if (!askedWhen.is.every((value) => known.includes(value)))
    problems.add(`${here}.askedWhen.is`, 'not_there');
}

function checkOptions({ kind, options }: Field, here: string, problems: ProblemList): void {
  if (!choosing.includes(kind)) {
    if (options !== undefined) problems.add(`${here}.options`, 'does_not_fit');
    return;
  }
  if (options === undefined || options.length < 2) problems.add(`${here}.options`, 'needed');
  (options ?? []).forEach(({ value, label, risk }, at) => {
    const path = `${here}.options.${String(at)}`;
    needed(label.en, `${path}.label.en`, problems);
    needed(value, `${path}.value`, problems);
    const others = (options ?? []).slice(0, at);
    if (others.some((one) => one.value === value || (label.en !== '' && one.label.en === label.en)))
      problems.add(path, 'twice');
    if (risk !== undefined && kind === 'multi') problems.add(`${path}.risk`, 'does_not_fit');
  });
}

function checkBounds({ kind, ends, range, alarm }: Field, here: string, problems: ProblemList): void {
  if (scales.includes(kind)) {
    ends?.forEach(({ en }, at) => needed(en, `${here}.ends.${String(at)}.en`, problems));
    if (ends === undefined) problems.add(`${here}.ends`, 'needed');
  } else if (ends !== undefined || alarm !== undefined) problems.add(`${here}.ends`, 'does_not_fit');
  if (range === undefined) return;
  if (!numbers.includes(kind)) problems.add(`${here}.range`, 'does_not_fit');
  else if (range[0] >= range[1]) problems.add(`${here}.range`, 'out_of_range');
}

/** What only the author reads never travels (LIB-03). */
function checkSharing({ sharing, privacy, fields }: ClinicTemplate, problems: ProblemList): void {
  if (sharing.kind === 'none') return;
  if (privacy === 'P0') problems.add('sharing', 'does_not_fit');
  sharing.fields?.forEach((key, at) => {
    if (!fields.some((field) => field.key === key)) problems.add(`sharing.fields.${String(at)}`, 'not_there');
  });
}

function checkRules({ completion, fields, cadence }: ClinicTemplate, problems: ProblemList): void {
  completion.forEach((rule, at) => {
    const here = `completion.${String(at)}`;
    if (rule.kind === 'rows' && !fields.some(({ key, kind }) => key === rule.key && kind === 'list'))
      problems.add(`${here}.key`, 'not_there');
    if (rule.kind === 'per_week' && (cadence.kind !== 'weekly' || rule.least > cadence.times))
      problems.add(here, 'does_not_fit');
  });
}
