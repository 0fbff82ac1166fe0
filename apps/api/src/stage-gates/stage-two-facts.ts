import {
  addDays,
  asLocalDate,
  fraction,
  hasReached,
  latenessOf,
  localDateOf,
  type DisclosureRoute,
  type RiskScreen,
  type StageTwoFacts,
  type Track,
} from '@trellis/domain';
import type { FactsOnRecord } from './gate-facts.repository.js';
import { known, latestIs, ofEach, ratingOf, recorded, sharedFacts, type GateCalendar } from './gate-facts.js';

/** Days of check-ins that the criterion counts, today not among them: it is not over. */
const checkInDays = 28;

/** Gate 1 to 2, from what is on record. */
export function stageTwoFacts(found: FactsOnRecord, calendar: GateCalendar): StageTwoFacts {
  const [accountability] = recorded(found, 'accountability', 'RP');
  const [drops] = recorded(found, 'grounding_drops', 'BP');
  return {
    ...sharedFacts(found, calendar),
    ...known({
      risk: ofEach((side) => riskOf(found, side)),
      disclosure: routeOf(found, calendar),
      accountabilitySince: since(accountability),
      timeOutTests: recorded(found, 'time_out_test', 'JOINT').length,
      partnerOwnSupport: latestIs(found, 'own_support', 'BP', 'in_place'),
      checkIns: checkIns(found, calendar),
      groundingDrops: drops?.amounts,
      partnerTransparency: ratingOf(found.transparency),
      sleepNights: ofEach((side) => recorded(found, 'sleep_nights', side)[0]?.amounts[0]),
      agreesOnPurpose: ofEach((side) => latestIs(found, 'purpose', side, 'named')),
    }),
  };
}

function since(fact: ReturnType<typeof recorded>[number] | undefined): StageTwoFacts['accountabilitySince'] {
  if (fact === undefined) return undefined;
  return fact.outcome === 'in_use' ? asLocalDate(fact.on) : null;
}

/** The newest look at risk, here or in readiness; an acute finding of readiness stands until one says it is over. */
function riskOf(found: FactsOnRecord, side: Track): RiskScreen | undefined {
  const topics = ['acute_risk_to_self', 'acute_risk_to_other'];
  const theirs = found.findings.filter((one) => one.side === side);
  const screens = [
    ...recorded(found, 'risk_screen', side).map(({ on, outcome }) => ({ on, acute: outcome === 'acute' })),
    ...theirs.filter(({ kind }) => kind === 'risk_screen').map(({ on }) => ({ on, acute: false })),
  ].sort((one, other) => other.on.localeCompare(one.on) || Number(other.acute) - Number(one.acute));
  const standing = topics.some(
    (topic) => theirs.filter((one) => one.topic === topic).at(-1)?.outcome === 'present',
  );
  const [newest] = screens;
  return newest === undefined ? undefined : { on: asLocalDate(newest.on), acute: newest.acute || standing };
}

function routeOf(found: FactsOnRecord, { timeZone }: GateCalendar): DisclosureRoute {
  const { disclosure: state, sessionEndedAt } = found;
  const at =
    state === 'DECLINED'
      ? 'declined'
      : state === 'WAIVED'
        ? 'waived'
        : hasReached(state, ['AFTERCARE'])
          ? 'aftercare_or_later'
          : 'before_aftercare';
  return {
    at,
    sessionEndedOn: sessionEndedAt === null ? null : localDateOf(new Date(sessionEndedAt), timeZone),
    clinicalNote: recorded(found, 'route_note', 'JOINT').length > 0,
  };
}

/** Check-ins due in the last 28 days before today; one that came late counts a half (HW-04). */
function checkIns({ checkIns: all }: FactsOnRecord, calendar: GateCalendar): StageTwoFacts['checkIns'] {
  const from = addDays(calendar.today, -checkInDays);
  const due = all.filter(({ on, skipped }) => on >= from && on < calendar.today && !skipped);
  const halves = due.map(({ submittedAt, dueAt }) => {
    const handedIn = submittedAt === null ? null : new Date(submittedAt);
    return { on_time: 2, late: 1, pending: 0, missed: 0 }[
      latenessOf(handedIn, new Date(dueAt), calendar.now)
    ];
  });
  return {
    done: fraction(
      halves.reduce((sum, half) => sum + half, 0),
      2,
    ),
    expected: due.length,
  };
}
