import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ListReleasesRequest, paths, SafetyLookRequest } from '@trellis/contracts';
import type { CaseReleasesView, CaseReleaseView } from '@trellis/contracts';
import { Allow, StepUp } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { CaseReleaseService } from './case-release.service.js';

/** What the people of a couple share, for the therapists of each author's side. */
@Controller(paths.clinic.releases)
export class CaseReleasesController {
  constructor(private readonly releases: CaseReleaseService) {}

  @Allow('releases.decide')
  @Get()
  list(@Query() query: ListReleasesRequest): Promise<CaseReleasesView> {
    return this.releases.list(query.coupleId, query.cursor);
  }

  @Allow('releases.decide')
  @StepUp()
  @Idempotent()
  @HttpCode(200)
  @Post(':releaseId/approval')
  approve(@Param('releaseId') releaseId: string, @IfMatch() version: number): Promise<CaseReleaseView> {
    return this.releases.approve(releaseId, version);
  }

  @Allow('releases.decide')
  @StepUp()
  @Idempotent()
  @HttpCode(200)
  @Post(':releaseId/lift')
  lift(@Param('releaseId') releaseId: string, @IfMatch() version: number): Promise<CaseReleaseView> {
    return this.releases.lift(releaseId, version);
  }

  @Allow('releases.decide')
  @Idempotent()
  @HttpCode(200)
  @Post(':releaseId/safety')
  look(
    @Param('releaseId') releaseId: string,
    @IfMatch() version: number,
    @Body() request: SafetyLookRequest,
  ): Promise<CaseReleaseView> {
    return this.releases.look(releaseId, version, request);
  }
}
