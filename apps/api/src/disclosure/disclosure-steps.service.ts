import { Injectable } from '@nestjs/common';
import {
  nextState,
  refusalFor,
  type Actor,
  type DisclosureRequest,
  type DisclosureSnapshot,
  type DisclosureState,
  type Refusal,
  type RefusalReader,
} from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { PersonAccess } from '../access/person-access.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { AppError } from '../platform/http/app-error.js';
import { actorOf, fixedByOffice, permissionFor } from './acting.js';
import { unmetGates } from './disclosure.mapper.js';
import type { DisclosureScope } from './disclosure-parts.service.js';
import { StandingReader, type Standing } from './standing.js';
import { StepWriter, type StepWords } from './step-writer.js';

/** Where the process of a couple stands, with every fact on which the next step is decided. */
export interface DisclosureStanding {
  readonly processId: string;
  readonly state: DisclosureState;
  readonly version: number;
  readonly snapshot: DisclosureSnapshot;
}

/**
 * The one way by which a disclosure moves. The domain decides on the facts of all parts; the step, its effects and its
 * record are written in the caller's unit of work, or none of them is.
 */
@Injectable()
export class DisclosureSteps {
  constructor(
    private readonly clock: Clock,
    private readonly cases: CaseAccess,
    private readonly people: PersonAccess,
    private readonly standings: StandingReader,
    private readonly writer: StepWriter,
  ) {}

  /**
   * A step of the signed-in member of staff. `version` is that of the process they saw. A co-signer and an order of the
   * lead are read from the record; what the request says of them does not count.
   * @throws AppError not_found, version_stale, disclosure_refused with every unmet gate the asker may see.
   */
  async byStaff(
    coupleId: string,
    request: DisclosureRequest,
    version: number,
    words: StepWords = null,
  ): Promise<DisclosureStanding> {
    const grant = await this.cases.require(permissionFor(request.event), coupleId);
    const standing = await this.standings.hold(grant);
    if ((standing.process?.version ?? 0) !== version) throw new AppError('version_stale');
    return this.forStaff(grant, standing, request, words);
  }

  /** As byStaff, for a grant and a standing that the caller holds already. */
  async forStaff(
    grant: CaseGrant,
    standing: Standing,
    request: DisclosureRequest,
    words: StepWords = null,
  ): Promise<DisclosureStanding> {
    const { id, role } = currentActor();
    const isAdmin = role !== 'therapist';
    const actor = actorOf(id, grant.mySides, standing.leadId, isAdmin);
    const whole = fixedByOffice(standing, { ...request, reasonRecorded: words !== null }, id);
    return this.take(grant, standing, whole, actor, isAdmin ? 'admin' : grant.mySides, words);
  }

  /**
   * A step of the signed-in person in the process of their own couple.
   * @throws AppError not_found, disclosure_refused with the gates of their own side and the joint ones.
   */
  async byPerson(request: DisclosureRequest): Promise<DisclosureStanding> {
    const own = await this.people.require();
    const standing = await this.standings.hold(own);
    const actor: Actor = { id: own.personId, roles: [own.side] };
    return this.take(own, standing, request, actor, { client: own.side }, null);
  }

  /** A consequence or a job takes the step. Null when the domain refuses, and then nothing is on record. */
  async bySystem(scope: DisclosureScope, request: DisclosureRequest): Promise<DisclosureStanding | null> {
    const standing = await this.standings.hold(scope);
    const [actor, now] = [system, this.clock.now()];
    const decision = nextState(standing.snapshot, request, actor, now);
    if (!decision.ok) return null;
    await this.writer.take({ scope, standing, move: decision.value, request, actor, now, words: null });
    return this.standing(scope);
  }

  /**
   * Takes back every signature under readiness where no step does it: collected in review, or resting behind a pause
   * (FTD-24). Needs an open unit of work.
   */
  async forgetReadiness(scope: DisclosureScope): Promise<void> {
    const standing = await this.standings.hold(scope);
    await this.writer.forgetReadiness(scope, standing, this.clock.now());
  }

  /** The newest process of the couple, under way or ended; null before there was one. */
  async standing(scope: DisclosureScope): Promise<DisclosureStanding | null> {
    const { process, snapshot } = await this.standings.read(scope);
    if (process === null) return null;
    return { processId: process.id, state: process.state, version: process.version, snapshot };
  }

  private async take(
    scope: DisclosureScope,
    standing: Standing,
    request: DisclosureRequest,
    actor: Actor,
    reader: RefusalReader,
    words: StepWords,
  ): Promise<DisclosureStanding> {
    const now = this.clock.now();
    const decision = nextState(standing.snapshot, request, actor, now);
    if (!decision.ok) throw this.refused(scope, standing, decision.refusal, reader, now);
    await this.writer.take({ scope, standing, move: decision.value, request, actor, now, words });
    const after = await this.standing(scope);
    if (after === null) throw new Error('a step was taken in no process');
    return after;
  }

  /** A refusal is put on record whole, and answered as far as its reader may see it. */
  private refused(
    scope: DisclosureScope,
    { process }: Standing,
    refusal: Refusal,
    reader: RefusalReader,
    now: Date,
  ): AppError {
    this.writer.refused(scope, process?.id ?? null, refusal, now);
    // What is still to come says where the process stands, and that is not told to the two people.
    const shown =
      'client' in Object(reader) && refusal.code !== 'unmet_guards'
        ? { ...refusal, unmet: [] }
        : refusalFor(refusal, reader);
    return new AppError('disclosure_refused', { gates: unmetGates(shown) });
  }
}

const system: Actor = { id: 'system', roles: ['SYSTEM'] };
