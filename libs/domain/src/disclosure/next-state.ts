import { ok, refuse, type Result } from '../shared/result.js';
import type { DisclosureEffect } from './effects.js';
import { effectsOf } from './effects-of.js';
import type { Actor, DisclosureEvent, DisclosureRequest } from './events.js';
import type { Finding, GuardQuestion } from './guard.js';
import { guardEntries } from './guard-entries.js';
import type { GuardId } from './guard-ids.js';
import { guards, type TableGuardId } from './guards.js';
import type { Refusal, UnmetGuard } from './refusal.js';
import { resumeTarget } from './resume-target.js';
import type { DisclosureSnapshot } from './snapshot.js';
import type { DisclosureState } from './states.js';
import { recordOf, type TransitionRecord } from './transition-record.js';
import { transitionTable, type Target, type Transition } from './transition-table.js';

export type Move = Readonly<{
  row: number;
  state: DisclosureState;
  effects: readonly DisclosureEffect[];
  record: TransitionRecord;
}>;

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
  const state = targetOf(line.to, snapshot, now);
  const effects = effectsOf(line, state, snapshot);
  return ok({ row: line.row, state, effects, record: recordOf(line, state, question) });
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
  const route = routeTo(from, lines);
  const ordinary = lines.filter(({ forward }) => forward);
  const needed = (ordinary.length > 0 ? ordinary : lines).flatMap((line) => line.from).join(' ');
  const steps = route.map(({ event }) => event).join(' ');
  const state = unmetOf('state_reached', { evidence: { state: from, needed, steps } });
  const ids = route.flatMap((step) => step.guards);
  const gaps = gapsOf(question, [...new Set(ids)]);
  const seen = new Set<string>();
  const once = gaps.filter((gap) => !seen.has(gapKey(gap)) && seen.add(gapKey(gap)));
  return [state, ...once];
}

/** A readiness item or a person's risks may be asked for by two steps; each is one gap. */
const askedTwice: Readonly<Partial<Record<GuardId, string>>> = {
  review_items_met: 'item',
  readiness_met: 'item',
  contraindications_absent: 'risk',
  no_hard_risk: 'risk',
};

function gapKey({ guardId, item }: UnmetGuard): string {
  return `${askedTwice[guardId] ?? guardId} ${item}`;
}

/**
 * The ordinary steps from a state to the first one where a line begins, and then that line; empty when no such way
 * leads there. Ordinary steps are one chain from beginning to end, so there is one way at most.
 */
function routeTo(state: Target, lines: readonly Transition[]): readonly Transition[] {
  const begins = ({ from }: Transition): boolean => from.some((start) => start === state);
  const last = lines.find(begins);
  if (last) return [last];
  const step = transitionTable.find((line) => line.forward && begins(line));
  if (!step) return [];
  const rest = routeTo(step.to, lines);
  return rest.length > 0 ? [step, ...rest] : [];
}

function targetOf(to: Target, snapshot: DisclosureSnapshot, now: Date): DisclosureState {
  if (to === 'SAME') return snapshot.state;
  return to === 'RESUME_TO' ? resumeTarget(snapshot, now) : to;
}
