import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { EndSessionRequest, paths, SessionNoGoRequest } from '@trellis/contracts';
import type { DisclosureSessionView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { SessionStepsService } from './session-steps.service.js';

/** Go, no-go, pause and end. They bear the version of the process; a pause waits for no version. */
@Controller(`${paths.clinic.disclosureSessions}/:coupleId`)
export class SessionStepsController {
  constructor(private readonly steps: SessionStepsService) {}

  @Allow('disclosure.transition')
  @Idempotent()
  @HttpCode(200)
  @Post('go')
  go(@Param('coupleId') coupleId: string, @IfMatch() version: number): Promise<DisclosureSessionView> {
    return this.steps.go(coupleId, version);
  }

  @Allow('disclosure.transition')
  @Idempotent()
  @HttpCode(200)
  @Post('no-go')
  noGo(
    @Param('coupleId') coupleId: string,
    @IfMatch() version: number,
    @Body() request: SessionNoGoRequest,
  ): Promise<DisclosureSessionView> {
    return this.steps.noGo(coupleId, version, request);
  }

  @Allow('disclosure.transition')
  @Idempotent()
  @HttpCode(200)
  @Post('pause')
  pause(@Param('coupleId') coupleId: string): Promise<DisclosureSessionView> {
    return this.steps.pause(coupleId);
  }

  @Allow('disclosure.transition')
  @Idempotent()
  @HttpCode(200)
  @Post('continue')
  goOn(@Param('coupleId') coupleId: string, @IfMatch() version: number): Promise<DisclosureSessionView> {
    return this.steps.goOn(coupleId, version);
  }

  @Allow('disclosure.transition')
  @Idempotent()
  @HttpCode(200)
  @Post('end')
  end(
    @Param('coupleId') coupleId: string,
    @IfMatch() version: number,
    @Body() request: EndSessionRequest,
  ): Promise<DisclosureSessionView> {
    return this.steps.end(coupleId, version, request);
  }
}
