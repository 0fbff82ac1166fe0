import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CloseEpisodeRequest, OffTrackListRequest, paths, PlanEpisodeRequest } from '@trellis/contracts';
import type { CoupleEpisodesView, EpisodeListView, EpisodePlanView, EpisodeView } from '@trellis/contracts';
import { Allow } from '../../access/declare-access.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { EpisodesService } from './episodes.service.js';

/** What the off-track rules found, for therapists alone. */
@Controller(paths.clinic.offTrack)
export class OffTrackController {
  constructor(private readonly episodes: EpisodesService) {}

  @Allow('predictors.read')
  @Get()
  waiting(@Query() request: OffTrackListRequest): Promise<EpisodeListView> {
    return this.episodes.waiting(request);
  }

  @Allow('predictors.read')
  @Get(':coupleId')
  ofCouple(@Param('coupleId') coupleId: string): Promise<CoupleEpisodesView> {
    return this.episodes.ofCouple(coupleId);
  }

  @Allow('predictors.read')
  @Get(':coupleId/episodes/:episodeId/plan')
  openPlan(
    @Param('coupleId') coupleId: string,
    @Param('episodeId') episodeId: string,
  ): Promise<EpisodePlanView> {
    return this.episodes.plan(coupleId, episodeId);
  }

  @Allow('ratings.enter')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/episodes/:episodeId/acknowledgement')
  acknowledge(
    @Param('coupleId') coupleId: string,
    @Param('episodeId') episodeId: string,
    @IfMatch() version: number,
  ): Promise<EpisodeView> {
    return this.episodes.move(coupleId, episodeId, version, { act: 'acknowledge' });
  }

  @Allow('ratings.enter')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/episodes/:episodeId/plan')
  plan(
    @Param('coupleId') coupleId: string,
    @Param('episodeId') episodeId: string,
    @IfMatch() version: number,
    @Body() request: PlanEpisodeRequest,
  ): Promise<EpisodeView> {
    return this.episodes.move(coupleId, episodeId, version, { act: 'plan', plan: request });
  }

  @Allow('ratings.enter')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/episodes/:episodeId/closing')
  close(
    @Param('coupleId') coupleId: string,
    @Param('episodeId') episodeId: string,
    @IfMatch() version: number,
    @Body() request: CloseEpisodeRequest,
  ): Promise<EpisodeView> {
    return this.episodes.move(coupleId, episodeId, version, { act: 'close', as: request.as });
  }
}
