import type { CoupleView, UnmetGateView } from '@trellis/contracts';
import {
  type Criterion,
  type DisclosureState,
  type Language,
  contraindications,
  guardEntries,
  readinessItems,
} from '@trellis/domain';
import { type UnmetGate, compartmentOfSide } from '@trellis/ui';
import { type ActorWord, whoCanAct } from '../core/couple/people-who-act';

/** The words around a gate that come from the translation files. */
export interface RefusalWording {
  readonly language: Language;
  readonly actor: ActorWord;
  readonly day: (localDate: string) => string;
  readonly state: (state: DisclosureState) => string;
  /** `key` below `disclosure.evidence`. */
  readonly evidence: (key: string, params: Readonly<Record<string, unknown>>) => string;
  readonly list: (names: readonly string[]) => string;
}

/** Every gate of a refusal in words: what it asks, what meets it, who can act, and what is known so far. */
export function refusalWords(
  gates: readonly UnmetGateView[],
  couple: CoupleView | null,
  wording: RefusalWording,
): readonly UnmetGate[] {
  return gates.map((gate) => {
    const criterion = criterionOf(gate);
    const title = criterion?.title[wording.language] ?? gate.guardId;
    const evidence = evidenceWords(gate, wording);
    return {
      id: `${gate.guardId} ${gate.item ?? ''}`,
      of: compartmentOfSide[gate.side],
      asks: about(gate, title, couple, wording),
      metBy: criterion?.metBy[wording.language] ?? '',
      who: wording.list(whoCanAct(gate.actors, couple, wording.actor)),
      ...(evidence === '' ? {} : { evidence }),
    };
  });
}

/** Title and what meets it: of the readiness item where the guard asks about one, else of the guard itself. */
export function criterionOf(gate: Pick<UnmetGateView, 'guardId' | 'item'>): Criterion | null {
  const item = readinessItems.find(({ id }) => id === gate.item);
  const entries: Readonly<Record<string, Criterion | undefined>> = guardEntries;
  return item ?? entries[gate.guardId] ?? null;
}

function about(
  { item }: UnmetGateView,
  title: string,
  couple: CoupleView | null,
  { day, evidence }: RefusalWording,
): string {
  if (item === null) return title;
  if (/^\d{4}-\d{2}-\d{2}$/.test(item)) return `${title}: ${day(item)}`;
  if (item === 'JOINT') return `${title}: ${evidence('joint', {})}`;
  if (item === 'RP' || item === 'BP') {
    const name = couple?.people.find(({ side }) => side === item)?.name;
    return name === undefined ? title : `${title}: ${name}`;
  }
  return readinessItems.some(({ id }) => id === item) ? `${item} ${title}` : title;
}

/** What is known so far, as sentences. Facts without words of their own are left out, never shown raw. */
function evidenceWords({ evidence }: UnmetGateView, wording: RefusalWording): string {
  const fact = (key: string): string => (evidence[key] ?? '').toString();
  const has = (...keys: readonly string[]): boolean => keys.every((key) => fact(key) !== '');
  const states = (list: string): string =>
    wording.list(list.split(' ').map((state) => wording.state(state as DisclosureState)));
  return [
    has('state', 'needed')
      ? wording.evidence('state', { state: states(fact('state')), needed: states(fact('needed')) })
      : '',
    has('days', 'needed') ? wording.evidence('days', { days: fact('days'), needed: fact('needed') }) : '',
    has('rounds', 'needed')
      ? wording.evidence('rounds', { rounds: fact('rounds'), needed: fact('needed') })
      : '',
    has('approved', 'of') ? wording.evidence('approved', { approved: fact('approved'), of: fact('of') }) : '',
    has('ageDays') ? wording.evidence('ageDays', { days: fact('ageDays') }) : '',
    has('earliest') ? wording.evidence('earliest', { day: wording.day(fact('earliest')) }) : '',
    has('readyUntil') ? wording.evidence('readyUntil', { day: wording.day(fact('readyUntil')) }) : '',
    has('open', 'count')
      ? wording.evidence('open', { topics: topics(fact('open'), wording.language).join('; ') })
      : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function topics(ids: string, language: Language): readonly string[] {
  const asked = ids.split(' ');
  return contraindications.filter(({ id }) => asked.includes(id)).map(({ label }) => label[language]);
}
