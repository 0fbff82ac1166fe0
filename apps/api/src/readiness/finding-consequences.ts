import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  effectsOfAssessments,
  isTerminal,
  type DisclosureRequest,
  type DisclosureState,
  type FindingAsk,
} from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { DisclosureSteps, type DisclosureStanding } from '../disclosure/disclosure-steps.service.js';
import { currentActor } from '../platform/context/request-context.js';
import { ReadinessMarkRepository } from './readiness-mark.repository.js';

/** The way back comes before a pause, so that the pause remembers where work goes on; safety before everything else. */
const order = (ask: FindingAsk): number =>
  ask.event === 'slip_logged' ? 0 : ask.reasonClass === 'safety' ? 1 : 2;

/** Carries out what the domain asks for once something was found. What needs a therapist stays theirs to ask for. */
@Injectable()
export class FindingConsequences {
  constructor(
    private readonly steps: DisclosureSteps,
    private readonly marks: ReadinessMarkRepository,
  ) {}

  /** Takes the steps that the system may take by itself; answers with the state after them. */
  async follow(
    grant: CaseGrant,
    side: 'RP' | 'BP',
    present: readonly string[],
    now: Date,
  ): Promise<DisclosureState> {
    const standing = await this.steps.standing(grant);
    if (standing === null) return 'NOT_STARTED';
    const asks = effectsOfAssessments(standing.snapshot, now)
      .asks.filter((ask) => ask.side === side && present.includes(ask.contraindication))
      .filter(({ by }) => by.includes('SYSTEM'))
      .sort((one, other) => order(one) - order(other));
    if (side === 'RP' && present.includes('slip_or_concealment')) await this.unmark(grant, standing, now);
    let state = standing.state;
    for (const ask of asks) state = (await this.steps.bySystem(grant, requestOf(ask)))?.state ?? state;
    return state;
  }

  async stateOf(grant: CaseGrant): Promise<DisclosureState> {
    return (await this.steps.standing(grant))?.state ?? 'NOT_STARTED';
  }

  /** What goes on, or is concealed, undoes a mark that the days without it were kept. */
  private async unmark(
    grant: CaseGrant,
    { processId, state, snapshot }: DisclosureStanding,
    now: Date,
  ): Promise<void> {
    if (isTerminal(state) || snapshot.readiness.R3?.status !== 'met') return;
    const found = (await this.marks.newest(grant, processId)).find(({ item }) => item === 'R3');
    if (found === undefined) return;
    const { id } = currentActor();
    await this.marks.add(grant, {
      ...{
        id: randomUUID(),
        processId,
        side: 'RP',
        item: 'R3',
        version: found.version + 1,
        status: 'not_met',
      },
      ...{ markedBy: id, markedRole: 'therapist', markedAt: now, keyOwnerId: id },
      ...{ reason: null, evidence: null, coSignerAsked: null },
    });
  }
}

function requestOf({ event, side, reasonClass }: FindingAsk): DisclosureRequest {
  return {
    ...{ event, side, reasonRecorded: true },
    ...(reasonClass === null ? {} : { holdReason: reasonClass }),
  };
}
