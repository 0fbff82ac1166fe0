import { Injectable } from '@nestjs/common';
import type { CaseStageGatesView, TouchPauseView } from '@trellis/contracts';
import { liftTouchPause, localDateOf, tracks, type TouchState } from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { GateRecordsRepository } from './gate-records.repository.js';
import { GateStandingService, type GatesStanding } from './gate-standing.service.js';
import { StageGatesRepository } from './stage-gates.repository.js';
import { toEvent, toFact, toGate, toIndexWeek } from './stage-gates.mapper.js';
import { gateOf, talksHeld } from './touch-talks.js';

/** Stages and gates of a couple as their reader may see them. */
@Injectable()
export class StageGatesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly standings: GateStandingService,
    private readonly rows: StageGatesRepository,
    private readonly records: GateRecordsRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found. The office gets stage and days alone. */
  async one(coupleId: string): Promise<CaseStageGatesView> {
    return this.work.run(async () => this.view(await this.cases.require('stages.read', coupleId)));
  }

  /** Needs an open unit of work. */
  async view(grant: CaseGrant): Promise<CaseStageGatesView> {
    if (grant.mySides.length === 0) return this.forOffice(grant);
    const standing = await this.standings.of(grant);
    const { couple, rows, gates } = standing;
    return {
      ...this.head(grant, couple),
      gates: gates.map((gate) => toGate(gate, standing, grant.mySides)),
      past: rows.map((row) => toEvent(row, false)),
      touch: await this.touch(grant, standing),
      facts: (await this.records.facts(grant)).map(toFact),
      index: (await this.records.index(grant)).map(toIndexWeek),
    };
  }

  private async forOffice(grant: CaseGrant): Promise<CaseStageGatesView> {
    const rows = await this.rows.gates(grant);
    const head = this.head(grant, await this.rows.couple(grant));
    const past = rows.map((row) => toEvent(row, true));
    return { ...head, gates: [], past, touch: null, facts: [], index: [] };
  }

  private head(grant: CaseGrant, couple: GatesStanding['couple']) {
    return {
      stage: couple.stage,
      stageSince: couple.stage_since,
      today: localDateOf(this.clock.now(), grant.timeZone),
      timeZone: grant.timeZone,
      version: couple.version,
      sides: [...grant.mySides],
      people: couple.people.map(({ side, name }) => ({ side, name })),
    };
  }

  private async touch(grant: CaseGrant, standing: GatesStanding): Promise<TouchPauseView | null> {
    const pause = await this.records.pause(grant);
    if (pause === null) return null;
    const state: TouchState = {
      ...{ state: 'paused_safely', since: pause.since, lastSignalAt: pause.last_signal_at, signals: [] },
    };
    const talks = talksHeld(standing.found);
    const gate = gateOf(standing);
    const lifted =
      gate === null
        ? ({ ok: false, refusal: ['gate_not_open'] } as const)
        : liftTouchPause(state, talks, gate, standing.calendar.today);
    return {
      since: pause.since.toISOString(),
      signals: pause.signals.map((signal) => ({ ...signal, at: new Date(signal.at).toISOString() })),
      talkedWith: tracks.filter((side) => {
        const at = talks[side];
        return at != null && at >= pause.last_signal_at;
      }),
      gaps: lifted.ok ? [] : [...lifted.refusal],
    };
  }
}
