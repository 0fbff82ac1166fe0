import { ok, refuse, type Result } from '../../shared/result.js';
import type { Stage } from '../../stages/stage.js';
import type { PredictorCode } from '../template.js';
import {
  clinicPrivacies,
  clinicRuleKinds,
  clinicTemplateLimits as limits,
  type ClinicCadence,
  type ClinicRule,
  type ClinicSharing,
  type ClinicTemplate,
} from './clinic-template.js';
import { readFields } from './read-fields.js';
import { ProblemList, type TemplateProblem } from './template-problem.js';
import {
  ifThere,
  listUpTo,
  objectOf,
  oneOf,
  saidUpTo,
  setUpTo,
  textUpTo,
  valueAt,
  wholeBetween,
  type Place,
  type Reader,
} from './value-readers.js';

const stages: readonly Stage[] = [1, 2, 3];
const predictors: readonly PredictorCode[] = ['CT', 'PI', 'ED', 'CG', 'TS'];
const parts = [
  ...[
    'title',
    'purpose',
    'fields',
    'cadence',
    'minutes',
    'privacy',
    'sharing',
    'stages',
    'feeds',
    'completion',
  ],
  ...['avoid', 'notes'],
];

/**
 * Reads what somebody sent as an exercise of the clinic (LIB-02): every part in its form and within its limits, and
 * nothing else. Sentences may still be empty; what is lacking for people is asked by `publishProblems`. Lists every
 * problem, at most fifty.
 */
export function readClinicTemplate(value: unknown): Result<ClinicTemplate, readonly TemplateProblem[]> {
  const place: Place = { path: '', problems: new ProblemList() };
  const from = objectOf(value, parts, place);
  if (from === null) return refuse(place.problems.all);
  const sentences = listUpTo(limits.sentences, saidUpTo(limits.passage));
  const template: ClinicTemplate = {
    title: valueAt(from, 'title', saidUpTo(limits.title), place),
    purpose: valueAt(from, 'purpose', saidUpTo(limits.passage), place),
    fields: valueAt(from, 'fields', readFields, place),
    cadence: valueAt(from, 'cadence', readCadence, place),
    minutes: valueAt(from, 'minutes', wholeBetween(1, limits.minutes), place),
    privacy: valueAt(from, 'privacy', oneOf(clinicPrivacies), place),
    sharing: valueAt(from, 'sharing', readSharing, place),
    stages: [...valueAt(from, 'stages', setUpTo(3, oneOf(stages)), place)].sort((a, b) => a - b),
    feeds: valueAt(from, 'feeds', setUpTo(5, oneOf(predictors)), place),
    completion: valueAt(from, 'completion', listUpTo(4, readRule), place),
    avoid: valueAt(from, 'avoid', sentences, place),
    notes: valueAt(from, 'notes', sentences, place),
  };
  return place.problems.all.length > 0 ? refuse(place.problems.all) : ok(template);
}

/** The numbers of each rhythm, with their bounds. Hours of a day, times in a week, weeks, months, times in all. */
export const clinicRhythms: Readonly<
  Record<ClinicCadence['kind'], Readonly<Record<string, readonly [number, number]>>>
> = {
  daily: { windowHours: [1, 24] },
  weekly: { times: [1, 7] },
  every_weeks: { weeks: [2, 12] },
  monthly: { months: [1, 6] },
  once: {},
  sittings: { least: [1, 20], most: [1, 20] },
  on_event: {},
  times: { times: [2, 20] },
};

const readCadence: Reader<ClinicCadence> = (value, place) => {
  const names = [...new Set(Object.values(clinicRhythms).flatMap(Object.keys))];
  const from = objectOf(value, ['kind', ...names], place) ?? {};
  const kind = valueAt(from, 'kind', oneOf(Object.keys(clinicRhythms) as ClinicCadence['kind'][]), place);
  const bounds = clinicRhythms[kind];
  for (const name of names)
    if (from[name] !== undefined && bounds[name] === undefined)
      place.problems.add(`${place.path}.${name}`, 'unknown_key');
  const numbers = Object.entries(bounds).map(([name, [low, high]]): [string, number] => [
    name,
    valueAt(from, name, wholeBetween(low, high), place),
  ]);
  const read = { kind, ...Object.fromEntries(numbers) } as ClinicCadence;
  if (read.kind === 'sittings' && read.least > read.most)
    place.problems.add(`${place.path}.most`, 'out_of_range');
  return read;
};

const readSharing: Reader<ClinicSharing> = (value, place) => {
  const from = objectOf(value, ['kind', 'fields'], place) ?? {};
  const kind = valueAt(from, 'kind', oneOf(['none', 'partner'] as const), place);
  if (kind === 'none') return { kind };
  return { kind, ...ifThere(from, 'fields', setUpTo(limits.fields, textUpTo(80)), place) };
};

const readRule: Reader<ClinicRule> = (value, place) => {
  const from = objectOf(value, ['kind', 'key', 'least'], place) ?? {};
  const kind = valueAt(from, 'kind', oneOf(clinicRuleKinds), place);
  if (kind === 'answers') return { kind };
  const least = valueAt(from, 'least', wholeBetween(1, 20), place);
  return kind === 'rows' ? { kind, key: valueAt(from, 'key', textUpTo(40), place), least } : { kind, least };
};
