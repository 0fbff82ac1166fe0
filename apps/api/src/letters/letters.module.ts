import { Module } from '@nestjs/common';
import { DestructionLedgerModule } from '../erasure/destruction-ledger.module.js';
import { DisclosureModule } from '../disclosure/disclosure.module.js';
import { CaseLetterReadingService } from './case-letter-reading.service.js';
import { CaseLetterRepository } from './case-letter.repository.js';
import { CaseLettersController } from './case-letters.controller.js';
import { CaseLettersService } from './case-letters.service.js';
import { LetterCopies } from './letter-copies.js';
import { LetterDrafts } from './letter-drafts.js';
import { LetterMarksService } from './letter-marks.service.js';
import { LetterSessionSources } from './letter-session-sources.js';
import { LetterSessionsService } from './letter-sessions.service.js';
import { LetterTextsRepository } from './letter-texts.repository.js';
import { LetterWords } from './letter-words.js';
import { LettersFactsService } from './letters-facts.service.js';
import { LettersPart } from './letters-part.service.js';
import { OpenedLetters } from './opened-letters.js';
import { OwnLetterKeepingService } from './own-letter-keeping.service.js';
import { OwnLetterRepository } from './own-letter.repository.js';
import { OwnLetterWritingService } from './own-letter-writing.service.js';
import { OwnLettersController } from './own-letters.controller.js';
import { OwnLettersService } from './own-letters.service.js';

/** The letters after a disclosure, each under its own key: written, heard once, kept or destroyed by both. */
@Module({
  imports: [DestructionLedgerModule, DisclosureModule],
  controllers: [OwnLettersController, CaseLettersController],
  providers: [
    CaseLetterReadingService,
    CaseLetterRepository,
    CaseLettersService,
    LetterCopies,
    LetterDrafts,
    LetterMarksService,
    LetterSessionSources,
    LetterSessionsService,
    LetterTextsRepository,
    LetterWords,
    LettersFactsService,
    LettersPart,
    OpenedLetters,
    OwnLetterKeepingService,
    OwnLetterRepository,
    OwnLetterWritingService,
    OwnLettersService,
  ],
  // The demo clinic writes and reads letters as its people would.
  exports: [
    CaseLetterReadingService,
    LetterMarksService,
    LetterSessionsService,
    OwnLetterKeepingService,
    OwnLetterWritingService,
  ],
})
export class LettersModule {}
