import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { AskReleaseRequest, paths } from '@trellis/contracts';
import type { OwnReleaseView } from '@trellis/contracts';
import { ForInvited, StepUp } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { OwnReleaseService } from './own-release.service.js';

/** Sharing what one handed in. Giving needs a fresh factor; taking back never waits for one. */
@Controller(paths.home.releases)
export class OwnReleasesController {
  constructor(private readonly releases: OwnReleaseService) {}

  @ForInvited()
  @Get(':taskId')
  one(@Param('taskId') taskId: string): Promise<OwnReleaseView> {
    return this.releases.one(taskId);
  }

  @ForInvited()
  @StepUp()
  @Idempotent()
  @HttpCode(200)
  @Post(':taskId/ask')
  ask(
    @Param('taskId') taskId: string,
    @IfMatch() version: number,
    @Body() request: AskReleaseRequest,
  ): Promise<OwnReleaseView> {
    return this.releases.ask(taskId, version, request);
  }

  @ForInvited()
  @StepUp()
  @Idempotent()
  @HttpCode(200)
  @Post(':taskId/confirm')
  confirm(@Param('taskId') taskId: string, @IfMatch() version: number): Promise<OwnReleaseView> {
    return this.releases.confirm(taskId, version);
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post(':taskId/revoke')
  revoke(@Param('taskId') taskId: string): Promise<OwnReleaseView> {
    return this.releases.revoke(taskId);
  }
}
