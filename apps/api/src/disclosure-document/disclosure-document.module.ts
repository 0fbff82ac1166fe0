import { Module } from '@nestjs/common';
import { DestructionLedgerModule } from '../erasure/destruction-ledger.module.js';
import { DisclosureModule } from '../disclosure/disclosure.module.js';
import { CommentRepository } from './comment.repository.js';
import { CommentingService } from './commenting.service.js';
import { CustodyRepository } from './custody.repository.js';
import { CustodyService } from './custody.service.js';
import { DecidingService } from './deciding.service.js';
import { DisclosureDocumentPart } from './disclosure-document-part.service.js';
import { DisclosureDocumentReading } from './disclosure-document-reading.service.js';
import { DisclosureDocumentsController } from './disclosure-documents.controller.js';
import { DocumentAccess } from './document-access.js';
import { DocumentCustodyController } from './document-custody.controller.js';
import { DocumentRecords } from './document-records.js';
import { DocumentRepository } from './document.repository.js';
import { DocumentWords } from './document-words.js';
import { DraftRepository } from './draft.repository.js';
import { HandingInService } from './handing-in.service.js';
import { OwnDocuments } from './own-document.js';
import { OwnDocumentController } from './own-document.controller.js';
import { OwnDocumentReadingService } from './own-reading.service.js';
import { OwnDocumentWritingService } from './own-writing.service.js';
import { PartnerPages } from './partner-pages.js';
import { PartnerReadingService } from './partner-reading.service.js';
import { ReviewPages } from './review-pages.js';
import { DocumentReviewService } from './review.service.js';
import { VersionReader } from './version-reader.js';
import { VersionRepository } from './version.repository.js';
import { VersionWriter } from './version-writer.js';

/** The disclosure document. Only the reading in the running session leaves the folder. */
@Module({
  imports: [DestructionLedgerModule, DisclosureModule],
  controllers: [DisclosureDocumentsController, DocumentCustodyController, OwnDocumentController],
  providers: [
    CommentRepository,
    CommentingService,
    CustodyRepository,
    CustodyService,
    DecidingService,
    DisclosureDocumentPart,
    DisclosureDocumentReading,
    DocumentAccess,
    DocumentRecords,
    DocumentRepository,
    DocumentReviewService,
    DocumentWords,
    DraftRepository,
    HandingInService,
    OwnDocumentReadingService,
    OwnDocumentWritingService,
    OwnDocuments,
    PartnerPages,
    PartnerReadingService,
    ReviewPages,
    VersionReader,
    VersionRepository,
    VersionWriter,
  ],
  exports: [DisclosureDocumentReading],
})
export class DisclosureDocumentModule {}
