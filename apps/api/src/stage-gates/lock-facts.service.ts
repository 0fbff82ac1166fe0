import { Injectable } from '@nestjs/common';
import {
  localDateOf,
  unknownLockFacts,
  type DisclosureState,
  type LockFacts,
  type Stage,
  type Track,
} from '@trellis/domain';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

interface Found {
  readonly stage: Stage;
  readonly gateReviewOn: string | null;
  readonly touchSuspended: boolean;
  readonly holds: readonly ('RP' | 'BP' | 'JOINT')[];
  /** The newest finding of each side and topic; a risk screen has no outcome of its own. */
  readonly findings: readonly { side: Track; topic: string; outcome: 'present' | 'absent' | null }[];
  readonly disclosure: DisclosureState | null;
}

/** What the locks of exercises rest on, as far as it is on record. For the couple's therapists and its two people. */
@Injectable()
export class LockFactsReader {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Needs an open unit of work. For whoever has nothing to do with the couple nothing is known, and locks stay closed. */
  async of({ coupleId, timeZone }: { coupleId: string; timeZone: string }): Promise<LockFacts> {
    const [row] = await this.work.rows<{ facts: Found | null }>('SELECT app.lock_facts($1) AS facts', [
      coupleId,
    ]);
    if (row?.facts == null) return unknownLockFacts;
    const { stage, gateReviewOn, touchSuspended, holds, findings, disclosure } = row.facts;
    const today = localDateOf(this.clock.now(), timeZone);
    return {
      ...unknownLockFacts,
      ...{ stage, holds, disclosure, touchSuspended },
      gateToThreeValid: gateReviewOn !== null && today <= gateReviewOn,
      fearFlag: ofEach((side) => concern(findings, side, ['violence_or_fear'])),
      acuteRisk: ofEach((side) =>
        concern(findings, side, ['acute_risk_to_self', 'acute_risk_to_other', 'risk_screen']),
      ),
    };
  }
}

function ofEach<T>(of: (side: Track) => T): Readonly<Record<Track, T>> {
  return { RP: of('RP'), BP: of('BP') };
}

/** True where one is present, false where somebody looked and found none, null where nobody looked. */
function concern(findings: Found['findings'], side: Track, topics: readonly string[]): boolean | null {
  const theirs = findings.filter((one) => one.side === side && topics.includes(one.topic));
  return theirs.length === 0 ? null : theirs.some(({ outcome }) => outcome === 'present');
}
