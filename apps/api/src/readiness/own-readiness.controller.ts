import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  AnswerDisclosureRequest,
  LogGroundingRequest,
  paths,
  SignInformationReleaseRequest,
  TickReadinessRequest,
} from '@trellis/contracts';
import type { OwnReadinessPartView } from '@trellis/contracts';
import { ForInvited } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { OwnDisclosureConsentService } from './own-disclosure-consent.service.js';
import { OwnInformationReleasesService } from './own-information-releases.service.js';
import { OwnReadinessService } from './own-readiness.service.js';

/** A person's own part of readiness, in their own sign-in with a real factor. */
@Controller(paths.home.readiness)
export class OwnReadinessController {
  constructor(
    private readonly readiness: OwnReadinessService,
    private readonly consents: OwnDisclosureConsentService,
    private readonly releases: OwnInformationReleasesService,
  ) {}

  @ForInvited()
  @Get()
  one(): Promise<OwnReadinessPartView> {
    return this.readiness.one();
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post('consent')
  answer(@Body() request: AnswerDisclosureRequest): Promise<OwnReadinessPartView> {
    return this.consents.answer(request);
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post('consent/withdrawal')
  withdraw(): Promise<OwnReadinessPartView> {
    return this.consents.withdraw();
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post('items/:item')
  tick(
    @Param('item') item: string,
    @IfMatch() version: number,
    @Body() { met }: TickReadinessRequest,
  ): Promise<OwnReadinessPartView> {
    return this.readiness.tick(item, version, met);
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post('grounding')
  ground(@Body() request: LogGroundingRequest): Promise<OwnReadinessPartView> {
    return this.readiness.ground(request);
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post('releases/:releaseId/signature')
  sign(
    @Param('releaseId') releaseId: string,
    @IfMatch() version: number,
    @Body() request: SignInformationReleaseRequest,
  ): Promise<OwnReadinessPartView> {
    return this.releases.sign(releaseId, version, request);
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post('releases/:releaseId/revocation')
  revoke(@Param('releaseId') releaseId: string): Promise<OwnReadinessPartView> {
    return this.releases.revoke(releaseId);
  }
}
