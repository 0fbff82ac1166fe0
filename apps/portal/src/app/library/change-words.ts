import {
  templateChanges,
  type ClinicTemplate,
  type Field,
  type Language,
  type LocalizedText,
} from '@trellis/domain';

/** Says a key below `library`. */
type Say = (key: string, params?: Readonly<Record<string, unknown>>) => string;

/** One difference as a person reads it; '' stands for what is not there. */
export interface ChangeLine {
  readonly place: string;
  readonly before: string;
  readonly after: string;
}

/**
 * What differs between two versions, in words: sentences as they were and are, everything else as the library says it.
 * A question that is new or gone is one line; a question that changed is one line for each of its parts.
 */
export function changeLines(
  before: ClinicTemplate,
  after: ClinicTemplate,
  { say, language }: Readonly<{ say: Say; language: Language }>,
): readonly ChangeLine[] {
  const inBoth = (key: string): boolean => ![before, after].some((one) => fieldOf(one, key) === undefined);
  const heads = templateChanges(before, after).map(({ path }) => headOf(path, inBoth));
  return [...new Set(heads)].flatMap((head) => {
    const [part, key, ...rest] = head.split('.');
    if (part !== 'fields' || key === undefined)
      return [{ place: say(`build.place.${part ?? ''}`), ...sides(head, before, after, { say, language }) }];
    if (key === 'order' && rest.length === 0) {
      const moved = orderOf(before, after) !== orderOf(after, before);
      return moved ? [{ place: say('changes.order'), ...orders(before, after, language) }] : [];
    }
    return [questionLine({ key, part: rest[0] ?? '' }, before, after, { say, language })];
  });
}

type Words = Readonly<{ say: Say; language: Language }>;

/** 'fields.q1.label.en' is one line with its Spanish; of a question that has options, all of them are one line. */
function headOf(path: string, inBoth: (key: string) => boolean): string {
  const [part = '', key, inner] = path.split('.');
  if (part !== 'fields' || key === undefined) return part;
  return inner === undefined || !inBoth(key) ? `fields.${key}` : `fields.${key}.${inner}`;
}

function questionLine(
  { key, part }: Readonly<{ key: string; part: string }>,
  before: ClinicTemplate,
  after: ClinicTemplate,
  words: Words,
): ChangeLine {
  const [was, is] = [fieldOf(before, key), fieldOf(after, key)];
  const name = nameOf(is ?? was, words.language);
  if (was === undefined || is === undefined) {
    const what = was === undefined ? 'newQuestion' : 'goneQuestion';
    return { place: words.say(`changes.${what}`), before: was ? name : '', after: is ? name : '' };
  }
  return {
    place: `${words.say('changes.question', { name })}, ${words.say(`build.place.${part}`)}`,
    before: partOf(was, part, before, words),
    after: partOf(is, part, after, words),
  };
}

const fieldOf = ({ fields }: ClinicTemplate, key: string): Field | undefined =>
  fields.find((field) => field.key === key);
const nameOf = (field: Field | undefined, language: Language): string =>
  field === undefined ? '' : field.label[language] || field.label.en;

function partOf(field: Field, part: string, template: ClinicTemplate, { say, language }: Words): string {
  const value = field[part as keyof Field];
  if (value === undefined) return '';
  switch (part) {
    case 'label':
    case 'hint':
      return both(value as LocalizedText);
    case 'kind':
      return say(`build.kinds.${field.kind}`);
    case 'required':
      return say(field.required ? 'required' : 'optional');
    case 'privacy':
      return say(`build.privacy.${field.privacy ?? 'same'}`);
    case 'askedWhen':
      return conditionOf(field, template, { say, language });
    case 'options':
      return (field.options ?? [])
        .map(({ label, risk }) => both(label) + (risk === undefined ? '' : ` (${say(`build.risk.${risk}`)})`))
        .join('; ');
    case 'ends':
      return (field.ends ?? []).map(both).join(' – ');
    case 'range':
      return (field.range ?? []).join(' – ');
    case 'rows':
      return (field.rows ?? []).map((row) => nameOf(row, language)).join('; ');
    case 'alarm':
      return Object.entries(field.alarm ?? {})
        .map(([direction, point]) => `${say(`build.alarm.${direction}`)}: ${point.toString()}`)
        .join('');
    default:
      return typeof value === 'number' ? value.toString() : '';
  }
}

function conditionOf({ askedWhen }: Field, template: ClinicTemplate, { say, language }: Words): string {
  if (askedWhen === undefined) return '';
  const source = fieldOf(template, askedWhen.key);
  const answers = askedWhen.is.map((value) => {
    if (typeof value === 'boolean') return say(`build.is.${value.toString()}`);
    const label = source?.options?.find((option) => option.value === value)?.label;
    return label === undefined ? value : label[language] || label.en;
  });
  return say('changes.askedAfter', { name: nameOf(source, language), answers: answers.join(', ') });
}

function sides(
  part: string,
  before: ClinicTemplate,
  after: ClinicTemplate,
  words: Words,
): Omit<ChangeLine, 'place'> {
  return { before: wholeOf(before, part, words), after: wholeOf(after, part, words) };
}

function wholeOf(template: ClinicTemplate, part: string, { say, language }: Words): string {
  const { title, purpose, notes, avoid, cadence, completion, stages, feeds, sharing } = template;
  switch (part) {
    case 'title':
      return both(title);
    case 'purpose':
      return both(purpose);
    case 'notes':
      return notes.map(both).join('; ');
    case 'avoid':
      return avoid.map(both).join('; ');
    case 'cadence':
      return say(`rhythm.${cadence.kind}`, { ...cadence });
    case 'completion':
      return completion.map((rule) => say(`done.${rule.kind}`, { ...rule })).join(' ');
    case 'privacy':
      return say(`privacy.${template.privacy}`);
    case 'sharing': {
      const only = sharing.kind === 'partner' ? (sharing.fields ?? []) : [];
      return [
        say(`sharing.${sharing.kind}`),
        ...only.map((key) => nameOf(fieldOf(template, key), language)),
      ].join(' ');
    }
    case 'stages':
      return stages.map((stage) => say(`stages.${stage.toString()}`)).join(', ');
    case 'feeds':
      return feeds.map((code) => say(`predictors.${code}`)).join(', ');
    default:
      return template.minutes.toString();
  }
}

const both = ({ en, es }: LocalizedText): string => (es === '' || es === en ? en : `${en} / ${es}`);

/** The keys that both have, in the order of the first. */
function orderOf(one: ClinicTemplate, other: ClinicTemplate): string {
  return one.fields.flatMap(({ key }) => (fieldOf(other, key) === undefined ? [] : [key])).join(' ');
}

function orders(
  before: ClinicTemplate,
  after: ClinicTemplate,
  language: Language,
): Omit<ChangeLine, 'place'> {
  const names = ({ fields }: ClinicTemplate): string =>
    fields.map((field, at) => `${(at + 1).toString()}. ${nameOf(field, language)}`).join('; ');
  return { before: names(before), after: names(after) };
}
