import { TIERS, type Tier } from './outcome.ts';

/** What `--tier=` accepts, and the tiers that each name runs. */
const NAMED: Readonly<Record<string, readonly Tier[]>> = {
  lint: ['lint', 'types'],
  unit: ['unit'],
  api: ['build', 'integration', 'api'],
  browser: ['build', 'browser'],
};

/**
 * Reads the command line.
 * @param args `--tier=a,b` any number of times, or nothing for everything
 * @returns the tiers to run, or a sentence that says what was not understood
 */
export function chosenTiers(args: readonly string[]): readonly Tier[] | string {
  const names: string[] = [];
  for (const arg of args) {
    if (!arg.startsWith('--tier='))
      return `"${arg}" is not known. Use --tier=${Object.keys(NAMED).join('|')}.`;
    names.push(...arg.slice('--tier='.length).split(','));
  }
  if (names.length === 0) return TIERS;
  const unknown = names.find((name) => !Object.hasOwn(NAMED, name));
  if (unknown !== undefined)
    return `There is no tier "${unknown}". Use --tier=${Object.keys(NAMED).join('|')}.`;
  return TIERS.filter((tier) => names.some((name) => NAMED[name]?.includes(tier)));
}
