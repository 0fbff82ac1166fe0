import type { CoupleView } from '@trellis/contracts';
import { asLocalDate, localDateOf, weekOf } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { shownDisclosureState } from './caseload.mapper.js';
import type { CoupleRecord } from './couples.repository.js';

/** The head of a couple's page as the asker may see it. */
export function coupleView(grant: CaseGrant, record: CoupleRecord, now: Date, forAdmin: boolean): CoupleView {
  return {
    id: grant.coupleId,
    version: record.version,
    name: record.name,
    status: record.status,
    stage: grant.stage,
    weekInStage: weekOf(asLocalDate(record.stageSince), localDateOf(now, grant.timeZone)),
    timeZone: grant.timeZone,
    secretsPolicy: record.secretsPolicy,
    disclosureState: shownDisclosureState(record.disclosureState, forAdmin),
    people: record.people,
    careTeam: record.careTeam,
    mySides: grant.mySides.filter((side) => grant.emergency?.sides.includes(side) !== true),
    emergencyUntil: grant.emergency?.closesAt.toISOString() ?? null,
  };
}
