import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DisclosureView, ScheduleDisclosureRequest } from '@trellis/contracts';
import {
  evolve,
  nextState,
  refusalFor,
  type DisclosureRequest,
  type DisclosureSnapshot,
  type Permission,
  type TransitionRecord,
} from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { DisclosureLog } from './disclosure-log.js';
import { disclosureView, unmetGates } from './disclosure.mapper.js';
import { DisclosureRepository, type DisclosureFacts } from './disclosure.repository.js';
import { actorOf, readersOf, snapshotOf } from './snapshot.js';

/** A step that may be taken: what is written down of it, and the facts as they stand after it. */
interface Step {
  readonly record: TransitionRecord;
  readonly after: DisclosureSnapshot;
}

/** Carries out what the domain decides about a disclosure. It never decides itself. */
@Injectable()
export class DisclosureService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly access: CaseAccess,
    private readonly disclosures: DisclosureRepository,
    private readonly log: DisclosureLog,
  ) {}

  /** The process of a couple, or the place where one would begin. @throws AppError not_found. */
  async one(coupleId: string): Promise<DisclosureView> {
    return this.work.run(async () => this.view(await this.access.require('disclosure.read', coupleId)));
  }

  /**
   * Opens the process (table row 1). Its first tasks are psycho-education; the registry holds none of those yet, so
   * nothing is assigned.
   * @throws AppError not_found, disclosure_already_open, disclosure_refused with every unmet gate.
   */
  async open(coupleId: string): Promise<DisclosureView> {
    return this.work.run(async () => {
      const { grant, facts } = await this.found('disclosure.transition', coupleId);
      if (facts.process !== null) throw new AppError('disclosure_already_open');
      const now = this.clock.now();
      const { record, after } = this.decide(grant, facts, { event: 'open_ftd' }, now);
      const id = randomUUID();
      const opened = await this.disclosures.open(grant, id, after.state, record.actorId, now);
      if (!opened) throw new AppError('disclosure_already_open');
      await this.log.taken(grant, id, record);
      return this.view(grant);
    });
  }

  /**
   * Asks for a session date (table row 11). `version` is the one the asker saw, 0 before there is a process.
   * @throws AppError not_found, version_stale, disclosure_refused with every unmet gate on the way.
   */
  async schedule(
    coupleId: string,
    request: ScheduleDisclosureRequest,
    version: number,
  ): Promise<DisclosureView> {
    const sessionAt = new Date(request.startsAt);
    return this.work.run(async () => {
      const { grant, facts } = await this.found('disclosure.schedule', coupleId);
      if ((facts.process?.version ?? 0) !== version) throw new AppError('version_stale');
      const now = this.clock.now();
      const { record, after } = this.decide(grant, facts, { event: 'schedule', sessionAt }, now);
      if (facts.process === null) throw new Error('the process table schedules what was never opened');
      const moved = await this.disclosures.move(grant, facts.process, after);
      if (!moved) throw new AppError('version_stale');
      await this.log.taken(grant, facts.process.id, record);
      return this.view(grant);
    });
  }

  private async found(
    action: Permission,
    coupleId: string,
  ): Promise<{ grant: CaseGrant; facts: DisclosureFacts }> {
    const grant = await this.access.require(action, coupleId);
    return { grant, facts: await this.disclosures.facts(grant) };
  }

  /** Asks the domain; a refusal is put on record whole and answered as far as its reader may see it. */
  private decide(grant: CaseGrant, facts: DisclosureFacts, request: DisclosureRequest, now: Date): Step {
    const { id, role } = currentActor();
    const isAdmin = role !== 'therapist';
    const [snapshot, actor] = [snapshotOf(grant, facts), actorOf(id, grant, facts, isAdmin)];
    const decision = nextState(snapshot, request, actor, now);
    if (decision.ok) {
      const { record } = decision.value;
      return { record, after: evolve(snapshot, decision.value, request, actor, now) };
    }
    this.log.refused(grant, facts.process?.id ?? null, decision.refusal, now);
    const shown = refusalFor(decision.refusal, isAdmin ? 'admin' : grant.mySides);
    throw new AppError('disclosure_refused', { gates: unmetGates(shown) });
  }

  private async view(grant: CaseGrant): Promise<DisclosureView> {
    const facts = await this.disclosures.facts(grant);
    const steps = facts.process === null ? [] : await this.disclosures.takenSteps(grant, facts.process.id);
    const snapshot = snapshotOf(grant, facts);
    return disclosureView(facts.process, steps, snapshot, readersOf(grant), this.clock.now());
  }
}
