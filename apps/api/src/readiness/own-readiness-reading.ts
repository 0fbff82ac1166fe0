import { Injectable } from '@nestjs/common';
import type { OwnReadinessPartView } from '@trellis/contracts';
import {
  addDays,
  fixedTerms,
  groundingEvidence,
  itemIsMet,
  localDateOf,
  type LocalDate,
} from '@trellis/domain';
import type { PersonGrant } from '../access/person-access.js';
import type { DisclosureStanding } from '../disclosure/disclosure-steps.service.js';
import { Clock } from '../platform/clock.js';
import { InformationReleaseRepository } from './information-release.repository.js';
import { OwnConsentRepository } from './own-consent.repository.js';
import { OwnReadinessRepository } from './own-readiness.repository.js';
import { OwnStandings, type OwnStanding } from './own-standing.js';
import { ReadinessMarkRepository } from './readiness-mark.repository.js';
import { ownItems } from './readiness-part.service.js';
import { releaseView } from './readiness.mapper.js';
import { consentView } from './side.mapper.js';

/**
 * The own part of readiness in its own words. Every question it asks concerns this person alone, so that nothing the
 * other one does changes an answer or the number of statements behind it, but the state itself.
 */
@Injectable()
export class OwnReadinessReading {
  constructor(
    private readonly standings: OwnStandings,
    private readonly marks: ReadinessMarkRepository,
    private readonly consents: OwnConsentRepository,
    private readonly log: OwnReadinessRepository,
    private readonly releases: InformationReleaseRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError readiness_refused where there is nothing of which the person knows. */
  async underWay(own: PersonGrant): Promise<OwnStanding> {
    return this.standings.underWay(own);
  }

  async view(own: PersonGrant): Promise<OwnReadinessPartView> {
    const found = await this.standings.of(own);
    const today = localDateOf(this.clock.now(), own.timeZone);
    const releases = (await this.releases.list(own)).map((row) => releaseView(row, today));
    if (found === null) return { stage: 'none', consent: null, items: [], grounding: null, releases };
    const { stage, standing } = found;
    return {
      stage,
      consent: await this.consent(own, standing.processId, today),
      items: await this.items(own, standing),
      grounding: await this.grounding(own, today),
      releases,
    };
  }

  private async consent(
    own: PersonGrant,
    processId: string,
    today: LocalDate,
  ): Promise<OwnReadinessPartView['consent']> {
    const [row] = await this.consents.newest(own, processId);
    if (row === undefined) return null;
    const { answer, at, validUntil, expired } = consentView(row, own.timeZone, today);
    return { answer, at, takenBack: row.withdrawn_at !== null, validUntil, expired };
  }

  private async items(
    own: PersonGrant,
    { processId, snapshot }: DisclosureStanding,
  ): Promise<OwnReadinessPartView['items']> {
    const marks = await this.marks.newest(own, processId);
    return ownItems(own.side).map(({ id }) => ({
      id,
      met: itemIsMet(id, snapshot, this.clock.now()),
      version: marks.find(({ item }) => item === id)?.version ?? 0,
    }));
  }

  private async grounding(own: PersonGrant, today: LocalDate): Promise<OwnReadinessPartView['grounding']> {
    if (own.side !== 'BP') return null;
    const rows = await this.log.log(own, addDays(today, 1 - fixedTerms.groundingDays));
    const log = rows.map((row) => ({
      on: row.on_day as LocalDate,
      skill: row.skill,
      recoveryNoted: row.recovery_noted,
    }));
    return { ...groundingEvidence(log, today), log };
  }
}
