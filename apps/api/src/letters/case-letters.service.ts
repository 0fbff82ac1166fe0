import { Injectable } from '@nestjs/common';
import type { CaseLetterRowView, CaseLettersView, LetterMarkView, LetterStandView } from '@trellis/contracts';
import {
  letterDeliveryGaps,
  letterEarliest,
  letterKinds,
  letterOpeningGaps,
  refusalFor,
  type DisclosureSnapshot,
  type LetterKind,
  type UnmetGuard,
} from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { DisclosureSteps } from '../disclosure/disclosure-steps.service.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { CaseLetterRepository, type MarkRow } from './case-letter.repository.js';
import { letterSides, mayReadNow } from './letter-reader.js';
import { runs, type LetterRow, type ReadingRow } from './letter-row.js';
import { toCaseLetterRow } from './letter.mapper.js';
import { sideOfMark } from './letter-mark.js';
import { letterMarks } from './letters-facts.service.js';

/** Where both letters of a couple stand, as far as the asking therapist may know. */
@Injectable()
export class CaseLettersService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly letters: CaseLetterRepository,
    private readonly steps: DisclosureSteps,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found. */
  async one(coupleId: string): Promise<CaseLettersView> {
    return this.work.run(async () => this.view(await this.access.require('disclosure.read', coupleId)));
  }

  async view(grant: CaseGrant): Promise<CaseLettersView> {
    const now = this.clock.now();
    const standing = await this.steps.standing(grant);
    const reading = runs(await this.letters.reading(grant), now);
    const rows = await this.letters.all(grant);
    const marks = await this.letters.marks(grant);
    return {
      state: standing?.state ?? null,
      processVersion: standing?.version ?? 0,
      mayLead: standing?.snapshot.leadId === currentActor().id,
      letters: rows.map((row) => this.row(grant, row, reading)),
      marks: marksOf(grant, marks),
      stands: standing === null ? [] : letterKinds.map((kind) => stand(kind, standing.snapshot, grant, now)),
      reading:
        reading === null
          ? null
          : {
              ...{ id: reading.id, kind: reading.kind, version: reading.version },
              ...{ startedAt: reading.started_at.toISOString(), until: reading.until.toISOString() },
            },
    };
  }

  private row(grant: CaseGrant, row: LetterRow, reading: ReadingRow | null): CaseLetterRowView {
    const own = letterSides(grant).includes(row.side);
    return toCaseLetterRow(row, grant.timeZone, { own, mayRead: mayReadNow(grant, row, reading) });
  }
}

function stand(kind: LetterKind, snapshot: DisclosureSnapshot, grant: CaseGrant, now: Date): LetterStandView {
  const shown = (unmet: readonly UnmetGuard[]): LetterStandView['opening'] => {
    const refusal = { code: 'unmet_guards', event: 'open_impact', from: snapshot.state, unmet } as const;
    return refusalFor(refusal, grant.mySides).unmet.map(({ guardId, item, side, actors }) => ({
      ...{ guardId, item, side, actors: [...actors] },
    }));
  };
  const delivered =
    kind === 'impact' ? snapshot.letters?.impactDeliveredAt : snapshot.letters?.restitutionDeliveredAt;
  return {
    kind,
    earliestOn: letterEarliest(kind, snapshot),
    opening: shown(letterOpeningGaps(kind, snapshot, now)),
    delivery: shown(letterDeliveryGaps(kind, snapshot, now)),
    deliveredAt: delivered?.toISOString() ?? null,
  };
}

/** Every mark of the reader's sides, laid down or not. */
function marksOf(grant: CaseGrant, rows: readonly MarkRow[]): LetterMarkView[] {
  const sides = letterSides(grant);
  return letterMarks
    .filter((mark) => sides.includes(sideOfMark(mark)))
    .map((mark) => {
      const row = rows.find((one) => one.mark === mark);
      return {
        ...{ mark, side: sideOfMark(mark), given: row?.given ?? false, revision: row?.revision ?? null },
        ...{ checks: row?.checks ?? [], byName: row?.by_name ?? null },
        ...{ setAt: row?.set_at.toISOString() ?? null, version: row?.version ?? 0 },
      };
    });
}
