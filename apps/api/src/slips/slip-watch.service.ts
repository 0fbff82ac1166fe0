import { Injectable } from '@nestjs/common';
import { overdueSlipGaps, slipDeadlines } from '@trellis/domain';
import type { NewAlert } from '../aftercare/aftercare-alerts.service.js';
import { agreementOf, protocolHolds, recordOf, slipTerms } from './slip.mapper.js';
import { SlipRepository, type SlipRow } from './slip.repository.js';

interface Watched {
  readonly alerts: readonly NewAlert[];
  readonly moments: readonly Date[];
}

/** Looks whether slips were told in time (OT-7). The platform never tells the partner. */
@Injectable()
export class SlipWatch {
  constructor(private readonly slips: SlipRepository) {}

  async look(couple: { clinicId: string; coupleId: string }, now: Date): Promise<Watched> {
    const rows = (await this.slips.all(couple)).filter(protocolHolds);
    return {
      alerts: rows.flatMap((row) => overdue(row, now)),
      moments: rows.flatMap((row) => {
        const { therapistBy, partnerBy } = slipDeadlines(row.slip_at, agreementOf(row), slipTerms);
        return [therapistBy, ...(partnerBy === null ? [] : [partnerBy])].map(
          (at) => new Date(at.getTime() + 1),
        );
      }),
    };
  }
}

function overdue(row: SlipRow, now: Date): NewAlert[] {
  const late = overdueSlipGaps(recordOf(row), agreementOf(row), now, slipTerms);
  return late.map((gap) => ({ side: 'RP', kind: 'slip_telling_overdue', about: `${row.id} ${gap}` }));
}
