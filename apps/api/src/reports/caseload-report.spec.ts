import { describe, expect, it } from '@jest/globals';
import { disclosureStates } from '@trellis/domain';
import { caseloadCells, caseloadColumns } from './caseload-report.js';
import type { CaseloadReportRow } from './caseload-report.repository.js';

const row: CaseloadReportRow = {
  id: '0b6f3c6e-6f0e-4c6e-9d53-0d2a3b1c4d5e',
  sort_name: 'rivera and lee',
  name: 'Rivera and Lee',
  status: 'active',
  stage: 2,
  stage_since: '2026-03-02',
  anchor_on: '2026-01-05',
  time_zone: 'America/Los_Angeles',
  disclosure_state: null,
  recovering_enrolled: true,
  partner_enrolled: false,
  lead_clinician: 'Dana Okafor',
};

function cell(
  changed: Partial<CaseloadReportRow>,
  column: (typeof caseloadColumns)[number],
  now: string,
): string {
  return caseloadCells({ ...row, ...changed }, new Date(now))[caseloadColumns.indexOf(column)] ?? '';
}

describe('caseload report', () => {
  it('has one cell for each column', () => {
    expect(caseloadCells(row, new Date('2026-03-20T12:00:00Z'))).toEqual([
      'Rivera and Lee',
      'active',
      '2',
      '3',
      'not_started',
      'yes',
      'no',
      'Dana Okafor',
      '2026-01-05',
    ]);
  });

  it('counts the week from 1, in the zone of the couple', () => {
    expect(cell({}, 'week_in_stage', '2026-03-09T06:59:00Z')).toBe('1');
    expect(cell({}, 'week_in_stage', '2026-03-09T07:01:00Z')).toBe('2');
  });

  it.each(['ON_HOLD', 'SESSION_PAUSED'] as const)('shows %s as paused and says no more', (state) => {
    expect(cell({ disclosure_state: state }, 'disclosure', '2026-03-20T12:00:00Z')).toBe('paused');
  });

  it('never spells out a hold for any state', () => {
    for (const state of disclosureStates) {
      expect(cell({ disclosure_state: state }, 'disclosure', '2026-03-20T12:00:00Z')).not.toMatch(
        /hold|session_paused/,
      );
    }
  });
});
