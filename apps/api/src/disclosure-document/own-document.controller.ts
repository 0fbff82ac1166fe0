import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  AnswerLegalQuestionRequest,
  HandInDocumentRequest,
  paths,
  SaveDocumentSectionRequest,
  SaveInventoryRequest,
} from '@trellis/contracts';
import type {
  DocumentHandedInView,
  DocumentSavedView,
  DocumentVersionView,
  InventoryView,
  OwnDocumentView,
} from '@trellis/contracts';
import { ForInvited } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { HandingInService } from './handing-in.service.js';
import { OwnDocumentReadingService } from './own-reading.service.js';
import { OwnDocumentWritingService } from './own-writing.service.js';

/** The disclosure document for the person who writes it. */
@Controller(paths.home.disclosureDocument)
export class OwnDocumentController {
  constructor(
    private readonly reading: OwnDocumentReadingService,
    private readonly writing: OwnDocumentWritingService,
    private readonly handingIn: HandingInService,
  ) {}

  @ForInvited()
  @Get()
  page(): Promise<OwnDocumentView> {
    return this.reading.page();
  }

  @ForInvited()
  @Get('versions/:number')
  version(@Param('number') number: string): Promise<DocumentVersionView> {
    return this.reading.version(number);
  }

  @ForInvited()
  @Get('inventory')
  inventory(): Promise<InventoryView> {
    return this.reading.inventory();
  }

  @ForInvited()
  @Put('sections/:section')
  saveSection(
    @Param('section') section: string,
    @IfMatch() version: number,
    @Body() request: SaveDocumentSectionRequest,
  ): Promise<DocumentSavedView> {
    return this.writing.saveSection(section, version, request.text);
  }

  @ForInvited()
  @Put('inventory')
  saveInventory(
    @IfMatch() version: number,
    @Body() request: SaveInventoryRequest,
  ): Promise<DocumentSavedView> {
    return this.writing.saveInventory(request, version);
  }

  @ForInvited()
  @Idempotent()
  @Put('legal')
  answerLegal(
    @IfMatch() version: number,
    @Body() request: AnswerLegalQuestionRequest,
  ): Promise<DocumentSavedView> {
    return this.writing.answerLegal(request, version);
  }

  @ForInvited()
  @Idempotent()
  @Post('versions')
  handIn(@Body() request: HandInDocumentRequest): Promise<DocumentHandedInView> {
    return this.handingIn.handIn(request);
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post('comments/:commentId/settlement')
  settle(@Param('commentId') commentId: string, @IfMatch() version: number): Promise<DocumentSavedView> {
    return this.handingIn.settle(commentId, version);
  }
}
