import type { CouplePersonView, CoupleView } from '@trellis/contracts';
import { asLocalDate, localDateOf, weekOf } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { shownDisclosureState } from './caseload.mapper.js';
import type { CoupleRecord, PersonRecord } from './couples.repository.js';

/** The head of a couple's page as the asker may see it. */
export function coupleView(grant: CaseGrant, record: CoupleRecord, now: Date, forAdmin: boolean): CoupleView {
  const ownSides = grant.mySides.filter((side) => grant.emergency?.sides.includes(side) !== true);
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
    people: record.people.map((person) => personView(person, ownSides.includes(person.side))),
    careTeam: record.careTeam,
    mySides: ownSides,
    emergencyUntil: grant.emergency?.closesAt.toISOString() ?? null,
  };
}

/** How somebody comes in is for therapists of their own side: to everybody else it is not even said that nothing is known. */
function personView({ signs, ...person }: PersonRecord, own: boolean): CouplePersonView {
  return {
    ...person,
    sharedDevice: own ? signs.some((sign) => sign.startsWith('shared_')) : null,
    linkWanted: own ? signs.includes('link_wanted') : null,
  };
}
