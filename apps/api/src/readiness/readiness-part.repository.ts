import { Injectable } from '@nestjs/common';
import type { ReadinessItemId, ReadinessStatus, ReleaseScope } from '@trellis/domain';
import type { DisclosureScope } from '../disclosure/disclosure-parts.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface RecordFact {
  readonly side: 'RP' | 'BP' | 'JOINT';
  readonly kind: string;
  readonly topic: string | null;
  readonly outcome: string | null;
  /** Local day, ISO. */
  readonly on: string;
  readonly at: string;
  readonly by: string;
}

/** What crosses the sides: answers, states, days and ids. */
export interface ReadinessFacts {
  readonly consents: readonly { side: 'RP' | 'BP'; at: string; given: boolean; textVersion: string }[];
  /** The newest of each kind and condition for each side. */
  readonly records: readonly RecordFact[];
  readonly grounding: readonly { on: string; skill: string; recoveryNoted: boolean }[];
  readonly releases: readonly {
    side: 'RP' | 'BP';
    scopes: ReleaseScope[];
    staffIds: string[];
    validUntil: string;
  }[];
  readonly therapists: readonly string[];
  readonly marks: readonly {
    item: ReadinessItemId;
    status: ReadinessStatus;
    markedBy: string;
    coSigner: string | null;
    reasonRecorded: boolean;
  }[];
}

/** What the process asks of readiness, and what it leaves behind there. */
@Injectable()
export class ReadinessPartRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** @throws Error for an asker who has nothing to do with the couple. */
  async facts({ coupleId }: DisclosureScope): Promise<ReadinessFacts> {
    const [row] = await this.work.rows<{ facts: ReadinessFacts | null }>(
      'SELECT app.readiness_facts($1) AS facts',
      [coupleId],
    );
    if (row?.facts == null) throw new Error('facts of a couple were asked for by somebody outside of it');
    return row.facts;
  }

  /** Takes both answers back; works for the system alone. */
  async revokeConsents(processId: string, at: Date): Promise<void> {
    await this.work.rows('SELECT app.revoke_disclosure_consents($1, $2)', [processId, at]);
  }

  /** What the person of a side has open: an answer to give, a release to sign. Reads with the rights of that person. */
  async open(
    { clinicId, coupleId }: DisclosureScope,
    processId: string,
    side: 'RP' | 'BP',
  ): Promise<{ readonly answered: boolean; readonly releases: number }> {
    const [row] = await this.work.rows<{ answered: boolean; releases: number }>(
      `SELECT EXISTS (SELECT FROM disclosure_consent k WHERE k.clinic_id = $1 AND k.process_id = $3 AND k.side = $4
            AND k.withdrawn_at IS NULL) AS answered,
          (SELECT count(*)::integer FROM information_release r WHERE r.clinic_id = $1 AND r.couple_id = $2 AND r.side = $4
            AND r.signed_at IS NULL AND r.revoked_at IS NULL) AS releases`,
      [clinicId, coupleId, processId, side],
    );
    return row ?? { answered: false, releases: 0 };
  }
}
