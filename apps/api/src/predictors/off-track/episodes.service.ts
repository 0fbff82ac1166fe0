import { Injectable } from '@nestjs/common';
import type {
  CloseEpisodeRequest,
  CoupleEpisodesView,
  EpisodeListView,
  EpisodePlanView,
  EpisodeView,
  OffTrackListRequest,
  PlanEpisodeRequest,
} from '@trellis/contracts';
import { isUuid, localDateOf, moveEpisode, type EpisodeAct } from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../../access/case-access.js';
import { AuditWriter } from '../../audit/audit-writer.js';
import { Clock } from '../../platform/clock.js';
import { currentActor } from '../../platform/context/request-context.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import type { SealedPlace } from '../../platform/sealing/envelope.js';
import { Vault } from '../../platform/sealing/vault.js';
import type { EpisodeRow } from './episode-row.js';
import { progressOf, toEpisode } from './episode.mapper.js';
import { EpisodesRepository } from './episodes.repository.js';

const usualLimit = 50;
type Step =
  | { act: 'acknowledge' }
  | { act: 'plan'; plan: PlanEpisodeRequest }
  | { act: 'close'; as: CloseEpisodeRequest['as'] };

/** Episodes for the therapists whose sides they concern; for everybody else there are none. */
@Injectable()
export class EpisodesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly episodes: EpisodesRepository,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** What waits over the caseload, oldest first. */
  async waiting({ limit = usualLimit, cursor }: OffTrackListRequest): Promise<EpisodeListView> {
    return this.work.run(async () => {
      const now = this.clock.now();
      const rows = await this.episodes.waiting(limit, cursor ?? null);
      const episodes = rows.slice(0, limit).map((row) => toEpisode(row, now));
      return { episodes, nextCursor: rows.length > limit ? (episodes.at(-1)?.id ?? null) : null };
    });
  }

  /** @throws AppError not_found. */
  async ofCouple(coupleId: string): Promise<CoupleEpisodesView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('predictors.read', coupleId);
      const now = this.clock.now();
      return { episodes: (await this.episodes.ofCouple(grant)).map((row) => toEpisode(row, now)) };
    });
  }

  /** The words of the plan; the opening is put on record. @throws AppError not_found, also without a plan. */
  async plan(coupleId: string, id: string): Promise<EpisodePlanView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('predictors.read', coupleId);
      const plan = isUuid(id) ? await this.episodes.plan(grant, id) : null;
      if (plan === null) throw notFound();
      const words = await this.vault.open(placeOf(grant, id, plan.by), plan.sealed);
      await this.record('off_track.open_plan', id);
      return { words };
    });
  }

  /** @throws AppError not_found, version_stale, episode_refused for a step out of turn. */
  async move(coupleId: string, id: string, version: number, step: Step): Promise<EpisodeView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('ratings.enter', coupleId);
      const row = await this.find(grant, id);
      const now = this.clock.now();
      const moved = moveEpisode(progressOf(row), this.actOf(step, row, localDateOf(now, grant.timeZone)));
      if (!moved.ok || moved.value.state === 'open')
        throw new AppError(row.version === version ? 'episode_refused' : 'version_stale', {
          state: row.state,
        });
      const plan = step.act === 'plan' ? await this.seal(grant, id, step.plan.words) : null;
      if (!(await this.episodes.move(grant, id, version, moved.value, plan)))
        throw new AppError('version_stale');
      await this.record(`off_track.${step.act}`, id);
      return toEpisode(await this.find(grant, id), now);
    });
  }

  private actOf(step: Step, { id }: EpisodeRow, on: EpisodeAct['on']): EpisodeAct {
    const who = { by: currentActor().id, on };
    if (step.act === 'plan') return { ...who, act: 'plan', tool: step.plan.tool, textRef: id };
    return step.act === 'close' ? { ...who, act: 'close', as: step.as } : { ...who, act: 'acknowledge' };
  }

  private async find(grant: CaseGrant, id: string): Promise<EpisodeRow> {
    const row = isUuid(id) ? await this.episodes.one(grant, id) : null;
    if (row === null) throw notFound();
    return row;
  }

  private seal(grant: CaseGrant, id: string, words: string): Promise<Buffer> {
    return this.vault.seal('staff', placeOf(grant, id, currentActor().id), words);
  }

  private async record(action: string, resourceId: string): Promise<void> {
    await this.audit.record({ action, resource: 'off_track_episode', resourceId, decision: 'allowed' });
  }
}

function placeOf({ clinicId }: CaseGrant, rowId: string, ownerId: string): SealedPlace {
  return { table: 'off_track_episode', column: 'plan_sealed', rowId, clinicId, ownerId };
}
