import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { paths } from '@trellis/contracts';
import type { AgreementView } from '@trellis/contracts';
import { ForInvited } from '../../access/declare-access.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { OwnAgreementService } from './own-agreement.service.js';

/** Information agreements, for the two whose agreement it is. */
@Controller(paths.home.agreements)
export class OwnAgreementsController {
  constructor(private readonly agreements: OwnAgreementService) {}

  @ForInvited()
  @Get(':taskId')
  one(@Param('taskId') taskId: string): Promise<AgreementView> {
    return this.agreements.one(taskId);
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post(':taskId/ending')
  end(@Param('taskId') taskId: string, @IfMatch() version: number): Promise<AgreementView> {
    return this.agreements.end(taskId, version);
  }
}
