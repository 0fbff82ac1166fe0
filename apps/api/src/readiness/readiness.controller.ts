import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  AskInformationReleaseRequest,
  AssessReadinessRequest,
  MarkOfficeItemRequest,
  MarkReadinessRequest,
  paths,
  RecordReadinessRequest,
} from '@trellis/contracts';
import type {
  InformationReleaseView,
  OfficeItemsView,
  ReadinessMarkedView,
  ReadinessRecordedView,
  ReadinessOfCoupleView,
  ReadinessWordsView,
} from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { CaseInformationReleasesService } from './case-information-releases.service.js';
import { OfficeItemsService } from './office-items.service.js';
import { ReadinessMarkingService } from './readiness-marking.service.js';
import { ReadinessRecordingService } from './readiness-recording.service.js';
import { ReadinessService } from './readiness.service.js';
import { sideNamed } from './side-named.js';

/** Readiness of one couple, for its care team; rooms and contacts for the office. */
@Controller(`${paths.clinic.readiness}/:coupleId`)
export class ReadinessController {
  constructor(
    private readonly readiness: ReadinessService,
    private readonly recording: ReadinessRecordingService,
    private readonly marking: ReadinessMarkingService,
    private readonly releases: CaseInformationReleasesService,
    private readonly office: OfficeItemsService,
  ) {}

  @Allow('disclosure.read')
  @Get()
  one(@Param('coupleId') coupleId: string): Promise<ReadinessOfCoupleView> {
    return this.readiness.one(coupleId);
  }

  @Allow('disclosure.read')
  @Get('words/:side')
  words(@Param('coupleId') coupleId: string, @Param('side') side: string): Promise<ReadinessWordsView> {
    return this.readiness.words(coupleId, sideNamed(side));
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post('assessments')
  assess(
    @Param('coupleId') coupleId: string,
    @Body() request: AssessReadinessRequest,
  ): Promise<ReadinessRecordedView> {
    return this.recording.assess(coupleId, request);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post('records')
  record(
    @Param('coupleId') coupleId: string,
    @Body() request: RecordReadinessRequest,
  ): Promise<ReadinessRecordedView> {
    return this.recording.record(coupleId, request);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post('items/:item')
  mark(
    @Param('coupleId') coupleId: string,
    @Param('item') item: string,
    @IfMatch() version: number,
    @Body() request: MarkReadinessRequest,
  ): Promise<ReadinessMarkedView> {
    return this.marking.mark(coupleId, item, version, request);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @Post('releases')
  ask(
    @Param('coupleId') coupleId: string,
    @Body() request: AskInformationReleaseRequest,
  ): Promise<InformationReleaseView> {
    return this.releases.ask(coupleId, request);
  }

  @Allow('disclosure.schedule')
  @Get('office-items')
  officeItems(@Param('coupleId') coupleId: string): Promise<OfficeItemsView> {
    return this.office.list(coupleId);
  }

  @Allow('disclosure.schedule')
  @Idempotent()
  @HttpCode(200)
  @Post('office-items/:item')
  markForOffice(
    @Param('coupleId') coupleId: string,
    @Param('item') item: string,
    @IfMatch() version: number,
    @Body() request: MarkOfficeItemRequest,
  ): Promise<OfficeItemsView> {
    return this.office.mark(coupleId, item, version, request);
  }
}
