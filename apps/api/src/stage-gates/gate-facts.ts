import {
  aroundValues,
  asLocalDate,
  fraction,
  localDateOf,
  scoreOfSum,
  slipToldInTime,
  type Fraction,
  type LocalDate,
  type OfEach,
  type SharedFacts,
  type Track,
} from '@trellis/domain';
import type { FactOnRecord, FactsOnRecord } from './gate-facts.repository.js';

/** The couple's calendar at the moment of judging. */
export interface GateCalendar {
  readonly today: LocalDate;
  readonly timeZone: string;
  readonly now: Date;
}

export type Side = FactOnRecord['side'];

/** Facts of a kind on one side, newest first. */
export function recorded({ facts }: FactsOnRecord, kind: string, side: Side): readonly FactOnRecord[] {
  return facts.filter((one) => one.kind === kind && one.side === side);
}

/** Whether the newest fact of the kind has the outcome; undefined where nobody stated anything. */
export function latestIs(
  found: FactsOnRecord,
  kind: string,
  side: Side,
  ...outcomes: readonly string[]
): boolean | undefined {
  const [newest] = recorded(found, kind, side);
  return newest === undefined ? undefined : outcomes.includes(newest.outcome);
}

/** What is known of each person; a side of which nothing is known is left out (GATE-03). */
export function ofEach<T>(of: (side: Track) => T | undefined): OfEach<T> {
  const [rp, bp] = [of('RP'), of('BP')];
  return { ...(rp === undefined ? {} : { RP: rp }), ...(bp === undefined ? {} : { BP: bp }) };
}

/** The parts that are known; `exactOptionalPropertyTypes` keeps what is unknown out of the object. */
export function known<T extends object>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

export function ratingOf(rating: { sum: number; answered: number } | null): Fraction | undefined {
  return rating === null ? undefined : (scoreOfSum(rating.sum, rating.answered) ?? undefined);
}

/** 0 to 100; null with fewer than five of the six answers. `sum` has item 4 reversed already. */
export function indexScore({ sum, answered }: { sum: number; answered: number }): Fraction | null {
  return answered < 5 ? null : fraction(100 * sum, answered * 4);
}

/** What both gates ask: safety of each person, slips, and what has not been told. */
export function sharedFacts(found: FactsOnRecord, calendar: GateCalendar): SharedFacts {
  return known({
    safety: ofEach((side) => safetyOf(found, side)),
    lastSlip: lastSlip(found, calendar),
    undisclosedMaterial: undisclosed(found),
  });
}

type Safety = Exclude<NonNullable<SharedFacts['safety']>[Track], undefined>;

/** A clinician's statements here and findings of readiness count alike; of one day the one with a concern counts. */
function safetyOf(found: FactsOnRecord, side: Track): Safety | undefined {
  const said = [
    ...recorded(found, 'safety_statement', side).map(({ on, outcome }) => ({
      on,
      concern: outcome === 'concern',
    })),
    ...found.findings
      .filter((one) => one.side === side && one.topic === 'violence_or_fear')
      .map(({ on, outcome }) => ({ on, concern: outcome === 'present' })),
  ].sort((one, other) => other.on.localeCompare(one.on) || Number(other.concern) - Number(one.concern));
  const [newest] = said;
  if (newest === undefined) return undefined;
  const clear = said.find(({ concern }) => !concern);
  const [screen] = recorded(found, 'violence_screen', side);
  return {
    concernOpen: newest.concern,
    statedOn: clear === undefined ? null : asLocalDate(clear.on),
    screen: screen?.outcome === 'positive' ? 'positive' : screen === undefined ? 'not_done' : 'negative',
  };
}

const slipTerms = aroundValues();

/** None on record is none only where somebody asked. */
function lastSlip(found: FactsOnRecord, { timeZone }: GateCalendar): SharedFacts['lastSlip'] {
  const { slip, asked } = found;
  if (slip === null) return asked ? null : undefined;
  const at = new Date(slip.at);
  const telling = {
    at,
    toldTherapistAt: slip.therapistToldAt === null ? null : new Date(slip.therapistToldAt),
    partner: slip.partner,
    partnerAt: slip.partnerAt === null ? null : new Date(slip.partnerAt),
  };
  return { on: localDateOf(at, timeZone), toldInTime: slipToldInTime(telling, slip.agreed, slipTerms) };
}

function undisclosed(found: FactsOnRecord): boolean | undefined {
  if (found.untold) return true;
  return latestIs(found, 'material', 'RP', 'something_untold') ?? (found.asked ? false : undefined);
}
