import { Injectable } from '@nestjs/common';
import {
  informationReleaseText,
  type OwnReadinessPartView,
  type SignInformationReleaseRequest,
} from '@trellis/contracts';
import { isUuid, localDateOf } from '@trellis/domain';
import { PersonAccess, type PersonGrant } from '../access/person-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import {
  InformationReleaseRepository,
  type InformationReleaseRecord,
} from './information-release.repository.js';
import { OwnReadinessReading } from './own-readiness-reading.js';
import { hashOf } from './signed-text.js';

/** A person lets their therapists talk to each other, and takes that back. Nobody signs for them. */
@Injectable()
export class OwnInformationReleasesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly releases: InformationReleaseRepository,
    private readonly reading: OwnReadinessReading,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found, version_stale, readiness_text_changed, readiness_refused where its last day has passed. */
  async sign(
    id: string,
    version: number,
    { textVersion }: SignInformationReleaseRequest,
  ): Promise<OwnReadinessPartView> {
    if (textVersion !== informationReleaseText.version) throw new AppError('readiness_text_changed');
    return this.work.run(async () => {
      const own = await this.people.require();
      const release = await this.found(own, id);
      const at = this.clock.now();
      const today = localDateOf(at, own.timeZone);
      if (release.version !== version || release.signed_at !== null || release.revoked_at !== null)
        throw new AppError('version_stale');
      if (release.valid_until < today) throw new AppError('readiness_refused', { reason: 'release_over' });
      const text = { version: textVersion, hash: hashOf(informationReleaseText, own.language), at, today };
      if (!(await this.releases.sign(own, id, version, text))) throw new AppError('version_stale');
      await this.record(own, 'information_release.sign', id);
      return this.reading.view(own);
    });
  }

  /** Takes it back at once, or says no to one not signed yet; needs no version. @throws AppError not_found. */
  async revoke(id: string): Promise<OwnReadinessPartView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const release = await this.found(own, id);
      if (release.revoked_at === null && (await this.releases.revoke(own, id, this.clock.now())))
        await this.record(own, 'information_release.revoke', id);
      return this.reading.view(own);
    });
  }

  private async found(own: PersonGrant, id: string): Promise<InformationReleaseRecord> {
    const release = isUuid(id) ? await this.releases.one(own, id) : null;
    if (release === null) throw notFound();
    return release;
  }

  private async record({ personId }: PersonGrant, action: string, resourceId: string): Promise<void> {
    await this.audit.record({
      ...{ action, resource: 'information_release', resourceId, personId, decision: 'allowed' },
    });
  }
}
