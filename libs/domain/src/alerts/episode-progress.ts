import type { LocalDate } from '../shared/local-date.js';
import { ok, refuse, type Result } from '../shared/result.js';
import type { SupportTool } from './support-tools.js';

export const dispositions = ['resolved', 'expected', 'false_alarm'] as const;
export type Disposition = (typeof dispositions)[number];

/** What a therapist has done with an episode. `textRef` points to the plan's sealed words. */
export type EpisodeProgress =
  | Readonly<{ state: 'open' }>
  | Readonly<{ state: 'acknowledged'; by: string; on: LocalDate }>
  | Readonly<{ state: 'plan'; by: string; on: LocalDate; tool: SupportTool; textRef: string }>
  | Readonly<{ state: Disposition; by: string; on: LocalDate }>;

/** An act of a therapist, by id, on a local day. */
export type EpisodeAct = Readonly<{ by: string; on: LocalDate }> &
  Readonly<
    | { act: 'acknowledge' }
    | { act: 'plan'; tool: SupportTool; textRef: string }
    | { act: 'close'; as: Disposition }
  >;

/**
 * open, acknowledged, plan, then resolved, expected or false alarm, in this order (ALERT-17). A plan may be made
 * anew. An act out of turn is refused; a closed episode stays closed.
 */
export function moveEpisode(
  progress: EpisodeProgress,
  request: EpisodeAct,
): Result<EpisodeProgress, 'wrong_state'> {
  const { by, on } = request;
  if (request.act === 'acknowledge')
    return progress.state === 'open' ? ok({ state: 'acknowledged', by, on }) : refuse('wrong_state');
  if (request.act === 'plan') {
    const { tool, textRef } = request;
    const inTurn = progress.state === 'acknowledged' || progress.state === 'plan';
    return inTurn ? ok({ state: 'plan', by, on, tool, textRef }) : refuse('wrong_state');
  }
  return progress.state === 'plan' ? ok({ state: request.as, by, on }) : refuse('wrong_state');
}

/** Whether nobody has acknowledged by the end of the day it was due (ALERT-18). */
export function isOverdue(progress: EpisodeProgress, acknowledgeBy: LocalDate, today: LocalDate): boolean {
  return progress.state === 'open' && today > acknowledgeBy;
}
