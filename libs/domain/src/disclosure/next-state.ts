import { daysBetween } from '../shared/local-date.js';
import { ok, refuse, type Result } from '../shared/result.js';
import { localDateOf } from '../shared/zoned-time.js';
import type { DisclosureEffect } from './effects.js';
import type { Actor, DisclosureEvent, DisclosureRequest } from './events.js';
import type { Finding, GuardQuestion } from './guard.js';
import { guardEntries } from './guard-entries.js';
import type { GuardId } from './guard-ids.js';
import { guards, type TableGuardId } from './guards.js';
import type { Refusal, UnmetGuard } from './refusal.js';
import { fixedTerms } from './settings.js';
import type { DisclosureSnapshot } from './snapshot.js';
import { processStates, type DisclosureState } from './states.js';
import { transitionTable, type Target, type Transition } from './transition-table.js';

export type Move = Readonly<{ row: number; state: DisclosureState; effects: readonly DisclosureEffect[] }>;

/**
 * Decides one step of the process (FTD-05). Reads facts only; the caller saves the state and carries out the
 * effects in one transaction. A refusal lists every gap at once; asked too early, also the gaps of each step on
 * the way, so that a therapist sees all that is still to come.
 */
export function nextState(
  snapshot: DisclosureSnapshot,
  request: DisclosureRequest,
  actor: Actor,
  now: Date,
): Result<Move, Refusal> {
  const question = { snapshot, request, actor, now };
  const lines = transitionTable.filter(({ event }) => event === request.event);
  const about = { event: request.event, from: snapshot.state };
  const mine = lines.filter(({ who }) => who.some((role) => actor.roles.includes(role)));
  if (mine.length === 0) {
    const actors = lines.flatMap(({ who }) => who);
    return refuse({ ...about, code: 'not_yours', unmet: [unmetOf('may_act', { actors })] });
  }
  const line = mine.find(({ from }) => from.includes(snapshot.state));
  if (!line) return refuse({ ...about, code: 'wrong_state', unmet: gapsOnTheWay(question, mine) });
  const unmet = gapsOf(question, line.guards);
  if (unmet.length > 0) return refuse({ ...about, code: 'unmet_guards', unmet });
  return ok({ row: line.row, state: targetOf(line.to, snapshot, now), effects: line.effects });
}

/** The events that some actor of these roles may ask for in the state, met or not. */
export function eventsFor(state: DisclosureState, roles: Actor['roles']): readonly DisclosureEvent[] {
  const lines = transitionTable.filter(
    (t) => t.from.includes(state) && t.who.some((role) => roles.includes(role)),
  );
  return [...new Set(lines.map(({ event }) => event))];
}

function gapsOf(question: GuardQuestion, ids: readonly TableGuardId[]): UnmetGuard[] {
  return ids.flatMap((id) => guards[id](question).map((finding) => unmetOf(id, finding)));
}

function unmetOf(guardId: GuardId, finding: Finding): UnmetGuard {
  const entry = guardEntries[guardId];
  return {
    guardId,
    item: finding.item ?? null,
    rule: entry.rule,
    metBy: `disclosure.guard.${guardId}.metBy`,
    actors: finding.actors ?? entry.actors,
    side: finding.side ?? entry.side,
    evidence: finding.evidence ?? {},
  };
}

function gapsOnTheWay(question: GuardQuestion, lines: readonly Transition[]): UnmetGuard[] {
  const from = question.snapshot.state;
  const routes = lines.flatMap((line) => line.from.flatMap((goal) => routeTo(from, goal, line) ?? []));
  const [route] = routes.sort((a, b) => a.length - b.length);
  const needed = lines.flatMap((line) => line.from).join(' ');
  const steps = (route ?? []).map(({ event }) => event).join(' ');
  const state = unmetOf('state_reached', { evidence: { state: from, needed, steps } });
  const ids = (route ?? []).flatMap((step) => step.guards);
  const gaps = gapsOf(question, [...new Set(ids)]);
  const seen = new Set<string>();
  // A readiness item may be asked for by two steps; it is one gap.
  const once = gaps.filter(({ item, guardId }) => {
    const key =
      guardId === 'review_items_met' || guardId === 'readiness_met' ? `item ${item}` : `${guardId} ${item}`;
    return !seen.has(key) && seen.add(key);
  });
  return [state, ...once];
}

/** The ordinary steps from one state to another and then the asked one; null when no such way leads there. */
function routeTo(from: DisclosureState, goal: DisclosureState, last: Transition): [Transition[]] | null {
  const ways = new Map<DisclosureState, Transition[]>([[from, []]]);
  for (const [state, way] of ways) {
    if (state === goal) return [[...way, last]];
    for (const step of transitionTable) {
      if (!step.forward || !step.from.includes(state) || step.to === 'SAME' || step.to === 'RESUME_TO')
        continue;
      if (!ways.has(step.to)) ways.set(step.to, [...way, step]);
    }
  }
  return null;
}

function targetOf(to: Target, snapshot: DisclosureSnapshot, now: Date): DisclosureState {
  if (to === 'SAME') return snapshot.state;
  return to === 'RESUME_TO' ? resumeTarget(snapshot, now) : to;
}

const restsOnReadiness: readonly DisclosureState[] = ['READY', 'VERIFYING', 'SCHEDULED'];
const dayOfSession: readonly DisclosureState[] = ['DAY_OF_CHECK', 'IN_SESSION', 'SESSION_PAUSED'];

/**
 * Where work goes on after a pause (FTD-08): never later than PREPARING after safety or more than 30 days; not
 * into a session day that has passed; and not onto a readiness that ended or that a slip has undone meanwhile.
 */
export function resumeTarget(snapshot: DisclosureSnapshot, now: Date): DisclosureState {
  const { hold, zone, readyUntil, lastSlipAt, settings } = snapshot;
  if (!hold) return 'PREPARING';
  const held = daysBetween(localDateOf(hold.since, zone), localDateOf(now, zone));
  const capped = hold.reason === 'safety' || held > fixedTerms.holdCapDays;
  if (capped) return earlier(hold.resumeTo, 'PREPARING');
  if (dayOfSession.includes(hold.resumeTo)) return 'PREPARING';
  if (!restsOnReadiness.includes(hold.resumeTo)) return hold.resumeTo;
  const slipDays = lastSlipAt ? daysBetween(localDateOf(lastSlipAt, zone), localDateOf(now, zone)) : null;
  const undone = lastSlipAt === undefined || (slipDays !== null && slipDays < settings.minDaysSinceLastSlip);
  return undone || !readyUntil || readyUntil < now ? 'PREPARING' : hold.resumeTo;
}

function earlier(a: DisclosureState, b: DisclosureState): DisclosureState {
  const order: readonly DisclosureState[] = processStates;
  return order.indexOf(a) < order.indexOf(b) ? a : b;
}
