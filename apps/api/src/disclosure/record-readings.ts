import { Injectable } from '@nestjs/common';
import type { Compartment, HoldReason } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** What lies around the steps, as far as row-level security opens it to the asker. */
export interface AroundProcess {
  readonly hold: { readonly side: Compartment; readonly reason: HoldReason } | null;
  readonly signatures: readonly {
    readonly purpose: 'readiness' | 'resume';
    readonly side: Compartment;
    readonly by: string;
    readonly by_name: string;
    readonly at: string;
  }[];
  readonly order: {
    readonly session_at: string;
    readonly recheck_at: string | null;
    readonly version: number;
    readonly by_name: string;
  } | null;
  readonly notices: readonly {
    readonly id: string;
    readonly side: 'RP' | 'BP';
    readonly words: string;
    readonly made_at: string;
    readonly released_at: string | null;
  }[];
  readonly cosigns: readonly {
    readonly id: string;
    readonly event: string;
    readonly asked_by: string;
    readonly co_signer_name: string;
    readonly signed_at: string | null;
  }[];
  readonly co_signers: readonly { readonly id: string; readonly name: string }[];
}

const nothing: AroundProcess = {
  ...{ hold: null, signatures: [], order: null, notices: [], cosigns: [], co_signers: [] },
};

/** Reads signatures, orders, notices and pauses with the rights of the asker. */
@Injectable()
export class RecordReadings {
  constructor(private readonly work: UnitOfWork) {}

  /** One statement; a few rows of each kind, and at most 200 colleagues. */
  async around({ clinicId }: CaseGrant, processId: string | null): Promise<AroundProcess> {
    if (processId === null) return nothing;
    const [row] = await this.work.rows<{ around: AroundProcess }>(
      `SELECT json_build_object(
        'hold', (SELECT json_build_object('side', h.side, 'reason', h.reason_class) FROM disclosure_hold h
          WHERE h.clinic_id = $1 AND h.process_id = $2),
        'signatures', (SELECT coalesce(json_agg(json_build_object('purpose', s.purpose, 'side', s.side, 'by', s.signed_by,
            'by_name', m.name, 'at', s.signed_at) ORDER BY s.signed_at, s.id), '[]')
          FROM disclosure_signature s JOIN staff_member m ON m.clinic_id = s.clinic_id AND m.id = s.signed_by
          WHERE s.clinic_id = $1 AND s.process_id = $2 AND s.ended_at IS NULL),
        'order', (SELECT json_build_object('session_at', o.session_at, 'recheck_at', o.recheck_at, 'version', o.version,
            'by_name', m.name)
          FROM disclosure_order o JOIN staff_member m ON m.clinic_id = o.clinic_id AND m.id = o.ordered_by
          WHERE o.clinic_id = $1 AND o.process_id = $2),
        'notices', (SELECT coalesce(json_agg(json_build_object('id', n.id, 'side', n.side, 'words', n.words,
            'made_at', n.made_at, 'released_at', n.released_at) ORDER BY n.made_at, n.id), '[]')
          FROM disclosure_notice n WHERE n.clinic_id = $1 AND n.process_id = $2 AND n.released_at IS NULL),
        'cosigns', (SELECT coalesce(json_agg(json_build_object('id', g.id, 'event', g.event, 'asked_by', g.asked_by,
            'co_signer_name', m.name, 'signed_at', g.signed_at) ORDER BY g.asked_at, g.id), '[]')
          FROM disclosure_cosign g JOIN staff_member m ON m.clinic_id = g.clinic_id AND m.id = g.co_signer
          WHERE g.clinic_id = $1 AND g.process_id = $2 AND g.ended_at IS NULL),
        'co_signers', (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) ORDER BY c.name, c.id), '[]')
          FROM (SELECT k.id, k.name FROM staff_member k WHERE k.clinic_id = $1 AND k.id <> app.actor()
            AND k.role IN ('therapist', 'supervisor') AND k.deactivated_at IS NULL
            ORDER BY k.name, k.id LIMIT 200) c)) AS around`,
      [clinicId, processId],
    );
    return row?.around ?? nothing;
  }
}
