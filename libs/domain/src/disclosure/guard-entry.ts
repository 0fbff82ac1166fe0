import type { Compartment } from '../access/roles.js';
import { say } from '../shared/localized.js';
import type { ActorRole, Criterion } from './events.js';

/** What is said about a guard when it finds a gap: rule, who can act, on which side, and the words. */
export type GuardEntry = Criterion &
  Readonly<{ rule: string; actors: readonly ActorRole[]; side: Compartment }>;

type Words = readonly [en: string, es: string];

/** One line of the tables of guards; row 0 stands for what every step asks. */
export function entry(
  row: number,
  side: Compartment,
  actors: readonly ActorRole[],
  title: Words,
  metBy: Words,
): GuardEntry {
  return { rule: `FTD-05.${row}`, side, actors, title: say(...title), metBy: say(...metBy) };
}
