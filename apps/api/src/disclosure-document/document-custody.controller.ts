import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { LookUpDocumentHoldRequest, paths, RaiseDocumentGapsRequest } from '@trellis/contracts';
import type { DocumentCustodyView, DocumentReadingView, DocumentSavedView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { CustodyService } from './custody.service.js';
import { DecidingService } from './deciding.service.js';
import { PartnerReadingService } from './partner-reading.service.js';

/** The disclosure document for the partner's therapist, and its keeping by both. */
@Controller(paths.clinic.disclosureDocuments)
export class DocumentCustodyController {
  constructor(
    private readonly reading: PartnerReadingService,
    private readonly deciding: DecidingService,
    private readonly custody: CustodyService,
  ) {}

  @Allow('disclosure.read')
  @Get(':coupleId/reading')
  read(@Param('coupleId') coupleId: string): Promise<DocumentReadingView> {
    return this.reading.read(coupleId);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/gaps')
  raiseGaps(
    @Param('coupleId') coupleId: string,
    @IfMatch() version: number,
    @Body() request: RaiseDocumentGapsRequest,
  ): Promise<DocumentSavedView> {
    return this.deciding.raiseGaps(coupleId, request, version);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @Post(':coupleId/later-readings')
  askLater(@Param('coupleId') coupleId: string): Promise<DocumentSavedView> {
    return this.reading.askLater(coupleId);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/later-readings/:readingId/agreement')
  agreeLater(
    @Param('coupleId') coupleId: string,
    @Param('readingId') readingId: string,
  ): Promise<DocumentSavedView> {
    return this.reading.agreeLater(coupleId, readingId);
  }

  @Allow('disclosure.read')
  @Get(':coupleId/custody')
  one(@Param('coupleId') coupleId: string): Promise<DocumentCustodyView> {
    return this.custody.one(coupleId);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @Put(':coupleId/custody/hold')
  lookUpHold(
    @Param('coupleId') coupleId: string,
    @IfMatch() version: number,
    @Body() request: LookUpDocumentHoldRequest,
  ): Promise<DocumentCustodyView> {
    return this.custody.lookUpHold(coupleId, request, version);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/custody/signature')
  sign(@Param('coupleId') coupleId: string): Promise<DocumentCustodyView> {
    return this.custody.sign(coupleId);
  }
}
