import type { Stage } from '@trellis/domain';
import type { AgreementView } from '@trellis/contracts';
import type { AgreementRow } from './agreement.repository.js';

/** `bothSigned`: the two have handed in one page, each with their signature. */
export function toAgreement(row: AgreementRow | null, bothSigned: boolean, stage: Stage): AgreementView {
  if (row === null)
    return {
      ...{ state: bothSigned ? 'waits' : 'open', number: null, signedAt: null, endedAt: null },
      ...{ lookAgain: false, version: 0 },
    };
  return {
    ...{ state: row.ended_at === null ? 'in_force' : 'ended', number: row.number, version: row.version },
    ...{ signedAt: row.signed_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null },
    lookAgain: row.ended_at === null && row.stage !== stage,
  };
}
