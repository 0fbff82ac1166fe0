import { Injectable } from '@nestjs/common';
import type { DisclosureSessionView } from '@trellis/contracts';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { RunRepository } from './run.repository.js';
import { SessionPlaces } from './session-places.js';
import type { RunRow, StepRow } from './session.repository.js';

/** A run that nobody else changes before this act is through. */
export interface HeldRun {
  readonly grant: CaseGrant;
  readonly id: string;
  readonly run: RunRow;
  readonly steps: readonly StepRow[];
  readonly state: string;
  readonly iLead: boolean;
}

const inSession: readonly string[] = ['IN_SESSION', 'SESSION_PAUSED'];

/** One act on a run at a time: checked, locked, done, counted and put on record. */
@Injectable()
export class SessionActs {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly runs: RunRepository,
    private readonly places: SessionPlaces,
  ) {}

  /** An act while the session runs or is paused. @throws AppError not_found, version_stale, session_refused. */
  during(
    coupleId: string,
    version: number,
    name: string,
    act: (held: HeldRun) => Promise<void>,
  ): Promise<DisclosureSessionView> {
    return this.before(coupleId, version, name, async (held) => {
      if (!inSession.includes(held.state)) throw new AppError('session_refused', { reason: 'not_running' });
      await act(held);
    });
  }

  /** An act on a booked session. @throws AppError not_found, version_stale, session_refused without a booking. */
  before(
    coupleId: string,
    version: number,
    name: string,
    act: (held: HeldRun) => Promise<void>,
  ): Promise<DisclosureSessionView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('disclosure.record', coupleId);
      const run = await this.places.sessions.run(grant, true);
      if (run === null) throw new AppError('session_refused', { reason: 'not_booked' });
      if (run.version !== version) throw new AppError('version_stale');
      const about = await this.places.sessions.case(grant);
      const steps = await this.places.sessions.steps(grant, run.appointment_id);
      const { state, i_lead: iLead } = about;
      await act({ grant, id: run.appointment_id, run, steps, state, iLead });
      await this.runs.touch(grant, run.appointment_id);
      return this.places.answer(grant, run.appointment_id, name);
    });
  }
}
