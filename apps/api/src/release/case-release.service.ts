import { Injectable } from '@nestjs/common';
import type { CaseReleasesView, CaseReleaseView, SafetyLookRequest } from '@trellis/contracts';
import { asStaffId, decide, isUuid, nextRelease, type ReleaseAct, type SafetyTag } from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { pageOf, positionOf } from '../platform/http/time-cursor.js';
import { CaseReleaseRepository, type CaseReleaseRow } from './case-release.repository.js';
import { refused } from './refused.js';
import { toCaseRelease } from './release.mapper.js';
import { isFrozenCouple, itemOf, momentOf, recordOf } from './release-row.js';
import { staffActor } from './staff-actor.js';

const pageSize = 50;

/** The therapist of the author's side approves, lifts a hold, or keeps something from the partner. Never releases. */
@Injectable()
export class CaseReleaseService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly releases: CaseReleaseRepository,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** At most 50 a page, newest asking first, of the viewer's sides. @throws AppError not_found, invalid_request. */
  async list(coupleId: string, cursor: string | undefined): Promise<CaseReleasesView> {
    const after = positionOf(cursor);
    return this.work.run(async () => {
      const grant = await this.cases.require('releases.decide', coupleId);
      const facts = await this.releases.facts(grant);
      const rows = await this.releases.page(grant, after, pageSize);
      const page = pageOf(
        rows.map((row) => ({ ...row, at: row.asked_at })),
        pageSize,
      );
      return {
        releases: page.rows.map(toCaseRelease),
        nextCursor: page.nextCursor,
        paused: facts === null || isFrozenCouple(facts),
      };
    });
  }

  /**
   * Approves what goes to the partner. Whoever approves has looked: from now on it counts as free of the safety tags.
   * @throws AppError not_found, version_stale, release_refused with the reason.
   */
  async approve(id: string, version: number): Promise<CaseReleaseView> {
    return this.work.run(async () => {
      const { grant, release } = await this.load(id, version);
      const tags = release.safety_tags ?? [];
      this.requireApproval(grant, release, tags);
      await this.step(grant, release, { kind: 'approve' }, tags);
      await this.record('release.approve', release);
      return this.view(grant, release.id);
    });
  }

  /** Lets a held release go on, after talking with its author. @throws AppError as approve. */
  async lift(id: string, version: number): Promise<CaseReleaseView> {
    return this.work.run(async () => {
      const { grant, release } = await this.load(id, version);
      await this.step(grant, release, { kind: 'lift_hold' }, release.safety_tags);
      // Under this name it stays out of the office's log: a hold is not theirs to know.
      await this.record('safety.release_lifted', release);
      return this.view(grant, release.id);
    });
  }

  /**
   * Notes what the therapist found. Anything noted keeps it from the partner at once, also when it was released;
   * an empty list clears it. @throws AppError as approve.
   */
  async look(id: string, version: number, { safetyTags }: SafetyLookRequest): Promise<CaseReleaseView> {
    return this.work.run(async () => {
      const { grant, release } = await this.load(id, version);
      if (release.state === 'revoked') throw refused('wrong_state');
      await this.releases.change(grant, release.id, { ...release, safety_tags: safetyTags });
      await this.record('safety.release_look', release);
      return this.view(grant, release.id);
    });
  }

  private async load(id: string, version: number): Promise<{ grant: CaseGrant; release: CaseReleaseRow }> {
    const coupleId = isUuid(id) ? await this.releases.coupleOf(id) : null;
    const grant = await this.cases.require('releases.decide', coupleId ?? '');
    const release = await this.releases.one(grant, id, true);
    if (release === null) throw notFound();
    if (release.version !== version) throw new AppError('version_stale');
    return { grant, release };
  }

  private requireApproval(grant: CaseGrant, release: CaseReleaseRow, tags: readonly SafetyTag[]): void {
    const now = this.clock.now();
    const decision = decide(
      staffActor(grant, now),
      'approve',
      itemOf(grant.clinicId, release, release, tags),
      now,
    );
    if (!decision.allow) throw refused(decision.reason);
  }

  private async step(
    grant: CaseGrant,
    release: CaseReleaseRow,
    act: ReleaseAct,
    tags: SafetyTag[] | null,
  ): Promise<void> {
    const actor = {
      kind: 'therapist',
      staffId: asStaffId(currentActor().id),
      ownSide: grant.mySides.includes(release.compartment),
    } as const;
    const next = nextRelease(recordOf(release), act, actor, momentOf(release, this.clock.now()));
    if (!next.ok) throw refused(next.refusal);
    const { state, approvedBy, held, releasedAt } = next.value;
    if (state === 'draft') throw refused('wrong_state');
    await this.releases.change(grant, release.id, {
      ...{ state, approved_by: approvedBy, held, safety_tags: tags, released_at: releasedAt },
    });
  }

  private async view(grant: CaseGrant, id: string): Promise<CaseReleaseView> {
    const row = await this.releases.one(grant, id);
    if (row === null) throw notFound();
    return toCaseRelease(row);
  }

  private async record(action: string, { id, person_id }: CaseReleaseRow): Promise<void> {
    await this.audit.record({
      ...{ action, resource: 'release', resourceId: id, personId: person_id, decision: 'allowed' },
    });
  }
}
