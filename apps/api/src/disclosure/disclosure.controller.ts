import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  AskCoSignatureRequest,
  DisclosurePipelineRequest,
  DisclosureVerificationRequest,
  OrderDisclosureDateRequest,
  paths,
  ScheduleDisclosureRequest,
  SignDisclosureRequest,
  TakeDisclosureStepRequest,
  type CoSignatureView,
  type DisclosurePipelineView,
  type DisclosureView,
  type DisclosureWordsView,
} from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { DisclosureActs } from './acts.service.js';
import { CosigningService } from './cosigning.service.js';
import { DisclosureService } from './disclosure.service.js';
import { PipelineService } from './pipeline.service.js';
import { SigningService } from './signing.service.js';

@Controller(paths.clinic.disclosure)
export class DisclosureController {
  constructor(
    private readonly disclosures: DisclosureService,
    private readonly acts: DisclosureActs,
    private readonly signing: SigningService,
    private readonly cosigning: CosigningService,
    private readonly pipeline: PipelineService,
  ) {}

  @Allow('disclosure.schedule')
  @Get()
  list(@Query() request: DisclosurePipelineRequest): Promise<DisclosurePipelineView> {
    return this.pipeline.page(request);
  }

  @Allow('disclosure.cosign')
  @Get('co-signatures')
  waiting(): Promise<CoSignatureView[]> {
    return this.cosigning.waiting();
  }

  @Allow('disclosure.cosign')
  @Idempotent()
  @HttpCode(200)
  @Post('co-signatures/:coSignatureId')
  confirm(@Param('coSignatureId') id: string): Promise<CoSignatureView[]> {
    return this.cosigning.confirm(id);
  }

  @Allow('disclosure.read')
  @Get(':coupleId')
  one(@Param('coupleId') coupleId: string): Promise<DisclosureView> {
    return this.disclosures.one(coupleId);
  }

  @Allow('disclosure.transition')
  @Idempotent()
  @Post(':coupleId')
  open(@Param('coupleId') coupleId: string): Promise<DisclosureView> {
    return this.disclosures.open(coupleId);
  }

  @Allow('disclosure.schedule')
  @HttpCode(200)
  @Post(':coupleId/schedule')
  schedule(
    @Param('coupleId') coupleId: string,
    @Body() request: ScheduleDisclosureRequest,
    @IfMatch() version: number,
  ): Promise<DisclosureView> {
    return this.disclosures.schedule(coupleId, request, version);
  }

  @Allow('disclosure.transition')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/steps')
  step(
    @Param('coupleId') coupleId: string,
    @Body() request: TakeDisclosureStepRequest,
    @IfMatch() version: number,
  ): Promise<DisclosureView> {
    return this.acts.step(coupleId, request, version);
  }

  @Allow('disclosure.read')
  @Get(':coupleId/steps/:eventId/words')
  words(
    @Param('coupleId') coupleId: string,
    @Param('eventId') eventId: string,
  ): Promise<DisclosureWordsView> {
    return this.acts.words(coupleId, eventId);
  }

  @Allow('disclosure.transition')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/signatures')
  sign(
    @Param('coupleId') coupleId: string,
    @Body() { purpose }: SignDisclosureRequest,
    @IfMatch() version: number,
  ): Promise<DisclosureView> {
    return this.signing.sign(coupleId, purpose, version);
  }

  @Allow('disclosure.transition')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/co-signatures')
  askCoSigner(
    @Param('coupleId') coupleId: string,
    @Body() request: AskCoSignatureRequest,
    @IfMatch() version: number,
  ): Promise<DisclosureView> {
    return this.cosigning.ask(coupleId, request, version);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/order')
  order(
    @Param('coupleId') coupleId: string,
    @Body() request: OrderDisclosureDateRequest,
    @IfMatch() version: number,
  ): Promise<DisclosureView> {
    return this.acts.order(coupleId, request, version);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/verification')
  verification(
    @Param('coupleId') coupleId: string,
    @Body() request: DisclosureVerificationRequest,
    @IfMatch() version: number,
  ): Promise<DisclosureView> {
    return this.acts.verification(coupleId, request, version);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/recheck')
  recheck(@Param('coupleId') coupleId: string, @IfMatch() version: number): Promise<DisclosureView> {
    return this.acts.recheck(coupleId, version);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/notices/:noticeId')
  releaseNotice(
    @Param('coupleId') coupleId: string,
    @Param('noticeId') noticeId: string,
  ): Promise<DisclosureView> {
    return this.acts.releaseNotice(coupleId, noticeId);
  }
}
