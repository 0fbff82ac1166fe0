import type { ActorRole, DisclosureEvent, DisclosureState, Transition } from '@trellis/domain';
import type { TestClient } from '../test-client.js';
import { days, goodFacts, hours, type DisclosureStage, type Placed } from '../arrange-disclosure.js';

const signed = ['RP', 'BP', 'JOINT'] as const;
const onReadiness: Placed = { signed, readyUntil: days(10) };
const after: Placed = { endedAt: days(-40) };

/** What belongs to a state in which a step may be taken. */
export function placedFor(state: DisclosureState): Placed {
  if (state === 'READY' || state === 'VERIFYING') return onReadiness;
  if (state === 'SCHEDULED' || state === 'DAY_OF_CHECK') return { ...onReadiness, sessionAt: hours(2) };
  if (state === 'IN_SESSION' || state === 'SESSION_PAUSED') return { ...onReadiness, sessionAt: hours(-1) };
  if (state === 'ON_HOLD') return { hold: { reason: 'other', side: 'JOINT' } };
  if (state === 'SCREENING') return { coSigned: true };
  return after;
}

/** As placedFor, with what this very step and this very actor need. */
export function placedForStep({ event }: Transition, state: DisclosureState, role: ActorRole): Placed {
  const placed = placedFor(state);
  if (event === 'schedule' && role === 'ADMIN') return { ...placed, ordered: days(3) };
  if (event === 'resume') return { ...placed, resumeSignedByLead: true };
  if (event !== 'readiness_huddle_signed') return placed;
  const last = role === 'T_RP' ? 'RP' : role === 'T_BP' ? 'BP' : 'JOINT';
  return { signed: signed.filter((side) => side !== last) };
}

/** Facts of the areas around with which the step may be taken. */
export function factsForStep(event: DisclosureEvent): ReturnType<typeof goodFacts> {
  return goodFacts(event === 'impact_opt_out' ? { letters: { impactOptedOut: true } } : {});
}

export interface Asked {
  /** 'ok' when the request was answered, whatever came of it; else the code of the refusal. */
  readonly answer: string;
}

export interface StepBody {
  readonly event: DisclosureEvent;
  readonly holdReason?: string | null;
  readonly reason?: string | null;
  readonly startsAt?: Date;
}

const ofAreas: readonly DisclosureEvent[] = ['submit_draft', 'request_changes', 'approve_section'];
const deciding: readonly DisclosureState[] = ['CONSIDERING', 'SCREENING', 'PREPARING'];

/** Asks for a step in the way its actor would: over HTTP wherever the process itself has the route. */
export class StepAsker {
  constructor(
    private readonly stage: DisclosureStage,
    private readonly admin: TestClient,
  ) {}

  async ask(role: ActorRole, body: StepBody, state: DisclosureState): Promise<string> {
    if (role === 'SYSTEM') return this.asService('system', body);
    if (role === 'RP' || role === 'BP') return this.asPerson(role, body, state);
    return ofAreas.includes(body.event) && role !== 'ADMIN'
      ? this.asService('staff', body, this.idOf(role))
      : this.asStaff(role, body);
  }

  private async asStaff(role: ActorRole, body: StepBody): Promise<string> {
    const { event, startsAt = days(3), holdReason = 'other', reason = 'We talked about it.' } = body;
    const path = `disclosure/${this.stage.ours.coupleId}`;
    const version = role === 'ADMIN' ? 1 : this.stage.version;
    const call = async (to: string, sent: object): Promise<string> => {
      const answer = await this.clientOf(role).call('post', to, { body: sent, version });
      return answer.status < 300 ? 'ok' : String(answer.body.code);
    };
    if (event === 'open_ftd') return call(path, {});
    if (event === 'schedule') return call(`${path}/schedule`, { startsAt: startsAt.toISOString() });
    if (event === 'readiness_huddle_signed') return call(`${path}/signatures`, { purpose: 'readiness' });
    if (event === 'resume') return call(`${path}/signatures`, { purpose: 'resume' });
    return call(`${path}/steps`, {
      event,
      ...(holdReason === null ? {} : { holdReason }),
      ...(reason === null ? {} : { reason, waiverReason: 'not_indicated' }),
    });
  }

  private async asPerson(side: 'RP' | 'BP', body: StepBody, state: DisclosureState): Promise<string> {
    const client = side === 'RP' ? this.stage.ours.rowan : this.stage.ours.iris;
    const path = ownPath(body.event, state);
    if (path === null) return this.asService('person', body, this.idOf(side));
    const answer = await client.call('post', `disclosure/${path}`);
    return answer.status < 300 ? 'ok' : String(answer.body.code);
  }

  private async asService(as: 'staff' | 'person' | 'system', body: StepBody, id = ''): Promise<string> {
    const { event } = body;
    const draftVersion = event === 'submit_draft' ? 4 : 3;
    const holdReason = body.holdReason === null ? {} : { holdReason: 'safety' as const };
    return this.stage.ask(as, id, { event, draftVersion, ...holdReason, sessionAt: days(3) });
  }

  private clientOf(role: ActorRole): TestClient {
    const { mina, jo, dana } = this.stage.ours;
    if (role === 'ADMIN') return this.admin;
    return role === 'T_BP' ? jo : role === 'T_C' ? dana : mina;
  }

  private idOf(role: ActorRole): string {
    const { minaId, joId, danaId, rowanId, irisId } = this.stage.ours;
    const ids: Partial<Record<ActorRole, string>> = { T_BP: joId, T_C: danaId, RP: rowanId, BP: irisId };
    return ids[role] ?? minaId;
  }
}

/** The person's own route of a step; null where the process has none, or where the route would take another step. */
function ownPath(event: DisclosureEvent, state: DisclosureState): string | null {
  if (event === 'decline') return deciding.includes(state) ? 'decline' : null;
  if (event === 'stop') return deciding.includes(state) ? null : 'stop';
  return event === 'pause' ? 'pause' : event === 'no_go_postpone' ? 'no-go' : null;
}
