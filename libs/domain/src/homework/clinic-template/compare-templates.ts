import type { ClinicTemplate } from './clinic-template.js';

/** One difference between two versions; '' stands for what is not there. */
export type TemplateChange = Readonly<{ path: string; before: string; after: string }>;

/**
 * What differs between two versions (LIB-07), in order of the later one. Questions and answers are told apart by their
 * keys, so that one that only moved is named once, in the order of its list.
 */
export function templateChanges(before: ClinicTemplate, after: ClinicTemplate): readonly TemplateChange[] {
  const [was, is] = [leavesOf(before, ''), leavesOf(after, '')];
  const paths = [...is.keys(), ...[...was.keys()].filter((path) => !is.has(path))];
  return paths
    .map((path) => ({ path, before: was.get(path) ?? '', after: is.get(path) ?? '' }))
    .filter((change) => change.before !== change.after);
}

function leavesOf(part: unknown, path: string): Map<string, string> {
  if (typeof part !== 'object' || part === null)
    return new Map(part === undefined ? [] : [[path, shown(part)]]);
  if (!Array.isArray(part)) {
    return new Map(Object.entries(part).flatMap(([key, value]) => [...leavesOf(value, joined(path, key))]));
  }
  const named = part.map((one, at) => nameOf(one, at));
  const order: [string, string][] = named.some(({ keyed }) => keyed)
    ? [[joined(path, 'order'), named.map(({ name }) => name).join(', ')]]
    : [];
  return new Map([
    ...order,
    ...part.flatMap((one, at) => [...leavesOf(one, joined(path, named[at]?.name ?? ''))]),
  ]);
}

function nameOf(one: unknown, at: number): Readonly<{ name: string; keyed: boolean }> {
  const { key, value } = (typeof one === 'object' && one !== null ? one : {}) as Readonly<
    Record<string, unknown>
  >;
  const name = [key, value].find((text) => typeof text === 'string');
  return typeof name === 'string' ? { name, keyed: true } : { name: String(at + 1), keyed: false };
}

const joined = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);
const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
