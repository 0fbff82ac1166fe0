import type { DisclosureEffect } from './effects.js';
import type { DisclosureSnapshot } from './snapshot.js';
import { isOnReadiness, isTerminal, processStates, type DisclosureState } from './states.js';
import type { Transition } from './transition-table.js';

/**
 * The effects of one step as it is taken: those of its line, without the ones that have nothing to act on, and with
 * those that a return from a pause to an earlier place needs. Nobody is told of the end of a session that was never
 * dated, nor that what is over will not go ahead.
 */
export function effectsOf(
  line: Transition,
  to: DisclosureState,
  snapshot: DisclosureSnapshot,
): readonly DisclosureEffect[] {
  const kept = line.effects.filter((effect) => appliesTo(effect, line, snapshot));
  return line.event === 'resume' ? [...kept, ...fallBack(to, snapshot)] : kept;
}

function appliesTo(effect: DisclosureEffect, { event }: Transition, snapshot: DisclosureSnapshot): boolean {
  const { session } = snapshot;
  const dated = session?.startsAt != null && session.endedAt === null;
  // A disclosure that is to be repeated leaves its old session behind, ended as it is.
  if (effect.kind === 'cancel_session') return dated || event === 'partial_or_omission';
  if (effect.kind === 'clear_hold') return snapshot.hold !== null;
  if (effect.kind !== 'notify_neutrally') return true;
  if (effect.words === 'session_cancelled') return dated;
  return event !== 'stop' || !isOver(snapshot);
}

function isOver({ state, session }: DisclosureSnapshot): boolean {
  return isTerminal(state) || session?.endedAt != null;
}

function fallBack(to: DisclosureState, { hold, session }: DisclosureSnapshot): readonly DisclosureEffect[] {
  const from = hold?.resumeTo ?? to;
  const cancelled: readonly DisclosureEffect[] =
    session?.startsAt == null ? [] : [{ kind: 'cancel_session' }];
  if (to === 'PREPARING' && isPast(from, to))
    return [{ kind: 'clear_signatures' }, { kind: 'reopen_document' }, ...cancelled];
  if (to === 'READY' && from !== to) return cancelled;
  // Checks that were made before the pause say nothing about the time after it.
  return isOnReadiness(to) && from === 'DAY_OF_CHECK' ? [{ kind: 'open_day_form' }] : [];
}

function isPast(from: DisclosureState, to: DisclosureState): boolean {
  const order: readonly DisclosureState[] = processStates;
  return order.indexOf(from) > order.indexOf(to);
}
