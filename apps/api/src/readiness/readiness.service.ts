import { Injectable } from '@nestjs/common';
import type { ReadinessOfCoupleView, ReadinessWordsView } from '@trellis/contracts';
import { isTerminal, localDateOf, soloNotice, soloNoticeShown, type Compartment } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { DisclosureSteps, type DisclosureStanding } from '../disclosure/disclosure-steps.service.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/app-error.js';
import { ReadinessAccess } from './readiness-access.js';
import { ReadinessReading, type ReadinessRows } from './readiness-reading.js';
import { releaseView, rowsOf } from './readiness.mapper.js';
import { sideView } from './side.mapper.js';

const mostWords = 100;

/** Readiness as its reader may see it: states of both sides, and what lies behind them of their own. */
@Injectable()
export class ReadinessService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly access: ReadinessAccess,
    private readonly steps: DisclosureSteps,
    private readonly reading: ReadinessReading,
  ) {}

  /** @throws AppError not_found; an admin has no part in readiness but the items of the office. */
  async one(coupleId: string): Promise<ReadinessOfCoupleView> {
    return this.work.run(async () => {
      const grant = await this.access.require('disclosure.read', coupleId);
      if (grant.mySides.length === 0) throw notFound();
      const standing = await this.steps.standing(grant);
      return this.view(grant, standing, await this.reading.rows(grant, standing?.processId ?? null));
    });
  }

  /** Notes, reasons and evidence of one side in words; each reading is on record. @throws AppError not_found. */
  async words(coupleId: string, side: Compartment): Promise<ReadinessWordsView> {
    return this.work.run(async () => {
      const grant = await this.access.requireSide('disclosure.read', coupleId, side);
      return { words: await this.reading.words(grant, side, mostWords) };
    });
  }

  private view(
    grant: CaseGrant,
    standing: DisclosureStanding | null,
    rows: ReadinessRows,
  ): ReadinessOfCoupleView {
    const now = this.clock.now();
    const [zone, readerId] = [grant.timeZone, currentActor().id];
    const snapshot = standing?.snapshot ?? rows.bare;
    const tracks = (['RP', 'BP'] as const).filter((side) => grant.mySides.includes(side));
    const mayWrite = standing !== null && !isTerminal(standing.state) && grant.emergency === null;
    return {
      processId: standing?.processId ?? null,
      state: snapshot.state,
      items: rowsOf({ snapshot, marks: rows.marks, mySides: grant.mySides, readerId, mayWrite, now }),
      sides: tracks.map((side) => {
        const consent = rows.consents.find((one) => one.side === side) ?? null;
        return sideView({ side, snapshot, records: rows.records, consent, wordsOf: rows.wordsOf, zone, now });
      }),
      releases: rows.releases.map((row) => releaseView(row, localDateOf(now, zone))),
      releasesSigned: snapshot.releasesSigned === true,
      solo: {
        notice: soloNoticeShown(snapshot) ? soloNotice : null,
        consultationOn: snapshot.consultationNoteOn,
      },
      coSigners: rows.coSigners,
      iLead: snapshot.leadId === readerId,
    };
  }
}
