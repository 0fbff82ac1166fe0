import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  AnswerLegalQuestionRequest,
  ChangeDocumentCommentRequest,
  DecideDocumentSectionRequest,
  paths,
  WriteDocumentCommentRequest,
} from '@trellis/contracts';
import type {
  DocumentReviewView,
  DocumentSavedView,
  DocumentVersionView,
  InventoryView,
} from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { CommentingService } from './commenting.service.js';
import { DecidingService } from './deciding.service.js';
import { DocumentReviewService } from './review.service.js';

/** The disclosure document for the author's own therapist. */
@Controller(paths.clinic.disclosureDocuments)
export class DisclosureDocumentsController {
  constructor(
    private readonly review: DocumentReviewService,
    private readonly commenting: CommentingService,
    private readonly deciding: DecidingService,
  ) {}

  @Allow('disclosure.read')
  @Get(':coupleId')
  standing(@Param('coupleId') coupleId: string): Promise<DocumentReviewView> {
    return this.review.standing(coupleId);
  }

  @Allow('disclosure.read')
  @Get(':coupleId/versions/:number')
  version(
    @Param('coupleId') coupleId: string,
    @Param('number') number: string,
  ): Promise<DocumentVersionView> {
    return this.review.version(coupleId, number);
  }

  @Allow('disclosure.read')
  @Get(':coupleId/inventory')
  inventory(@Param('coupleId') coupleId: string): Promise<InventoryView> {
    return this.review.inventory(coupleId);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @Put(':coupleId/legal')
  answerLegal(
    @Param('coupleId') coupleId: string,
    @IfMatch() version: number,
    @Body() request: AnswerLegalQuestionRequest,
  ): Promise<DocumentSavedView> {
    return this.review.answerLegal(coupleId, request, version);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @Post(':coupleId/comments')
  comment(
    @Param('coupleId') coupleId: string,
    @Body() request: WriteDocumentCommentRequest,
  ): Promise<DocumentSavedView> {
    return this.commenting.write(coupleId, request);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @Put(':coupleId/comments/:commentId')
  changeComment(
    @Param('coupleId') coupleId: string,
    @Param('commentId') commentId: string,
    @IfMatch() version: number,
    @Body() request: ChangeDocumentCommentRequest,
  ): Promise<DocumentSavedView> {
    return this.commenting.change(coupleId, commentId, version, request);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/comments/:commentId/removal')
  removeComment(
    @Param('coupleId') coupleId: string,
    @Param('commentId') commentId: string,
    @IfMatch() version: number,
  ): Promise<DocumentSavedView> {
    return this.commenting.remove(coupleId, commentId, version);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/decisions')
  decide(
    @Param('coupleId') coupleId: string,
    @IfMatch() version: number,
    @Body() request: DecideDocumentSectionRequest,
  ): Promise<DocumentSavedView> {
    return this.deciding.decide(coupleId, request, version);
  }
}
