import { Injectable } from '@nestjs/common';
import type {
  DisclosureState,
  PartnerTelling,
  SlipAgreement,
  TouchPauseTrigger,
  Track,
} from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface FactOnRecord {
  readonly side: 'RP' | 'BP' | 'JOINT';
  readonly kind: string;
  readonly outcome: string;
  readonly amounts: readonly number[];
  /** Local day, ISO. */
  readonly on: string;
  readonly comparedWith: string | null;
  readonly at: string;
}

export interface AgreementOnRecord {
  readonly side: Track;
  readonly to: 2 | 3;
  readonly answer: 'yes' | 'not_yet' | 'no';
  readonly canSayNo: boolean;
  readonly alone: boolean;
  readonly at: string;
  readonly withdrawnAt: string | null;
}

/** What crosses the sides for a decision: answers, days, counts and states. */
export interface FactsOnRecord {
  /** The latest answer of each person to each step. */
  readonly agreements: readonly AgreementOnRecord[];
  /** Newest first. */
  readonly facts: readonly FactOnRecord[];
  readonly index: readonly { side: Track; week: string; sum: number; answered: number; alarm: boolean }[];
  readonly signals: readonly { side: Track; trigger: TouchPauseTrigger; at: string }[];
  /** Findings of readiness, oldest first. */
  readonly findings: readonly {
    side: Track;
    kind: string;
    topic: string | null;
    outcome: 'present' | 'absent' | null;
    on: string;
  }[];
  readonly hold: boolean;
  readonly disclosure: DisclosureState | null;
  readonly completion: 'full' | 'partial' | null;
  readonly sessionEndedAt: string | null;
  /** Somebody asked about slips; without it "none on record" says nothing. */
  readonly asked: boolean;
  readonly slip: {
    at: string;
    therapistToldAt: string | null;
    partner: PartnerTelling;
    partnerAt: string | null;
    /** What the agreement in force at the slip said of telling the partner; null where there was none. */
    agreed: SlipAgreement | null;
  } | null;
  readonly untold: boolean;
  readonly checkIns: readonly { on: string; dueAt: string; submittedAt: string | null; skipped: boolean }[];
  /** Days of daily connection talks that were handed in. */
  readonly talks: readonly string[];
  readonly transparency: { sum: number; answered: number } | null;
  readonly empathyRP: { sum: number; answered: number } | null;
  readonly empathyBP: { sum: number; answered: number } | null;
  readonly jointTherapist: boolean;
}

/** Everything that the criteria are judged by, for a therapist of the couple. */
@Injectable()
export class GateFactsRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** @throws Error for an asker who has nothing to do with the couple. */
  async of({ coupleId }: { readonly coupleId: string }): Promise<FactsOnRecord> {
    const [row] = await this.work.rows<{ facts: FactsOnRecord | null }>(
      'SELECT app.stage_gate_facts($1) AS facts',
      [coupleId],
    );
    if (row?.facts == null) throw new Error('facts of a couple were asked for by somebody outside of it');
    return row.facts;
  }
}
