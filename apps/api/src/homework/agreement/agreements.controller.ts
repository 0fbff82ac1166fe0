import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { paths, SignAgreementRequest } from '@trellis/contracts';
import type { CaseAgreementView } from '@trellis/contracts';
import { Allow } from '../../access/declare-access.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { CaseAgreementService } from './case-agreement.service.js';

/** Information agreements, for the couple's therapists. */
@Controller(paths.clinic.agreements)
export class AgreementsController {
  constructor(private readonly agreements: CaseAgreementService) {}

  @Allow('homework.read')
  @Get(':workId')
  one(@Param('workId') workId: string): Promise<CaseAgreementView> {
    return this.agreements.one(workId);
  }

  @Allow('homework.review')
  @Idempotent()
  @HttpCode(200)
  @Post(':workId/signature')
  sign(@Param('workId') workId: string, @Body() _request: SignAgreementRequest): Promise<CaseAgreementView> {
    return this.agreements.sign(workId);
  }

  @Allow('homework.review')
  @Idempotent()
  @HttpCode(200)
  @Post(':workId/ending')
  end(@Param('workId') workId: string, @IfMatch() version: number): Promise<CaseAgreementView> {
    return this.agreements.end(workId, version);
  }
}
